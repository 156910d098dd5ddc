using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Takes some changes of records into the clusters, within one transaction.</summary>
internal sealed class ChangeBatch(IClusteringWork work, FeatureReading reading, ClusterOptions options)
{
    /// <summary>Takes them.</summary>
    public async Task TakeAsync(IReadOnlyList<RecordChange> changes)
    {
        var disbelief = await Disbelief.OpenAsync(work, options);
        var shelf = new ProfileShelf(work);
        var pairs = new PairKeeping(work, shelf, new BlockKeeping(work, shelf, disbelief, options), disbelief);
        var renewal = new RecordRenewal(work, shelf, pairs, disbelief, reading);
        foreach (var change in changes)
        {
            await renewal.TakeAsync(change);
        }

        await pairs.FollowDisbeliefAsync();
        var around = new Neighbourhood(work, shelf, renewal.Touched, pairs.Rejudged);
        await around.GatherAsync(pairs.Changed);
        await new ClusterRedrawing(work, shelf, around, renewal.Touched, disbelief.Identifiers).DrawAsync();
    }
}
