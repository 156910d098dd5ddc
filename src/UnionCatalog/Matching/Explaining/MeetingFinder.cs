using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>
/// Finds out whether the catalogue brought two records before each other: whether they share a block that is not crowded, or
/// are neighbours in one that nothing splits.
/// </summary>
/// <param name="reviews">What the blocks hold.</param>
/// <param name="options">The limits that the clusters were drawn within; null for the usual ones.</param>
internal sealed class MeetingFinder(IReviewStore reviews, ClusterOptions? options = null)
{
    private readonly ClusterOptions _options = options ?? new();

    /// <summary>Finds it out.</summary>
    /// <param name="left">The one record.</param>
    /// <param name="right">The other.</param>
    /// <param name="decisions">What people decided of either.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Meeting> FindAsync(
        ExplainedRecord left, ExplainedRecord right, IReadOnlyList<MatchOverride> decisions, CancellationToken cancellation)
    {
        var (one, other) = (left.Features, right.Features);
        var (shared, crowds) = (new SortedSet<BlockFamily>(), new SortedSet<BlockFamily>());
        var open = BlockingKeys.Of(one).Intersect(BlockingKeys.Of(other)).ToList();
        while (open.Count > 0)
        {
            var crowded = await reviews.FindCrowdedAsync(open.ConvertAll(key => key.Hash), _options.BlockLimit, cancellation);
            shared.UnionWith(open.Where(key => !crowded.Contains(key.Hash)).Select(key => key.Family));
            var split = open.Where(key => crowded.Contains(key.Hash)).ToList();
            crowds.UnionWith(split.Select(key => key.Family));
            foreach (var rest in split.Where(FinerBlocks.IsRest))
            {
                var between = await reviews.CountBetweenAsync(rest.Hash, HashOf(left, decisions), HashOf(right, decisions), _options.RestReach, cancellation);
                shared.UnionWith(between < _options.RestReach ? [rest.Family] : []);
            }

            open = [.. split.SelectMany(key => FinerBlocks.Of(key, one).Intersect(FinerBlocks.Of(key, other))).Distinct()];
        }

        return new Meeting([.. shared], [.. crowds.Except(shared)]);
    }

    private static UInt128 HashOf(ExplainedRecord record, IReadOnlyList<MatchOverride> decisions) =>
        ProfileDraft.Of(record.Features, decisions.Any(decision => decision.A == record.Key || decision.B == record.Key) ? record.Key : null).Hash;
}
