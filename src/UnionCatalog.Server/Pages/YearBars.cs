using System.Globalization;
using UnionCatalog.FullText;

namespace UnionCatalog.Server.Pages;

/// <summary>One bar of the picture of years.</summary>
/// <param name="From">Its first year; null: all that is earlier.</param>
/// <param name="To">Its last year.</param>
/// <param name="Count">How many editions are of these years.</param>
public sealed record YearBar(int? From, int To, long Count)
{
    /// <summary>What stands under it: "2004", of a decade its first year, "…1949" of all that is earlier.</summary>
    public string Label => From is { } from ? from.ToString(CultureInfo.InvariantCulture) : "…" + To.ToString(CultureInfo.InvariantCulture);

    /// <summary>The years in full.</summary>
    public string Span => From == To ? Label : From is null ? Label : $"{Label}–{To.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>The years of results as a few bars, each broad enough for a finger.</summary>
public static class YearBars
{
    /// <summary>Bars at most: 10.</summary>
    public const int Most = 10;

    private const int Decade = 10;

    /// <summary>A bar a year where these are few, else one a decade, and what is before the last of them in one.</summary>
    public static IReadOnlyList<YearBar> Of(IReadOnlyList<FacetCount> counts)
    {
        var years = counts.Select(count => (Year: Read(count.Value), count.Count)).Where(pair => pair.Year > 0).OrderBy(pair => pair.Year).ToList();
        if (years.Count == 0)
        {
            return [];
        }

        var (first, last) = (years[0].Year, years[^1].Year);
        var width = last - first < Most ? 1 : Decade;
        var start = Math.Max(first / width, (last / width) - Most + 1) * width;
        return
        [
            .. Enumerable.Range(0, (last - start) / width + 1).Select(place => start + (place * width)).Select(from =>
                from == start && first < start
                    ? new YearBar(null, start + width - 1, Sum(int.MinValue, start + width - 1))
                    : new YearBar(from, from + width - 1, Sum(from, from + width - 1))),
        ];

        long Sum(int from, int to) => years.Where(pair => pair.Year >= from && pair.Year <= to).Sum(pair => pair.Count);
    }

    private static int Read(string year) => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
