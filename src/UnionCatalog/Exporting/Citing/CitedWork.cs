using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting.Citing;

/// <summary>What of an edition a reference names.</summary>
/// <param name="Authors">Who made it.</param>
/// <param name="Editors">Who edited it.</param>
/// <param name="Translators">Who translated it.</param>
/// <param name="Title">The title in one line.</param>
/// <param name="Edition">The edition, worded; null when it is the first or not told.</param>
/// <param name="Place">The place of publication; null when not known.</param>
/// <param name="Publisher">The publisher; null when not known.</param>
/// <param name="Year">The year; null when not known.</param>
internal sealed partial record CitedWork(
    IReadOnlyList<PersonName> Authors,
    IReadOnlyList<PersonName> Editors,
    IReadOnlyList<PersonName> Translators,
    string Title,
    string? Edition,
    string? Place,
    string? Publisher,
    string? Year)
{
    /// <summary>For a magazine, how it goes on behind its first year: "–" where it still runs, "–1970" where it ended; empty for all else.</summary>
    public string Run { get; init; } = "";

    /// <summary>The year, or the years of a magazine. One that still runs has its end open (Chicago 14.144; MLA alike).</summary>
    public string? Years => Year + Run is { Length: > 0 } years ? years : null;

    /// <summary>Whether the one author is the body that published it.</summary>
    public bool IsByPublisher => Authors is [{ Given: null } body] && body.Family.Equals(Publisher, StringComparison.OrdinalIgnoreCase);

    public static CitedWork Of(BibRecord description, CitationWords words)
    {
        var credits = Credits.Of(description);
        var imprint = description.Publications.FirstOrDefault(one => one.Publisher is not null) ?? (description.Publications is [var first, ..] ? first : null);
        return new CitedWork(
            Names(credits.Authors),
            Names(credits.Editors),
            Names(credits.Translators),
            description.Title.Proper.Length == 0 ? words.NoTitle : TitleLine.Of(description.Title),
            EditionWords.Of(description.Edition, words),
            imprint?.Place?.Trim('[', ']'),
            imprint?.Publisher?.Trim('[', ']'),
            description.Year?.ToString(CultureInfo.InvariantCulture))
        {
            Run = description is { Format: ResourceFormat.Serial, Year: { } year } ? RunFrom(year, description.Publications) : "",
        };
    }

    /// <summary>As the imprint has it: "1963-", "1963-1970".</summary>
    private static string RunFrom(int year, IEnumerable<Publication> publications)
    {
        var first = year.ToString(CultureInfo.InvariantCulture);
        var run = publications.Select(one => YearsInPrint().Match(one.Date ?? "")).FirstOrDefault(match => match.Success && match.Groups["first"].Value == first);
        return run is null ? "" : "–" + run.Groups["last"].Value;
    }

    [GeneratedRegex("(?<first>[0-9]{4}) ?[-–] ?(?<last>[0-9]{4})?[^0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex YearsInPrint();

    private static IReadOnlyList<PersonName> Names(IReadOnlyList<Contributor> names) =>
        [.. names.Select(one => one.Kind == ContributorKind.Person ? PersonName.Read(one.Name) : new PersonName(one.Name, null))];
}
