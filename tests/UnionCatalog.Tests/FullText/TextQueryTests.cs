using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

[Parallelizable(ParallelScope.Self)]
public sealed class TextQueryTests
{
    private static readonly IndexSchema Schema =
        new([new TextField("title", new TextAnalyzer()), new TextField("code", new KeywordAnalyzer())], []);

    [Test]
    public void Typed_text_becomes_a_query()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (text, query) in Cases.Read("text-queries.tsv"))
            {
                Assert.That(Show(TextQuery.AllWords(Schema, ["title", "code"], text)), Is.EqualTo(query), text);
            }
        }
    }

    [Test]
    public void A_field_that_is_not_there_is_refused() =>
        Assert.That(() => TextQuery.AllWords(Schema, ["titel"], "buku"), Throws.TypeOf<UnknownFieldException>());

    private static string Show(Query query) => query switch
    {
        Query.Everything => "everything",
        Query.Term term => $"{term.Field}:{term.Value}",
        Query.Phrase phrase => $"{phrase.Field}:\"{string.Join(' ', phrase.Values)}\"",
        Query.Prefix prefix => $"{prefix.Field}:{prefix.Start}*",
        Query.AllOf all => $"all({string.Join(' ', all.Parts.Select(Show))})",
        Query.BestOf best => $"best({string.Join(' ', best.Parts.Select(Show))})",
        _ => throw new NotSupportedException(query.ToString()),
    };
}
