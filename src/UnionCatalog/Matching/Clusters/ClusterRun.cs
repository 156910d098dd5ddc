using System.Security.Cryptography;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Draws the clusters of many records at once, in memory.</summary>
internal sealed class ClusterRun
{
    /// <summary>A block with more profiles is crowded: it is split, and reported.</summary>
    public const int BlockLimit = 200;

    private readonly Dictionary<Int128, int> _profileOf = [];
    private readonly List<MatchFeatures> _profiles = [];
    private readonly List<Int128> _hashes = [];
    private readonly List<(RecordKey Key, int Profile)> _records = [];

    /// <summary>Adds a record.</summary>
    public void Add(RecordKey key, MatchFeatures features)
    {
        var hash = System.Buffers.Binary.BinaryPrimitives.ReadInt128BigEndian(SHA256.HashData(FeatureBytes.Write(features)));
        if (!_profileOf.TryGetValue(hash, out var profile))
        {
            _profileOf[hash] = profile = _profiles.Count;
            _profiles.Add(features);
            _hashes.Add(hash);
        }

        _records.Add((key, profile));
    }

    /// <summary>Draws the clusters.</summary>
    public ClusterRunResult Draw()
    {
        var pairs = new List<ProfilePair>();
        foreach (var (left, right) in FindCandidates())
        {
            var judgement = PairComparer.Judge(_profiles[left], _profiles[right]);
            if (judgement.Outcome != Outcome.Different)
            {
                pairs.Add(new(left, right, judgement));
            }
        }

        var groups = Unite(pairs.Where(pair => pair.Judgement.Outcome == Outcome.Same));
        var clusters = new List<IReadOnlyList<RecordKey>>();
        foreach (var records in _records.GroupBy(record => groups[record.Profile]))
        {
            if (records.Skip(1).Any() && IsTooPoor(records.First().Profile))
            {
                clusters.AddRange(records.Select(record => (IReadOnlyList<RecordKey>)[record.Key]));
            }
            else
            {
                clusters.Add([.. records.Select(record => record.Key)]);
            }
        }

        var first = _records.GroupBy(record => record.Profile, record => record.Key).ToDictionary(same => same.Key, same => same.First());
        return new(clusters, pairs.ConvertAll(pair => (first[pair.Left], first[pair.Right], pair.Judgement)));
    }

    private bool IsTooPoor(int profile) => PairComparer.Judge(_profiles[profile], _profiles[profile]).Outcome != Outcome.Same;

    private HashSet<(int, int)> FindCandidates()
    {
        var blocks = new Dictionary<BlockKey, List<int>>();
        for (var profile = 0; profile < _profiles.Count; profile++)
        {
            foreach (var key in BlockingKeys.Of(_profiles[profile]))
            {
                Put(blocks, key, profile);
            }
        }

        var pairs = new HashSet<(int, int)>();
        foreach (var (key, members) in blocks)
        {
            AddPairs(key, members, pairs);
        }

        return pairs;
    }

    private void AddPairs(BlockKey key, List<int> members, HashSet<(int, int)> pairs)
    {
        if (members.Count <= BlockLimit)
        {
            for (var i = 0; i < members.Count; i++)
            {
                for (var j = i + 1; j < members.Count; j++)
                {
                    pairs.Add((Math.Min(members[i], members[j]), Math.Max(members[i], members[j])));
                }
            }

            return;
        }

        var finer = new Dictionary<BlockKey, List<int>>();
        foreach (var member in members)
        {
            foreach (var inner in BlockingKeys.Split(key, _profiles[member]))
            {
                Put(finer, inner, member);
            }
        }

        foreach (var (inner, some) in finer)
        {
            AddPairs(inner, some, pairs);
        }
    }

    private int[] Unite(IEnumerable<ProfilePair> same)
    {
        var groups = Enumerable.Range(0, _profiles.Count).ToArray();
        var members = Enumerable.Range(0, _profiles.Count).Select(profile => new List<int> { profile }).ToArray();
        foreach (var pair in same.OrderByDescending(pair => pair.Judgement.Weight)
            .ThenBy(pair => Int128.Min(_hashes[pair.Left], _hashes[pair.Right])).ThenBy(pair => Int128.Max(_hashes[pair.Left], _hashes[pair.Right])))
        {
            var (left, right) = (groups[pair.Left], groups[pair.Right]);
            if (left == right || members[left].Exists(one => members[right].Exists(other => PairComparer.Judge(_profiles[one], _profiles[other]).Veto is not null)))
            {
                continue;
            }

            foreach (var member in members[right])
            {
                groups[member] = left;
            }

            members[left].AddRange(members[right]);
            members[right] = [];
        }

        return groups;
    }

    private static void Put(Dictionary<BlockKey, List<int>> blocks, BlockKey key, int profile)
    {
        if (!blocks.TryGetValue(key, out var members))
        {
            blocks[key] = members = [];
        }

        members.Add(profile);
    }

    private readonly record struct ProfilePair(int Left, int Right, Judgement Judgement);
}

/// <summary>What a run came to.</summary>
/// <param name="Clusters">The records of each cluster.</param>
/// <param name="Pairs">The pairs that are the same or unsure, one record of each profile standing for it.</param>
internal sealed record ClusterRunResult(
    IReadOnlyList<IReadOnlyList<RecordKey>> Clusters,
    IReadOnlyList<(RecordKey Left, RecordKey Right, Judgement Judgement)> Pairs);
