using UnionCatalog.Availability;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Availability;

/// <summary>Draws up what is known of an edition's items at each library, asking them or not.</summary>
internal sealed class EditionStatus(LiveStatus live, HarvestDates dates, MemberDirectory members)
{
    private static readonly IReadOnlyDictionary<SourceId, ItemsNow> Nobody = new Dictionary<SourceId, ItemsNow>();

    /// <summary>Every library of the edition, by its id.</summary>
    /// <param name="entry">The edition.</param>
    /// <param name="ask">Whether the libraries are asked now; that takes 2 seconds at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, LibraryNow>> FindAsync(CatalogEntry entry, bool ask, CancellationToken cancellation)
    {
        var told = ask ? await live.AskAsync(entry.Libraries.Select(held => new RecordKey(held.Library, held.Identifier)), cancellation) : Nobody;
        var libraries = new Dictionary<string, LibraryNow>();
        foreach (var library in entry.Libraries.Select(held => held.Library).Distinct())
        {
            libraries[library.Value] = new LibraryNow(
                live.CanAsk(library), told.GetValueOrDefault(library), await dates.FindAsync(library, cancellation), ZoneOf(members.Find(library)));
        }

        return libraries;
    }

    private static TimeZoneInfo ZoneOf(Member? member) =>
        member is not null && TimeZoneInfo.TryFindSystemTimeZoneById(member.Source.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
