using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.DryRuns;

/// <summary>
/// The records that one run told, as digests: some 50 bytes each, whatever their size.
/// </summary>
internal sealed class ForeseenRecords
{
    private readonly Dictionary<UInt128, RecordState> _told = [];
    private readonly HashSet<UInt128> _unreadable = [];

    /// <summary>Whether it told the record, be it unreadably.</summary>
    public bool Has(string identifier) => Digest(identifier) is var digest && (_told.ContainsKey(digest) || _unreadable.Contains(digest));

    /// <summary>What it told of the record last; null where it told nothing.</summary>
    public RecordState? Find(string identifier) => _told.TryGetValue(Digest(identifier), out var state) ? state : null;

    public void Note(string identifier, RecordState state) => _told[Digest(identifier)] = state;

    public void Forget(string identifier) => _told.Remove(Digest(identifier));

    public void NoteUnreadable(string? identifier)
    {
        if (identifier is not null)
        {
            _unreadable.Add(Digest(identifier));
        }
    }

    /// <summary>What a record is, for comparing it with another telling of it.</summary>
    /// <param name="record">The record; null for one that was never told.</param>
    public static RecordState StateOf(HarvestedRecord? record) => record switch
    {
        HarvestedRecord.Live live => new(RecordTelling.Live, Digest(live.Metadata.Span) ^ (UInt128)(int)live.Format),
        HarvestedRecord.Deleted => new(RecordTelling.Deleted, default),
        _ => new(RecordTelling.Never, default),
    };

    private static UInt128 Digest(string text) => Digest(Encoding.UTF8.GetBytes(text));

    private static UInt128 Digest(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
}

/// <summary>What was told of a record.</summary>
internal readonly record struct RecordState(RecordTelling Telling, UInt128 Content)
{
    public bool IsLive => Telling == RecordTelling.Live;
}

/// <summary>How a record was told.</summary>
internal enum RecordTelling
{
    /// <summary>Not at all.</summary>
    Never,

    /// <summary>As one that the member has.</summary>
    Live,

    /// <summary>As one that it has no more.</summary>
    Deleted,
}
