using System.Security.Cryptography;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>A record as a member tells it, and what is computed of it while somebody else may write.</summary>
internal sealed class RecordDraft(HarvestedRecord record)
{
    private readonly HarvestedRecord.Live? _live = record as HarvestedRecord.Live;

    public string Identifier => record.Key.Identifier;

    public long? Datestamp => record.Datestamp?.ToStored();

    /// <summary>Null for a deleted record, which has neither hash nor size nor metadata.</summary>
    public MetadataFormat? Format => _live?.Format;

    public int? Size => _live?.Metadata.Length;

    public byte[]? Hash => field ??= _live is null ? null : SHA256.HashData(_live.Metadata.Span);

    /// <summary>The compressed metadata.</summary>
    public byte[]? Metadata => field ??= _live is null ? null : Values.Compress(_live.Metadata.Span);

    /// <summary>What is stored of the record, as <see cref="Prepare"/> found it; null for nothing.</summary>
    public StoredState? Stored { get; private set; }

    /// <summary>The drafts of a page's records; of one that it tells more than once the last is taken.</summary>
    public static List<RecordDraft> Of(IEnumerable<HarvestedRecord> records) =>
        [.. records.Reverse().DistinctBy(record => record.Key.Identifier).Reverse().Select(record => new RecordDraft(record))];

    /// <summary>
    /// Does what takes longest before the one who writes is waited for: compares with what is stored, and compresses the
    /// metadata of what is not the same.
    /// </summary>
    /// <returns>The <see cref="SqliteSession.DataVersion"/> that they are compared with.</returns>
    public static long Prepare(SqliteSession reader, SourceId source, IReadOnlyCollection<RecordDraft> drafts)
    {
        reader.Execute("BEGIN");
        try
        {
            var number = Sources.Find(reader, source);
            foreach (var draft in drafts)
            {
                draft.Stored = number is { } known ? StoredState.Find(reader, known, draft.Identifier) : null;
            }

            Parallel.ForEach(drafts, draft => draft.Compute());
            return reader.DataVersion;
        }
        finally
        {
            reader.RollBack();
        }
    }

    private void Compute() => _ = Hash is not null && Stored?.IsSame(this) != true ? Metadata : null;
}

/// <summary>What there is to compare of a record that is stored.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Datestamp">The member's date.</param>
/// <param name="Format">Null for a deleted record.</param>
/// <param name="Hash">Of the metadata before it was compressed.</param>
internal sealed record StoredState(long Id, long? Datestamp, MetadataFormat? Format, byte[]? Hash)
{
    public static StoredState? Find(SqliteSession session, long source, string identifier) => session
        .Statement("SELECT id, datestamp, format, hash FROM records WHERE source = ?1 AND identifier = ?2")
        .With(source).With(identifier)
        .Find(row => new StoredState(row.GetNumber(0), row.FindNumber(1), (MetadataFormat?)row.FindNumber(2), row.FindBytes(3)));

    /// <summary>Whether a member tells it as it is: live with the same metadata, or deleted.</summary>
    public bool IsSame(RecordDraft told) => Format == told.Format && Hash.AsSpan().SequenceEqual(told.Hash);
}
