using UnionCatalog.Records;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Tests.Search.Card;

/// <summary>Which editions are of one work.</summary>
internal sealed class WorkTests
{
    [TestCaseSource(nameof(ReadAll))]
    public void Editions_are_related_as_the_case_says(WorkCase item)
    {
        var works = item.Editions.ConvertAll(edition => (edition.IsSame, edition.Line, Work: Work.Of(CardCase.ReadFacts(edition.Line.Split(" | ")))));
        var first = works[0].Work;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (isSame, line, work) in works.Skip(1))
            {
                Assert.That(first.IsOf(work), Is.EqualTo(isSame), line);
                Assert.That(work.IsOf(first), Is.EqualTo(isSame), $"the other way: {line}");
                Assert.That(!isSame || first.Keys.Intersect(work.Keys).Any(), Is.True, $"found by a key: {line}");
            }
        }
    }

    [Test]
    public void Keys_are_few_whatever_the_record()
    {
        var word = string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"kata{number}"));
        var description = new BibRecord
        {
            Title = new Title(word), Responsibility = word,
            Contributors = [.. Enumerable.Range(0, 200).Select(number => new Contributor($"Nama{number} {word}", ContributorKind.Person))],
            WorkTitles = [.. Enumerable.Range(0, 10).Select(number => new WorkTitle($"Judul asli {number} {word}", WorkTitleKind.MainEntry))],
        };

        Assert.That(Work.Of(description).Keys.Count(), Is.LessThan(300));
    }

    private static IEnumerable<WorkCase> ReadAll()
    {
        WorkCase? item = null;
        foreach (var line in File.ReadLines(Places.Case("Search/works.txt")).Where(line => line.Length > 0 && line[0] != '#').Append("== "))
        {
            if (!line.StartsWith("== ", StringComparison.Ordinal))
            {
                item!.Editions.Add((line[0] == '=', line[2..]));
                continue;
            }

            if (item is not null)
            {
                yield return item;
            }

            item = new WorkCase(line[3..], []);
        }
    }

    internal sealed record WorkCase(string Why, List<(bool IsSame, string Line)> Editions)
    {
        public override string ToString() => Why;
    }
}
