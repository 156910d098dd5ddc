using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Matching.Features;

/// <summary>Every year that a record's dates name: "1945-47" and "1990, cet. 3 1998" name several.</summary>
internal static partial class PublicationYears
{
    private const int Most = 8;
    private const int Earliest = 1400;
    private const int LongestDate = 200;

    /// <summary>The years of the common era, and Hijri ones of four figures, in their order.</summary>
    public static IReadOnlyList<int> Read(BibRecord record)
    {
        var years = new SortedSet<int>();
        if (record.Year is { } main)
        {
            years.Add(main);
        }

        foreach (var date in record.Publications.Select(publication => publication.Date).OfType<string>().Where(date => date.Length <= LongestDate))
        {
            foreach (Match match in Year().Matches(date))
            {
                var year = int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
                if (year is >= Earliest and <= DescriptionText.LatestYear && years.Count < Most)
                {
                    years.Add(year);
                }
            }
        }

        return [.. years];
    }

    [GeneratedRegex("(?<![0-9])[12][0-9]{3}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
