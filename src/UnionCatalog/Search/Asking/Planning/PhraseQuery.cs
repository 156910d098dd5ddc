using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>Words that stand together, in one of their fields.</summary>
internal static class PhraseQuery
{
    private static readonly string[] Everywhere =
        [CatalogSchema.Title, CatalogSchema.Author, CatalogSchema.Subject, CatalogSchema.Series, CatalogSchema.Publisher, CatalogSchema.Everything];

    public static Query Of(Clause.Phrase phrase)
    {
        if (phrase.Field == AskedField.CallNumber)
        {
            return CallNumber(phrase.Text);
        }

        if (AskedWord.Of(phrase.Text, phrase.Field).ToList() is [var word])
        {
            return word.ToQuery();
        }

        var fields = phrase.Field == AskedField.Anywhere ? Everywhere : [FieldOf(phrase.Field)];
        IReadOnlyList<Query> anywhere = [.. fields.SelectMany(field => Orders(field, CatalogSchema.Schema.Field(field).Analyzer.Terms(phrase.Text)).Select(words => new Query.Phrase(field, words)))];
        return anywhere.Count == 1 ? anywhere[0] : new Query.BestOf(anywhere);
    }

    /// <summary>
    /// The orders in which the words may stand. A name is catalogued with the family name first and said with it last, and no record tells
    /// which of the words it is: so the last word may be the first, and the first the last.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Orders(string field, IReadOnlyList<string> words) => field == CatalogSchema.Author && words.Count > 1
        ? new IReadOnlyList<string>[] { words, [words[^1], .. words.SkipLast(1)], [.. words.Skip(1), words[0]] }.Take(words.Count == 2 ? 2 : 3)
        : [words];

    /// <summary>A call number, or the beginning of one.</summary>
    public static Query CallNumber(string text) => new Query.BestOf([
        new Query.Prefix(CatalogSchema.Classification, Whole(text)),
        new Query.Phrase(CatalogSchema.Everything, CatalogSchema.Spelt.Terms(text))]);

    /// <summary>A text as one term.</summary>
    public static string Whole(string text) => CatalogSchema.Schema.Field(CatalogSchema.Classification).Analyzer.Terms(text)[0];

    /// <summary>The index's field.</summary>
    public static string FieldOf(AskedField field) => field switch
    {
        AskedField.Author => CatalogSchema.Author,
        AskedField.Subject => CatalogSchema.Subject,
        AskedField.Series => CatalogSchema.Series,
        AskedField.Publisher => CatalogSchema.Publisher,
        AskedField.Identifier => CatalogSchema.Identifier,
        AskedField.CallNumber => CatalogSchema.Classification,
        _ => CatalogSchema.Title,
    };
}
