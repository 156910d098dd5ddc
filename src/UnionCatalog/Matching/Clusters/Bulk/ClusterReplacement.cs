using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Puts clusters that were drawn anew in the place of those that are there, and keeps their addresses.</summary>
internal sealed class ClusterReplacement
{
    private readonly IClusterRebuild _rebuild;
    private readonly RecordTable _records;
    private readonly ProfileTable _profiles;
    private readonly BulkDrawing _drawing;
    private readonly IReadOnlyList<StoredOverride> _overrides;
    private readonly int[] _groupOf;
    private readonly long[] _clusterOf;
    private readonly HashSet<long> _changed = [];

    private ClusterReplacement(IClusterRebuild rebuild, RecordIntake intake, BulkDrawing drawing, IReadOnlyList<StoredOverride> overrides)
    {
        (_rebuild, _records, _profiles, _drawing, _overrides) = (rebuild, intake.Records, intake.Profiles, drawing, overrides);
        _groupOf = new int[_records.Count];
        var groups = Number();
        _clusterOf = new long[groups];
    }

    /// <summary>Writes everything that <see cref="ClusterTables"/> does not, but the end.</summary>
    public static async Task WriteAsync(IClusterRebuild rebuild, RecordIntake intake, BulkDrawing drawing, IReadOnlyList<StoredOverride> overrides)
    {
        var replacement = new ClusterReplacement(rebuild, intake, drawing, overrides);
        await replacement.KeepAddressesAsync();
        replacement.WriteTables();
        foreach (var cluster in replacement._changed.Order())
        {
            await rebuild.TouchAsync(cluster);
        }
    }

    // The groups of records, numbered in the order of their eldest.
    private int Number()
    {
        var count = 0;
        var numbers = new int[_profiles.Count];
        for (var row = 0; row < _records.Count; row++)
        {
            var profile = _records.ProfileOf(row);
            var isAlone = _profiles.IsPoor(profile) && _profiles.OwnerOf(profile) is null;
            ref var number = ref numbers[_drawing.Groups[profile]];
            _groupOf[row] = isAlone ? count++ : number > 0 ? number - 1 : (number = ++count) - 1;
        }

        return count;
    }

    private async Task KeepAddressesAsync()
    {
        var olds = new int[_records.Count];
        var reconciliation = new Reconciliation();
        foreach (var placement in _rebuild.ListPlacements())
        {
            if (_records.Find(placement.Record) is { } row)
            {
                olds[row] = (int)placement.Cluster;
                reconciliation.Add(placement.Record, placement.Cluster, _groupOf[row]);
            }
            else
            {
                _changed.Add(placement.Cluster);
            }
        }

        reconciliation.Decide();
        await NameAsync(reconciliation);
        foreach (var (old, into) in reconciliation.Redirects)
        {
            await _rebuild.RedirectAsync(old, into);
            _changed.Add(old);
        }

        NoteChanges(olds);
    }

    private async Task NameAsync(Reconciliation reconciliation)
    {
        var naming = new ClusterNaming(_rebuild, old => Task.FromResult(reconciliation.IsWanting(old)));
        var orphans = reconciliation.Orphans;
        for (var row = 0; row < _records.Count; row++)
        {
            ref var cluster = ref _clusterOf[_groupOf[row]];
            if (cluster == 0)
            {
                var group = _groupOf[row];
                var number = reconciliation.KeptBy(group) ?? await naming.NameAsync(
                    _records.NumberOf(row), _records.NameOf(row), record => _records.Find(record) is { } other && _groupOf[other] == group, orphans[group]);
                _clusterOf[group] = number;
            }
        }
    }

    private void NoteChanges(int[] olds)
    {
        for (var row = 0; row < _records.Count; row++)
        {
            var cluster = _clusterOf[_groupOf[row]];
            if (olds[row] != cluster || _records.IsNews(row))
            {
                _changed.Add(cluster);
                if (olds[row] != 0)
                {
                    _changed.Add(olds[row]);
                }
            }
        }
    }

    private void WriteTables()
    {
        _rebuild.WritePlacements(Enumerable.Range(0, _records.Count).Select(row => new Placement(
            _records.NumberOf(row), _records.ProfileOf(row) + 1, _clusterOf[_groupOf[row]], _records.HoldingsOf(row))));
        _rebuild.WriteReports(_drawing.Blocks.Crowds, _drawing.Blocks.Suspicions);
        _rebuild.WriteReviews(new ReviewList(_records, _profiles, row => _clusterOf[_groupOf[row]], _drawing.Pairs, _overrides).Draw());
    }
}
