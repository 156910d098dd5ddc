using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>Finds out whether the catalogue brought two records before each other: whether they share a block that is not crowded.</summary>
internal sealed class MeetingFinder(IReviewStore reviews)
{
    /// <summary>Finds it out.</summary>
    public async Task<Meeting> FindAsync(MatchFeatures left, MatchFeatures right, CancellationToken cancellation)
    {
        var (shared, crowds) = (new SortedSet<BlockFamily>(), new SortedSet<BlockFamily>());
        var open = BlockingKeys.Of(left).Intersect(BlockingKeys.Of(right)).ToList();
        while (open.Count > 0)
        {
            var crowded = await reviews.FindCrowdedAsync(open.ConvertAll(key => key.Hash), cancellation);
            shared.UnionWith(open.Where(key => !crowded.Contains(key.Hash)).Select(key => key.Family));
            var split = open.Where(key => crowded.Contains(key.Hash)).ToList();
            crowds.UnionWith(split.Select(key => key.Family));
            open = [.. split.SelectMany(key => BlockingKeys.Split(key, left).Intersect(BlockingKeys.Split(key, right))).Distinct()];
        }

        return new Meeting([.. shared], [.. crowds.Except(shared)]);
    }
}
