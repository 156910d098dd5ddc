using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Place, publisher and year of a row.</summary>
/// <param name="Publications">None where the row says nothing, else one.</param>
/// <param name="Year">The year of publication; null when unknown.</param>
internal sealed partial record RowImprint(IReadOnlyList<Publication> Publications, int? Year)
{
    /// <summary>Reads the three cells. "Jakarta : Gramedia, 2005" in the publisher's is taken apart.</summary>
    public static RowImprint Read(string? place, string? publisher, string? date)
    {
        if (publisher is not null && Whole().Match(publisher) is { Success: true } whole)
        {
            place ??= whole.Groups["place"].Value;
            publisher = whole.Groups["publisher"].Value;
            date ??= whole.Groups["date"] is { Success: true } inside ? inside.Value : null;
        }

        (place, publisher) = (ImprintText.Stated(place), ImprintText.Stated(publisher));
        return new(
            place is null && publisher is null && date is null ? [] : [new Publication(place, publisher, date)],
            date is null ? null : DescriptionText.FindYear(date));
    }

    [GeneratedRegex(
        @"^(?<place>[\p{L}][\p{L} .'-]{1,40}?)\s*:\s*(?<publisher>[^:]+?)(?:\s*,\s*(?<date>[c\[]*[12][0-9]{3}[\].]*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
