using System.Text.RegularExpressions;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search.Asking.Reading;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>
/// The words of a text that may be taken for others: those that stand by themselves between blanks, quotes and brackets, or behind the
/// name of a field. What stands among other signs is an address, markup or a sign of the language, and the name of a field is a name.
/// </summary>
internal static partial class StandingWords
{
    /// <summary>A word, with the apostrophes in it.</summary>
    public const string OneWord = @"[\p{L}\p{M}\p{N}]+(?:['’`ʻʼ][\p{L}\p{M}\p{N}]+)*";

    private const string Quotes = "\"“”„‟«»‹›＂「」『』〝〞'‘’‚‛";
    private const string Before = $@"^|[\s,;(\[{{{Quotes}]";
    private const string After = $@"[.:!?…]*(?:$|[\s,;)\]}}{Quotes}])";

    /// <summary>The words as analysis gives them.</summary>
    public static IReadOnlySet<string> Of(string text) =>
        Words().Matches(text).Where(word => IsMendable(word, text)).SelectMany(word => CatalogSchema.Words.Terms(word.Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The text with other words in their places; a word joined to the next by a hyphen is a word by itself.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">What stands there instead of a word; the same where nothing else does.</param>
    public static string Replace(string text, Func<string, string> other) =>
        Words().Replace(text, words => IsMendable(words, text) ? Word().Replace(words.Value, word => other(word.Value)) : words.Value);

    private static bool IsMendable(Match word, string text) =>
        !(text.AsSpan(word.Index + word.Length).StartsWith(':') && Prefixes.Find(word.Value) is not null)
        && (!word.Groups["name"].Success || (Prefixes.Find(word.Groups["name"].Value) is { } field ? ValueReading.TakesWords(field) : word.Groups["gap"].Length > 0));

    [GeneratedRegex($@"(?<=(?:{Before}|[-−])(?<name>\p{{L}}+):(?<gap>\s*[({Quotes}]?)|{Before}){OneWord}(?:[-‐‑]{OneWord})*(?={After})", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(OneWord, RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
