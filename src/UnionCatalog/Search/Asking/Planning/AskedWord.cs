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

    private static readonly string[] Telling = [CatalogSchema.Title, CatalogSchema.Subject, CatalogSchema.Series];
    private static readonly string[] Beside = [CatalogSchema.Publisher, CatalogSchema.Everything];

    /// <summary>The words of a text.</summary>
    public static IEnumerable<AskedWord> Of(string text, AskedField field) => CatalogSchema.Words.Terms(text).Select(word => new AskedWord(word, field));

    /// <summary>The word in the one spelling of titles.</summary>
    public string InTitles => CatalogSchema.Spelt.Terms(Text) is [var one, ..] ? one : Text;

    /// <summary>The word in the one spelling of names.</summary>
    public string InNames => CatalogSchema.SpeltNames.Terms(Text) is [var one, ..] ? one : Text;

    /// <summary>Its stem.</summary>
    public string Stem => CatalogSchema.Stems.Terms(Text) is [var one, ..] ? one : Text;

    /// <summary>
    /// The word in its fields, scored as one word. Publishers and notes are apart: a word is as rare as it is in the field where
    /// it is the most frequent, and "Jakarta" is rare in titles though nearly every book is published there.
    /// </summary>
    public Query ToQuery() => Abbreviations.Find(Text) is { } words && Field is AskedField.Anywhere or AskedField.Title or AskedField.Subject
        ? new Query.BestOf([Alone(), new Query.AllOf([.. words.Select(word => (this with { Text = word }).Alone())])])
        : Alone();

    private Query Alone() => Field == AskedField.Anywhere
        ? new Query.BestOf([new Query.Word([.. AmongTelling()]), new Query.Word([.. AmongOthers()])])
        : new Query.Word([.. InField()]);

    private IEnumerable<Query.Term> InField() => Field switch
    {
        AskedField.Author => [new(CatalogSchema.Author, InNames)],
        AskedField.Subject => [new(CatalogSchema.Subject, InTitles)],
        AskedField.Series => [new(CatalogSchema.Series, InTitles)],
        AskedField.Publisher => [new(CatalogSchema.Publisher, InTitles)],
        AskedField.CallNumber => [new(CatalogSchema.Everything, InTitles), new(CatalogSchema.Classification, Text)],
        _ => [new(CatalogSchema.Title, InTitles)],
    };

    private IEnumerable<Query.Term> AmongTelling()
    {
        var spelt = InTitles;
        return [.. Telling.Select(field => new Query.Term(field, spelt)), new(CatalogSchema.Author, InNames), new(CatalogSchema.Alike, Stem)];
    }

    private IEnumerable<Query.Term> AmongOthers()
    {
        var spelt = InTitles;
        return
        [
            .. Beside.Select(field => new Query.Term(field, spelt)),
            .. Text.Count(char.IsAsciiDigit) >= ShortestNumber ? (IEnumerable<Query.Term>)[new(CatalogSchema.Identifier, Text)] : [],
        ];
    }
}
