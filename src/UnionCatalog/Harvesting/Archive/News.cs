using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Archive;

/// <summary>
/// Tells which records of a page that is read again are not older than what is stored. Pages may be missing between those that
/// are kept, and absences are in none of them.
/// </summary>
internal sealed class News(IHarvestStore store)
{
    /// <summary>Digests of what this replay stored itself: of those, the later page is the newer one, whatever its dates.</summary>
    private readonly HashSet<UInt128> _replayed = [];

    /// <summary>The records that are to be stored.</summary>
    /// <param name="records">Those of the page.</param>
    /// <param name="came">When the page came.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<List<HarvestedRecord>> OfAsync(IReadOnlyList<HarvestedRecord> records, DateTimeOffset came, CancellationToken cancellation)
    {
        var news = new List<HarvestedRecord>();
        foreach (var record in records)
        {
            var digest = Digest(record.Key.Identifier);
            if (_replayed.Contains(digest) || !IsOld(record, came, await store.FindStandingAsync(record.Key, cancellation)))
            {
                _replayed.Add(digest);
                news.Add(record);
            }
        }

        return news;
    }

    /// <summary>What was deleted after the page came stays so; and what the member itself dated later.</summary>
    private static bool IsOld(HarvestedRecord record, DateTimeOffset came, RecordStanding? standing) =>
        standing is { IsLive: false, Changed: { } deleted } && deleted >= came && record is HarvestedRecord.Live
        || standing?.Datestamp > record.Datestamp;

    private static UInt128 Digest(string identifier) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)));
}
