using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>One word that is looked for, in every form that the fields have it in.</summary>
/// <param name="Text">The word as analysis gives it, in the spelling that was typed.</param>
/// <param name="Field">Where it is looked for.</param>
internal sealed record AskedWord(string Text, AskedField Field)
{
    /// <summary>Digits in a row that may be a library's number for something.</summary>
    private const int ShortestNumber = 5;

    private static readonly string[] Spelt = [CatalogSchema.Title, CatalogSchema.Subject, CatalogSchema.Series, CatalogSchema.Publisher, CatalogSchema.Everything];

    /// <summary>The words of a text.</summary>
    public static IEnumerable<AskedWord> Of(string text, AskedField field) => CatalogSchema.Words.Terms(text).Select(word => new AskedWord(word, field));

    /// <summary>The word in the one spelling of titles.</summary>
    public string InTitles => CatalogSchema.Spelt.Terms(Text) is [var one, ..] ? one : Text;

    /// <summary>The word in the one spelling of names.</summary>
    public string InNames => CatalogSchema.SpeltNames.Terms(Text) is [var one, ..] ? one : Text;

    /// <summary>Its stem.</summary>
    public string Stem => CatalogSchema.Stems.Terms(Text) is [var one, ..] ? one : Text;

    /// <summary>The word in its fields, scored as one word.</summary>
    public Query ToQuery() => new Query.Word([.. Forms()]);

    /// <summary>The word in each of its fields.</summary>
    public IEnumerable<Query.Term> Forms() => Field switch
    {
        AskedField.Title => [new(CatalogSchema.Title, InTitles)],
        AskedField.Author => [new(CatalogSchema.Author, InNames)],
        AskedField.Subject => [new(CatalogSchema.Subject, InTitles)],
        AskedField.Series => [new(CatalogSchema.Series, InTitles)],
        AskedField.Publisher => [new(CatalogSchema.Publisher, InTitles)],
        AskedField.Identifier => [new(CatalogSchema.Identifier, Text)],
        AskedField.CallNumber => [new(CatalogSchema.Everything, InTitles), new(CatalogSchema.Classification, Text)],
        _ => Anywhere(),
    };

    private IEnumerable<Query.Term> Anywhere()
    {
        var spelt = InTitles;
        return
        [
            .. Spelt.Select(field => new Query.Term(field, spelt)),
            new(CatalogSchema.Author, InNames),
            new(CatalogSchema.Alike, Stem),
            .. Text.Count(char.IsAsciiDigit) >= ShortestNumber ? (IEnumerable<Query.Term>)[new(CatalogSchema.Identifier, Text)] : [],
        ];
    }
}
