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
        from?.Position is { } here && members.Find(new SourceId(held.Library))?.Position is { } there ? (int)Math.Round(Distance.Kilometres(here, there) * 1000) : null);

    private static string? Cut(string? text) => text?.Length > LongestText ? text[..LongestText] : text;
}
