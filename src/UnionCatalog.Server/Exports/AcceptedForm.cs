using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace UnionCatalog.Server.Exports;

/// <summary>Chooses among media types by what a request accepts (RFC 9110, section 12.5.1).</summary>
internal static class AcceptedForm
{
    /// <summary>The offer that is wanted most, the first of several; null when none is accepted.</summary>
    /// <param name="accept">The header's values. None, or what is no header, accepts everything.</param>
    /// <param name="offers">Media types without parameters, the usual one first.</param>
    public static string? Choose(StringValues accept, IReadOnlyList<string> offers)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var ranges) || ranges.Count == 0)
        {
            return offers[0];
        }

        return offers
            .Select(offer => (Offer: offer, Quality: Quality(offer, ranges)))
            .Where(pair => pair.Quality > 0)
            .OrderByDescending(pair => pair.Quality)
            .Select(pair => pair.Offer)
            .FirstOrDefault();
    }

    /// <summary>The quality that the most exact of the ranges gives it; 0 where none does.</summary>
    private static double Quality(string offer, IList<MediaTypeHeaderValue> ranges) =>
        ranges.Where(range => Matches(range, offer))
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();

    private static bool Matches(MediaTypeHeaderValue range, string offer) =>
        range.MatchesAllTypes
        || range.MediaType.Equals(offer, StringComparison.OrdinalIgnoreCase)
        || (range.MatchesAllSubTypes && offer.StartsWith(range.Type + "/", StringComparison.OrdinalIgnoreCase));
}
