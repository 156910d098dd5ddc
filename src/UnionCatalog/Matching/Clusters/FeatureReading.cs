using Microsoft.Extensions.Logging;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Reads the features of stored records.</summary>
/// <remarks>A record that a slip of ours cannot take must not keep all those behind it out of the catalogue.</remarks>
/// <param name="members">What is said of the members' records.</param>
/// <param name="log">Told of records that cannot be taken.</param>
/// <param name="from">Reads the features; null for <see cref="MatchFeatures.From"/>.</param>
internal sealed partial class FeatureReading(MemberDirectory members, ILogger log, Func<BibRecord, MatchFeatures>? from = null)
{
    // Too poor to be compared with anything: whoever has it stands alone.
    private static readonly MatchFeatures Nothing = MatchFeatures.From(new BibRecord { Title = new Title("") });

    private readonly Func<BibRecord, MatchFeatures> _from = from ?? MatchFeatures.From;

    /// <summary>What is to be known of a record; null, with a warning in the log, when it cannot be read any more.</summary>
    public ReadFeatures? Read(HarvestedRecord.Live record)
    {
        switch (ReadRecord(record))
        {
            case RecordReading.Readable readable:
                return new(FeaturesOf(record.Key, readable.Record), Math.Max(1, readable.Record.Holdings.Count));
            case RecordReading.Unreadable unreadable:
                LogUnreadable(record.Key, unreadable.Error.Reason);
                break;
        }

        return null;
    }

    private RecordReading? ReadRecord(HarvestedRecord.Live record)
    {
        try
        {
            return RecordReader.Read(record.Format, record.Metadata, members.HoldingsOf(record.Key.Source));
        }
        catch (Exception slip) when (slip is not OutOfMemoryException)
        {
            LogSlipInReading(slip, record.Key);
            return null;
        }
    }

    private MatchFeatures FeaturesOf(RecordKey key, BibRecord record)
    {
        try
        {
            return _from(record);
        }
        catch (Exception slip) when (slip is not OutOfMemoryException)
        {
            LogSlip(slip, key);
            return Nothing;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Record} stands alone: what it is compared by could not be read from it. Please report this with the record.")]
    private partial void LogSlip(Exception slip, RecordKey record);

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Record} is left out of the catalogue: it could not be read. Please report this with the record.")]
    private partial void LogSlipInReading(Exception slip, RecordKey record);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Record {Record} is left out of the catalogue: it was harvested, but cannot be read now. {Reason}")]
    private partial void LogUnreadable(RecordKey record, string reason);
}

/// <summary>What clustering knows of a record.</summary>
/// <param name="Features">What it is compared by.</param>
/// <param name="Holdings">How many holdings it tells of, 1 at least: a library that names no items has the book.</param>
internal sealed record ReadFeatures(MatchFeatures Features, int Holdings);
