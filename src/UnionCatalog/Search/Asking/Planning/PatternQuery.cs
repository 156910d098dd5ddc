using System.Text;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>A word with stars in it, in its fields.</summary>
internal static class PatternQuery
{
    /// <summary>Letters that must stand before the first star inside a word, lest all words be gone through.</summary>
    private const int ShortestStart = 2;

    private static readonly string[] Everywhere =
        [CatalogSchema.Title, CatalogSchema.Author, CatalogSchema.Subject, CatalogSchema.Series, CatalogSchema.Publisher, CatalogSchema.Everything];

    private static readonly string[] Narrow = [CatalogSchema.Title, CatalogSchema.Author];

    /// <summary>The words of a pattern: those before the last are whole.</summary>
    public static IEnumerable<Query> Of(Clause.Pattern pattern)
    {
        var text = TextFolding.Fold(pattern.Text);
        var (bare, isStart) = (text.TrimEnd('*'), text.EndsWith('*'));
        if (bare.Contains('*', StringComparison.Ordinal))
        {
            return IsWildcard(text)
                ? [In(Fields(pattern.Field, text), field => new Query.Wildcard(field, text))]
                : bare.Split('*').SelectMany(part => AskedWord.Of(part, pattern.Field)).Select(word => word.ToQuery());
        }

        var words = AskedWord.Of(bare, pattern.Field).ToList();
        return isStart && words.Count > 0
            ? [.. words.SkipLast(1).Select(word => word.ToQuery()), StartingWith(words[^1])]
            : words.Select(word => word.ToQuery());
    }

    private static bool IsWildcard(string text) =>
        text.IndexOf('*') >= ShortestStart && text.EnumerateRunes().All(rune => rune.Value == '*' || Rune.IsLetterOrDigit(rune));

    private static Query StartingWith(AskedWord word) => In(Fields(word.Field, word.Text), field =>
    {
        var spelt = field == CatalogSchema.Author ? word.InNames : word.InTitles;
        // What is begun may not be a letter of the old spelling yet, nor a numeral.
        return spelt == word.Text || char.IsAsciiDigit(spelt[0])
            ? new Query.Prefix(field, word.Text)
            : new Query.BestOf([new Query.Prefix(field, word.Text), new Query.Prefix(field, spelt)]);
    });

    private static Query In(string[] fields, Func<string, Query> query) =>
        fields.Length == 1 ? query(fields[0]) : new Query.BestOf([.. fields.Select(query)]);

    private static string[] Fields(AskedField field, string text) => field switch
    {
        AskedField.Anywhere => text.TrimEnd('*').Length < ShortestStart ? Narrow : Everywhere,
        AskedField.CallNumber => [CatalogSchema.Classification, CatalogSchema.Everything],
        _ => [PhraseQuery.FieldOf(field)],
    };
}
