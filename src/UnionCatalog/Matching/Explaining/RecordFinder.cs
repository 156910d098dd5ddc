using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>Reads stored records for an explanation.</summary>
internal sealed class RecordFinder(IHarvestStore harvests, IClusterStore clusters, MemberDirectory members)
{
    /// <summary>A record by its key, or what is the matter with it.</summary>
    public async Task<(ExplainedRecord? Record, MissingRecord? Missing)> FindAsync(RecordKey key, CancellationToken cancellation)
    {
        switch (await harvests.FindRecordAsync(key, cancellation))
        {
            case HarvestedRecord.Live live:
                var cluster = await clusters.FindClusterAsync(key, cancellation);
                return Read(live, cluster) is { } record ? (record, null) : (null, new MissingRecord(key, RecordAbsence.Unreadable));
            case HarvestedRecord.Deleted:
                return (null, new MissingRecord(key, RecordAbsence.Deleted));
            default:
                return (null, new MissingRecord(key, RecordAbsence.Unknown));
        }
    }

    /// <summary>A record of a cluster; null when it cannot be read.</summary>
    public ExplainedRecord? Read(HarvestedRecord.Live live, ClusterId? cluster)
    {
        try
        {
            return RecordReader.Read(live.Format, live.Metadata, members.HoldingsOf(live.Key.Source)) is RecordReading.Readable { Record: var record }
                ? new ExplainedRecord(live.Key, record, MatchFeatures.From(record), cluster)
                : null;
        }
        catch (Exception slip) when (slip is not OutOfMemoryException)
        {
            // A slip of ours, which clustering has told in the log: whoever asks why is answered that it cannot be read.
            return null;
        }
    }
}
