using UnionCatalog.Records;
using UnionCatalog.Search.KnownItems;

namespace UnionCatalog.Tests.Widget;

/// <summary>By title and author alone another library's book is shown only when it is surely the same: Cases/Widget/sure-books.tsv.</summary>
public sealed class SureBookTests
{
    public static IEnumerable<TestCaseData> Cases() => File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases", "Widget", "sure-books.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Select(part => new TestCaseData(part[0], part[1], part[2], part[3], part[4], part[5] == "yes").SetName($"{part[0]} ({part[1]}) and {part[2]} {part[3]} ({part[4]}): {part[5]}"));

    [TestCaseSource(nameof(Cases))]
    public void A_book_is_told_from_another(string title, string author, string recordTitle, string remainder, string recordAuthor, bool same)
    {
        var book = new SureBook(new KnownItem { Title = title, Author = author });
        var isBody = recordAuthor.StartsWith("Badan", StringComparison.Ordinal);
        var record = new BibRecord
        {
            Title = new Title(recordTitle) { Remainder = remainder.Length == 0 ? null : remainder },
            Contributors = [new Contributor(recordAuthor, isBody ? ContributorKind.Corporate : ContributorKind.Person)],
        };

        Assert.That(book.CanBeSure && book.Is(record), Is.EqualTo(same));
    }
}
