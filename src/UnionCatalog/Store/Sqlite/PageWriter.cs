using System.Diagnostics;
using System.Security.Cryptography;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Stores records as one member tells them, and appends those that changed to the log.</summary>
/// <param name="session">A transaction under way.</param>
/// <param name="source">The member, by number.</param>
/// <param name="run">The run by which the member tells them; null where they are not told anew.</param>
/// <param name="now">When, by this machine's clock.</param>
internal sealed class PageWriter(SqliteSession session, long source, long? run, DateTimeOffset now)
{
    /// <summary>Stores the records of a page; of one that it tells more than once the last is taken.</summary>
    public RunCounts Store(IEnumerable<HarvestedRecord> records) => records
        .Reverse().DistinctBy(record => record.Key.Identifier).Reverse()
        .Aggregate(new RunCounts(), (counts, record) => counts + Store(record));

    private RunCounts Store(HarvestedRecord told)
    {
        var stored = session.FindRow(
            "SELECT id, datestamp, format, hash FROM records WHERE source = ?1 AND identifier = ?2",
            row => new Stored(
                row.GetInt64(0), row.FindNumber(1), (MetadataFormat?)row.FindNumber(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3)),
            source, told.Key.Identifier);
        return told switch
        {
            HarvestedRecord.Live live => Store(live, stored),
            HarvestedRecord.Deleted => StoreDeletion(told, stored),
            _ => throw new UnreachableException(),
        };
    }

    private RunCounts Store(HarvestedRecord.Live told, Stored? stored)
    {
        var hash = SHA256.HashData(told.Metadata.Span);
        if (stored?.Format == told.Format && hash.AsSpan().SequenceEqual(stored.Hash))
        {
            return Redate(stored, told);
        }

        Log(Put(told, told.Format, hash));
        return stored?.Format is null ? new RunCounts { New = 1 } : new RunCounts { Changed = 1 };
    }

    private RunCounts StoreDeletion(HarvestedRecord told, Stored? stored)
    {
        if (stored is { Format: null })
        {
            return Redate(stored, told);
        }

        var id = Put(told, null, null);
        if (stored is null)
        {
            return new RunCounts();
        }

        Log(id);
        return new RunCounts { Deleted = 1 };
    }

    // The member's date alone is no change of the record: some members date everything anew every night.
    private RunCounts Redate(Stored stored, HarvestedRecord told)
    {
        if (stored.Datestamp != told.Datestamp?.ToStored())
        {
            session.Execute("UPDATE records SET datestamp = ?2 WHERE id = ?1", stored.Id, told.Datestamp.ToStored());
        }

        Sightings.Note(session, stored.Id, run);
        return new RunCounts { Unchanged = 1 };
    }

    private long Put(HarvestedRecord told, MetadataFormat? format, byte[]? hash)
    {
        var metadata = (told as HarvestedRecord.Live)?.Metadata;
        var id = session.Find<long>(
            """
            INSERT INTO records (source, identifier, datestamp, format, hash, size, metadata) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (source, identifier) DO UPDATE SET datestamp = excluded.datestamp, format = excluded.format,
                hash = excluded.hash, size = excluded.size, metadata = excluded.metadata
            RETURNING id
            """,
            source, told.Key.Identifier, told.Datestamp.ToStored(), (int?)format, hash, metadata?.Length,
            metadata is { } bytes ? Values.Compress(bytes.Span) : null);
        Sightings.Note(session, id, run);
        return id;
    }

    private void Log(long record) =>
        session.Execute("INSERT OR REPLACE INTO record_changes (record, at) VALUES (?1, ?2)", record, now.ToStored());

    // What the comparison needs; Format is null for a deleted record.
    private sealed record Stored(long Id, long? Datestamp, MetadataFormat? Format, byte[]? Hash);
}
