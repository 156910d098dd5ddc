using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Decides what becomes of the records of one list, and remembers which have come.</summary>
internal sealed class SruSorter(Member member)
{
    /// <summary>Catalogues have the odd record twice, but not so many one after the other.</summary>
    private const int MostRepeated = 10;

    /// <summary>Digests, since whole identifiers of a large catalogue would take too much memory.</summary>
    private readonly HashSet<UInt128> _seen = [];
    private int _repeated;

    /// <summary>Sorts a page's records into those to store and those to set aside.</summary>
    /// <param name="records">The records.</param>
    /// <param name="start">The position of the first of them.</param>
    /// <exception cref="MemberFault">They have come before.</exception>
    public (List<HarvestedRecord> Records, List<SetAsideRecord> SetAside) Sort(IReadOnlyList<SruRecord> records, long start)
    {
        var fetched = records.Select(Take).ToList();
        var isRepeated = fetched.ConvertAll(record => record.Identifier.Length > 0 && !_seen.Add(Digest(record.Identifier)));
        _repeated = isRepeated.Contains(false) ? isRepeated.Count - 1 - isRepeated.LastIndexOf(false) : _repeated + isRepeated.Count;
        if (_repeated > MostRepeated || (isRepeated.Count > 1 && !isRepeated.Contains(false)))
        {
            throw SruFaults.Repeats(start);
        }

        // Which of the two is the one that was stored the last time nobody knows, so the second has no identifier here.
        return RecordSorter.Sort(
            fetched.Select((record, at) => isRepeated[at] ? SetAside("", SruFaults.SameIdentifier(record.Identifier), BytesOf(record)) : record), member);
    }

    private static OaiRecord Take(SruRecord record)
    {
        if (record is { Broken: { } broken })
        {
            return SetAside(record.Identifier, broken.Reason, broken.Bytes);
        }

        if (record is { Diagnostic: { } said })
        {
            return SetAside(record.Identifier, SruFaults.Withheld(said), default);
        }

        if (record.Metadata is not { } metadata)
        {
            return SetAside(record.Identifier, SruFaults.Empty, default);
        }

        if (FormatChoice.Of(metadata.Root) is not { } format)
        {
            return SetAside(record.Identifier, SruFaults.UnknownFormat(metadata.Root.ToString()), metadata.Bytes);
        }

        if (metadata.IsCut)
        {
            return SetAside(record.Identifier, SruFaults.TooLarge, metadata.Bytes);
        }

        return SruIdentifiers.Find(record, format) is { } identifier
            ? new(identifier, null, IsDeleted: false, metadata)
            : SetAside(null, SruFaults.NoIdentifier, metadata.Bytes);
    }

    private static OaiRecord SetAside(string? identifier, string reason, ReadOnlyMemory<byte> bytes) =>
        new(identifier ?? "", null, IsDeleted: false, Metadata: null) { Broken = new(reason, bytes) };

    private static ReadOnlyMemory<byte> BytesOf(OaiRecord record) => record.Broken?.Bytes ?? record.Metadata?.Bytes ?? default;

    private static UInt128 Digest(string identifier) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)));
}
