using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Writes what clusters are drawn from, each table as soon as it is known: the next is computed meanwhile.</summary>
internal sealed class ClusterTables(IClusterRebuild rebuild, ProfileTable profiles, BulkDrawing drawing, CancellationToken cancellation)
{
    private const int RowsBetweenLooks = 1 << 12;

    /// <summary>Writes the profiles and their blocks.</summary>
    public void WriteProfiles()
    {
        rebuild.WriteProfiles(Watch(Enumerable.Range(0, profiles.Count).Select(profile => new StoredProfile(
            profile + 1, profiles.HashOf(profile), profiles.OwnerOf(profile), profiles.TitleOf(profile), profiles.IsPoor(profile), profiles.BytesOf(profile)))));
        rebuild.WriteBlocks(Watch(drawing.Blocks.Rows.Select(row => (row.Block, (long)row.Profile + 1))));
    }

    /// <summary>Writes the pairs.</summary>
    public void WritePairs() => rebuild.WritePairs(Watch(drawing.Pairs.BothWays(profiles.Count)));

    // Gives up when the caller does.
    private IEnumerable<T> Watch<T>(IEnumerable<T> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (count++ % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            yield return row;
        }
    }
}
