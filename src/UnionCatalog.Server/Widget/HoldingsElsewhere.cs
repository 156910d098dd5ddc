using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Widget;

/// <summary>Draws who else has an edition, as seen from one library, or from nowhere.</summary>
/// <param name="members">The libraries.</param>
/// <param name="from">The library that asks, which is left out; null: none is.</param>
internal sealed class HoldingsElsewhere(MemberDirectory members, Member? from)
{
    private const int MostLibraries = 20;
    private const int LongestText = 200;

    /// <summary>Those of the editions that another library has.</summary>
    public ApiHoldingsElsewhere Draw(IEnumerable<CatalogEntry> entries) => new([.. entries.Select(Draw).Where(edition => edition.Libraries > 0)]);

    private ApiEditionElsewhere Draw(CatalogEntry entry)
    {
        var others = HeldAt.In(entry, members).Where(held => held.Library != from?.Id.Value).Select(Draw).ToList();
        var ordered = others.OrderBy(held => held.Metres ?? int.MaxValue).ThenBy(held => held.Status != ItemStatus.Available).ThenBy(held => held.Name, StringComparer.Ordinal);
        return new(entry.Id, Cut(entry.Description.Title.Proper)!, entry.Description.Year, others.Count, [.. ordered.Take(MostLibraries)]);
    }

    private ApiHeldElsewhere Draw(HeldAt held) => new(
        held.Library, Cut(held.Name)!, Cut(held.Place), Cut(held.CallNumber), held.Status, held.Copies, held.Available,
        from?.Position is { } here && members.Find(new SourceId(held.Library))?.Position is { } there ? Metres(here, there) : null);

    private static string? Cut(string? text) => text?.Length > LongestText ? text[..LongestText] : text;

    /// <summary>By the haversine formula on a sphere of 6,371 km: half a per cent off at most.</summary>
    private static int Metres(GeoPosition here, GeoPosition there)
    {
        var (up, across) = (double.DegreesToRadians(there.Latitude - here.Latitude), double.DegreesToRadians(there.Longitude - here.Longitude));
        var half = Math.Pow(Math.Sin(up / 2), 2)
            + (Math.Cos(double.DegreesToRadians(here.Latitude)) * Math.Cos(double.DegreesToRadians(there.Latitude)) * Math.Pow(Math.Sin(across / 2), 2));
        return (int)Math.Round(2 * 6_371_000 * Math.Asin(Math.Min(1, Math.Sqrt(half))));
    }
}
