using System.Collections.Frozen;

namespace UnionCatalog.Matching.Features;

/// <summary>What a word or phrase means in a title, a name or an imprint: lexicon.tsv, which a librarian can extend.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, Entry> Titles = Read("title");
    private static readonly FrozenDictionary<string, Entry> Names = Read("name");
    private static readonly FrozenDictionary<string, Entry> Imprints = Read("imprint");
    private static readonly FrozenDictionary<string, Entry> Statements = Read("statement");
    private static readonly FrozenDictionary<string, Entry> ShortForms = Read("short");
    private static readonly FrozenDictionary<string, Entry> Agencies = Read("agency");
    private static readonly FrozenDictionary<string, Entry> Placeholders = Read("placeholder");
    private static readonly FrozenSet<string> CommonWords = Read("common").Keys.ToFrozenSet();

    private static readonly FrozenSet<string> SeriesWords = Read("series").Keys.ToFrozenSet();

    private static readonly FrozenSet<(string Word, string Language)> LanguageWords =
        Table.Rows("lexicon.tsv").Where(row => row[0] == "language").Select(row => (row[1], row[2])).ToFrozenSet();

    /// <summary>The longest phrase in a title, in words.</summary>
    public const int LongestPhrase = 4;

    private const int LongPhrase = 16;

    public static Entry? InTitle(string phrase) => Titles.GetValueOrDefault(phrase);

    /// <summary>The word of an edition statement as it would stand in an Indonesian one.</summary>
    public static string InStatement(string word) => Statements.GetValueOrDefault(word)?.Kind ?? word;

    /// <summary>The short form of a phrase in a title; null when it has none.</summary>
    public static string? ShortForm(string phrase) => ShortForms.GetValueOrDefault(phrase)?.Kind;

    /// <summary>The long phrases that have a short form, which are known by their length even with a slip in them.</summary>
    public static IReadOnlyList<(string[] Words, string Joined, string Form)> LongPhrases { get; } =
    [
        .. ShortForms.Where(entry => entry.Key.Length >= LongPhrase).OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (entry.Key.Split(' '), string.Concat(entry.Key.Split(' ')), entry.Value.Kind)),
    ];

    /// <summary>Whether an agency's numbers stand for editions, whichever library's record has them.</summary>
    public static bool IsUnionAgency(string agency) => Agencies.ContainsKey(string.Join(' ', Folding.Words(agency)));

    /// <summary>Whether a title says that there is none.</summary>
    public static bool IsPlaceholder(string title) => Placeholders.ContainsKey(title);

    /// <summary>Whether so many titles have the word that it does not tell one from another.</summary>
    public static bool IsCommonInTitles(string word) => CommonWords.Contains(word);

    /// <summary>Whether a title that begins with it begins with the name of a series.</summary>
    public static bool IsSeriesWord(string word) => SeriesWords.Contains(word);

    /// <summary>Whether sentences of a language are known by the word, given as it is printed in lower case.</summary>
    public static bool IsOfLanguage(string word, string language) => LanguageWords.Contains((word, language));

    public static bool IsNameWord(string word, string kind) => Names.GetValueOrDefault(word)?.Kind == kind;

    public static bool IsImprintWord(string word, string kind) => Imprints.GetValueOrDefault(word)?.Kind == kind;

    private static FrozenDictionary<string, Entry> Read(string place) => Table.Rows("lexicon.tsv")
        .Where(row => row[0] == place)
        .ToFrozenDictionary(row => string.Join(' ', Folding.Words(row[1])), row => new Entry(row.ElementAtOrDefault(2) ?? "", row.ElementAtOrDefault(3) ?? ""));

    /// <param name="Kind">What it is.</param>
    /// <param name="Value">Which one it is; empty where the kind says all.</param>
    public sealed record Entry(string Kind, string Value);
}
