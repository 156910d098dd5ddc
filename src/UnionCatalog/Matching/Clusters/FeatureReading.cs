using Microsoft.Extensions.Logging;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Reads the features of stored records.</summary>
internal sealed partial class FeatureReading(MemberDirectory members, ILogger log)
{
    /// <summary>The features of a record; null, with a warning in the log, when it cannot be read any more.</summary>
    public MatchFeatures? Read(HarvestedRecord.Live record)
    {
        switch (RecordReader.Read(record.Format, record.Metadata, members.HoldingsOf(record.Key.Source)))
        {
            case RecordReading.Readable readable:
                return MatchFeatures.From(readable.Record);
            case RecordReading.Unreadable unreadable:
                LogUnreadable(record.Key, unreadable.Error.Reason);
                break;
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Record {Record} is left out of the catalogue: it was harvested, but cannot be read now. {Reason}")]
    private partial void LogUnreadable(RecordKey record, string reason);
}
