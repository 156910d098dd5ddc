using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Marc;

/// <summary>Takes off the punctuation of ISBD, which MARC writes at the ends of subfields only to part them.</summary>
internal static partial class Isbd
{
    // Words whose full stop is their own. Units (cm) have none: there the stop is ISBD's.
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "jr", "sr", "dr", "drs", "dra", "drg", "ir", "prof", "hj", "kh", "tgk", "st", "phd", "esq", "mr", "mrs",
        "inc", "ltd", "co", "corp", "bros", "tbk", "cv", "pt", "dept", "univ", "gov", "ass", "assn", "soc", "inst",
        "ed", "eds", "rev", "cet", "corr", "enl", "al", "etc", "dll", "dkk", "dsb", "hlm", "hal", "vol", "vols", "jil",
        "no", "nos", "ill", "illus", "ilus", "col", "pts", "bk", "ca", "fl", "trans", "comp", "th", "thn", "bag", "kel");

    /// <summary>A subfield's text without separators at its ends; null when nothing is left.</summary>
    public static string? Strip(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = text.AsSpan().TrimStart(" :/;=,").TrimEnd(" :/;=,");
        while (EndsInSeparatorStop(kept))
        {
            kept = kept[..^1].TrimEnd(" :/;=,");
        }

        return kept.IsEmpty ? null : kept.ToString();
    }

    /// <summary>As <see cref="Strip"/>, and square brackets that enclose the whole.</summary>
    public static string? StripBrackets(string? text) =>
        Strip(text) is not { } kept ? null
        : kept is ['[', .. var inner, ']'] && !inner.Contains('[', StringComparison.Ordinal) ? Strip(inner)
        : kept;

    private static bool EndsInSeparatorStop(ReadOnlySpan<char> text)
    {
        if (text is not [.., '.'] || text.Length == 1 || text.EndsWith("..."))
        {
            return false;
        }

        var word = text[..^1];
        word = word[(word.LastIndexOfAny(" ([-") + 1)..];

        // Initials ("A."), abbreviations with stops inside ("S.Pd.") and known ones keep theirs.
        var isInitial = word.Length == 1 && char.IsLetter(word[0]);
        var isAbbreviation = (word.Contains('.') && DottedLetters().IsMatch(word)) || Abbreviations.Contains(word.ToString());
        return !isInitial && !isAbbreviation;
    }

    [GeneratedRegex(@"^\p{L}{1,4}(?:\.\p{L}{1,4})+$", RegexOptions.CultureInvariant)]
    private static partial Regex DottedLetters();
}
