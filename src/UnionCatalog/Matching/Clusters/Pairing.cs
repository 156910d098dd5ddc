using Microsoft.Extensions.Logging;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Renews the blocking keys and the verified pairs of a record that changed.</summary>
internal sealed partial class Pairing(IClusteringWork work, FeatureReader features, ILogger log)
{
    /// <summary>At most so many candidates are compared under one key, those stored first.</summary>
    public const int CandidateLimit = 200;

    // Once a transaction is enough: the neighbours in a crowded block would all say the same.
    private bool _toldOfCrowd;

    /// <summary>Renews them.</summary>
    /// <returns>Whether the record belongs in a cluster: it is live and can be read.</returns>
    public async Task<bool> RenewAsync(HarvestedRecord record)
    {
        var own = record is HarvestedRecord.Live live ? features.Read(live) : null;
        await work.SetBlocksAsync(record.Key, own is null ? [] : [.. BlockingKeys.Of(own).Select(key => $"{key.Family}:{key.Hash:x}")]);
        await work.SetPairsAsync(record.Key, own is null ? [] : await FindPartnersAsync(record.Key, own));
        return own is not null;
    }

    private async Task<List<RecordKey>> FindPartnersAsync(RecordKey record, MatchFeatures own)
    {
        var candidates = await work.FindCandidatesAsync(record, CandidateLimit);
        if (candidates.Count >= CandidateLimit && !_toldOfCrowd)
        {
            _toldOfCrowd = true;
            LogCrowded(record, candidates.Count, CandidateLimit);
        }

        return [.. candidates
            .Where(candidate => features.Read(candidate) is { } other && PairComparer.Judge(own, other).Outcome == Outcome.Same)
            .Select(candidate => candidate.Key)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Record {Record} was compared with {Count} others that look like it. "
        + "No more than {Limit} are compared under one identifier or title, so a record of the same edition may be missed.")]
    private partial void LogCrowded(RecordKey record, int count, int limit);
}
