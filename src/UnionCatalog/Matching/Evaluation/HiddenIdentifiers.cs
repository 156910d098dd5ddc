using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>Takes out of a record everything that identifies it, so that only what it describes is left to match by.</summary>
internal static partial class HiddenIdentifiers
{
    /// <summary>The record without standard identifiers, control numbers, ISSNs of series, links, cover, holdings, and numbers in its texts.</summary>
    public static BibRecord Of(BibRecord record) => new()
    {
        Title = Hide(record.Title),
        Responsibility = Hide(record.Responsibility),
        Contributors = record.Contributors,
        Edition = Hide(record.Edition),
        Publications = record.Publications,
        Year = record.Year,
        Extent = record.Extent,
        Series = [.. record.Series.Select(series => series with { Title = Hide(series.Title) ?? "", Issn = null })],
        Subjects = record.Subjects,
        Classifications = record.Classifications,
        Languages = record.Languages,
        Format = record.Format,
        Carrier = record.Carrier,
        Audience = record.Audience,
        Notes = [.. record.Notes.Select(note => HideAll(note)).OfType<string>()],
        Summary = HideAll(record.Summary),
        Contents = HideAll(record.Contents),
    };

    private static Title Hide(Title title) => title with
    {
        Proper = Hide(title.Proper) ?? "",
        Remainder = Hide(title.Remainder),
        PartName = Hide(title.PartName),
        Parallel = Hide(title.Parallel),
    };

    private static string? Hide(string? text) => text is null || !text.Any(char.IsAsciiDigit)
        ? text
        : DescriptionText.Clean(LikeIsbn().Replace(text, Unless(digits => digits.Length is 10 or 13)));

    // In a title, "1945-1949" are years; in a note, what has the check digit of an ISSN may as well be one.
    private static string? HideAll(string? text) => text is null || Hide(Named().Replace(text, " ")) is not { } hidden
        ? null
        : DescriptionText.Clean(LikeIssn().Replace(hidden, Unless(CheckDigits.IsIssn)));

    private static MatchEvaluator Unless(Predicate<string> isHidden) => match =>
        isHidden(string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()) ? " " : match.Value;

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9](?:[ \p{Pd}]?[0-9]){8,11}[ \p{Pd}]?[0-9Xx](?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex LikeIsbn();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9]{4}\p{Pd}[0-9]{3}[0-9Xx](?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex LikeIssn();

    /// <summary>What is called by its name, addresses, and numbers of a named agency, such as "(OCoLC)12345".</summary>
    [GeneratedRegex(
        @"\b(?:https?://|www\.)\S+|\b(?:doi[\s:]*)?10\.[0-9]{4,9}/\S+|(?:\b(?:ISBN|ISSN|ISMN|LCCN|OCLC)\b[\s:.#-]*|\([A-Za-z-]{2,20}\)\s*(?=[0-9]))[0-9][0-9Xx\-. ]*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
