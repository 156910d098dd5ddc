using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Draws anew the clusters that a batch of changes can touch: the connected components of the verified pairs.</summary>
internal sealed class ClusterDrawing(IClusteringWork work)
{
    private readonly HashSet<RecordKey> _changed = [];
    private readonly HashSet<ClusterId> _touched = [];

    /// <summary>Notes that the pairs of a record were renewed.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isThere">Whether it belongs in a cluster; it is taken out at once when not.</param>
    public async Task NoteChangeAsync(RecordKey record, bool isThere)
    {
        if (await work.FindClusterAsync(record) is { } cluster)
        {
            _touched.Add(cluster);
        }

        if (isThere)
        {
            _changed.Add(record);
        }
        else
        {
            await work.RemoveAsync(record);
        }
    }

    /// <summary>
    /// Redraws. A cluster that only gains is reached from the changed record by its pairs; one that loses, through its
    /// members.
    /// </summary>
    public async Task RedrawAsync()
    {
        var open = new Queue<RecordKey>(_changed);
        foreach (var cluster in _touched)
        {
            foreach (var member in await work.ListMembersAsync(cluster))
            {
                open.Enqueue(member);
            }
        }

        var seen = new HashSet<RecordKey>();
        while (open.TryDequeue(out var record))
        {
            if (seen.Contains(record))
            {
                continue;
            }

            await PlaceAsync(await FindComponentAsync(record, seen));
        }
    }

    private async Task<List<RecordKey>> FindComponentAsync(RecordKey first, HashSet<RecordKey> seen)
    {
        List<RecordKey> component = [first];
        seen.Add(first);
        for (var i = 0; i < component.Count; i++)
        {
            component.AddRange((await work.FindPartnersAsync(component[i])).Where(seen.Add));
        }

        return component;
    }

    private async Task PlaceAsync(List<RecordKey> component)
    {
        var cluster = ClusterNames.After(await FindEldestAsync(component));
        var members = await work.ListMembersAsync(cluster);
        if (!members.ToHashSet().SetEquals(component))
        {
            await work.AssignAsync(cluster, component);
        }
        else if (component.Exists(_changed.Contains))
        {
            await work.TouchAsync(cluster);
        }
    }

    private async Task<RecordKey> FindEldestAsync(List<RecordKey> component)
    {
        if (component is [var only])
        {
            return only;
        }

        var bySeniority = new List<(long Seniority, RecordKey Record)>(component.Count);
        foreach (var record in component)
        {
            bySeniority.Add((await work.GetSeniorityAsync(record), record));
        }

        return bySeniority.MinBy(one => one.Seniority).Record;
    }
}
