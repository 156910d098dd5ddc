using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>Decides what becomes of each record of a page: live, deleted, or set aside with its reason and its bytes.</summary>
internal static class RecordSorter
{
    private const int LongestIdentifier = 1000;

    public static (List<HarvestedRecord> Records, List<SetAsideRecord> SetAside) Sort(IEnumerable<OaiRecord> records, Member member)
    {
        var (good, bad) = (new List<HarvestedRecord>(), new List<SetAsideRecord>());
        foreach (var record in records)
        {
            if (WhyNotStored(record) is { } reason)
            {
                bad.Add(new(member.Id, NameOf(record), reason, record.Broken?.Bytes ?? record.Metadata?.Bytes ?? default));
            }
            else
            {
                good.Add(Take(record, new(member.Id, record.Identifier)));
            }
        }

        return (good, bad);
    }

    /// <summary>An identifier that no record can have is only named by its beginning: reports print it.</summary>
    private static string? NameOf(OaiRecord record) => record.Identifier.Length switch
    {
        0 => null,
        > LongestIdentifier => Faults.Shorten(record.Identifier),
        _ => record.Identifier,
    };

    private static HarvestedRecord Take(OaiRecord record, RecordKey key) => record.IsDeleted
        ? new HarvestedRecord.Deleted(key, record.Datestamp)
        : new HarvestedRecord.Live(key, record.Datestamp, FormatChoice.Of(record.Metadata!.Root)!.Value, record.Metadata.Bytes);

    private static string? WhyNotStored(OaiRecord record) => record switch
    {
        { Broken: { } broken } => broken.Reason,
        { Identifier.Length: 0 } => "The record has no identifier in its OAI-PMH header, so it could not be recognised the next time.",
        { Identifier.Length: > LongestIdentifier } => $"The record's identifier is longer than {LongestIdentifier} characters.",
        { IsDeleted: true } => null,
        { Metadata: null } => "The record came without metadata. Ask the member's administrator to open and save it in the library system.",
        { Metadata.IsCut: true } => "The record is larger than is stored here; only its beginning was kept. Look for a file or picture pasted into a field.",
        { Metadata: { } metadata } => FormatChoice.Of(metadata.Root) is { } format
            ? RecordReader.FindError(format, metadata.Bytes)?.Reason
            : $"The record is in a format that is not read here (<{Faults.Shorten(metadata.Root.ToString())}>). Check metadataPrefix in the member's configuration.",
    };
}
