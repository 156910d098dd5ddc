using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Clusters.Bulk;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Draws the clusters of many records at once, in memory.</summary>
internal sealed class ClusterRun
{
    /// <summary>A block with more profiles is crowded: it is split, and reported where it cannot be.</summary>
    public const int BlockLimit = 200;

    private readonly ProfileTable _profiles = new();
    private readonly BlockTable _blocks;
    private readonly List<(RecordKey Key, int Profile)> _records = [];

    /// <summary>Draws within limits.</summary>
    public ClusterRun(ClusterOptions? options = null) => _blocks = new BlockTable(_profiles, options ?? new());

    /// <summary>Adds a record.</summary>
    public void Add(RecordKey key, MatchFeatures features)
    {
        var (profile, isNew) = _profiles.Add(ProfileDraft.Of(features, null), null);
        foreach (var block in isNew ? BlockingKeys.Of(features) : [])
        {
            _blocks.Add(block.Hash, profile);
        }

        _records.Add((key, profile));
    }

    /// <summary>Draws the clusters.</summary>
    public ClusterRunResult Draw()
    {
        var drawing = BulkDrawing.Begin(_profiles, _blocks, CancellationToken.None);
        drawing.Compare(null, CancellationToken.None);
        drawing.Unite(Decisions.None, CancellationToken.None);
        var clusters = _records
            .GroupBy(record => _profiles.IsPoor(record.Profile) ? (record.Profile, record.Key) : (drawing.Groups[record.Profile], null))
            .Select(group => (IReadOnlyList<RecordKey>)[.. group.Select(record => record.Key)])
            .ToList();
        var first = _records.GroupBy(record => record.Profile, record => record.Key).ToDictionary(same => same.Key, same => same.First());
        var pairs = Enumerable.Range(0, drawing.Pairs.Count).Select(number =>
        {
            var (left, right, weight, isSame) = drawing.Pairs[number];
            return (first[left], first[right], new Judgement(isSame ? Outcome.Same : Outcome.Unsure, weight, null));
        });
        return new(clusters, [.. pairs]);
    }
}

/// <summary>What a run came to.</summary>
/// <param name="Clusters">The records of each cluster.</param>
/// <param name="Pairs">The pairs that are the same or unsure, one record of each profile standing for it.</param>
internal sealed record ClusterRunResult(
    IReadOnlyList<IReadOnlyList<RecordKey>> Clusters,
    IReadOnlyList<(RecordKey Left, RecordKey Right, Judgement Judgement)> Pairs);
