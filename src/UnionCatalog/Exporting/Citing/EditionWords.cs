using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionCatalog.Exporting.Citing;

/// <summary>An edition statement as references word it. A printing ("Cet. 10") is no edition, and the first is not named.</summary>
internal static partial class EditionWords
{
    private static readonly string[] Ordinals = ["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"];

    /// <summary>What is told of the edition; null when nothing is.</summary>
    public static string? Of(string? statement, CitationWords words)
    {
        if (statement is null || statement.Length > 200)
        {
            return null;
        }

        if (Number(statement) is { } number)
        {
            return number == 1 ? null : words.Edition(number);
        }

        var rest = Printing().Replace(statement, "").Trim(' ', ',', ';', '.', '/');
        return rest.Length == 0 ? null
            : Revised().IsMatch(rest) ? words.RevisedEdition
            : statement.EndsWith('.') && !rest.EndsWith('.') && rest.Length + 1 >= statement.Length ? statement : rest;
    }

    private static int? Number(string statement)
    {
        if (Numbered().Match(statement) is { Success: true } match)
        {
            return int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return Worded().Match(statement) is { Success: true } word ? Array.IndexOf(Ordinals, word.Groups["word"].Value.ToLowerInvariant()) + 1 : null;
    }

    [GeneratedRegex(@"\b(?:(?:ed(?:isi|ition)?)\.?\s*(?:ke-?\s*)?(?<number>[1-9][0-9]?)\b(?!\s*[-.][0-9])|(?<number>[1-9][0-9]?)(?:st|nd|rd|th)\.?\s+(?:\w+\.?\s+)?ed)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:edisi|ed\.)\s+(?<word>pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Worded();

    [GeneratedRegex(@"\b(?:cet(?:akan)?|printing|impression)\b\.?\s*(?:ke-?\s*)?(?:[0-9]+|[ivxlc]+\b|pertama|kedua|ketiga|keempat|kelima)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Printing();

    [GeneratedRegex(@"^(?:(?:edisi|ed\.?)\s+)?(?:rev(?:isi|ised)?\b|perbaikan)\.?(?:\s+ed(?:ition|\.)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Revised();
}
