using UnionCatalog.Matching;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>
/// What the clusters of some records must be, drawn again from all of them by the words of the rules: slow, plain and easy to
/// believe. Shares with the real drawing only what compares two records and what names blocks.
/// </summary>
internal sealed class PlainDrawing
{
    private readonly ClusterOptions _options;
    private readonly List<One> _ones = [];
    private readonly List<HashSet<One>> _active = [];
    private readonly HashSet<string> _suspicious = new(StringComparer.Ordinal);

    public PlainDrawing(IEnumerable<HarvestedRecord> records, IReadOnlyList<MatchOverride> overrides, ClusterOptions options)
    {
        _options = options;
        foreach (var record in records.OfType<HarvestedRecord.Live>())
        {
            if (RecordReader.Read(record.Format, record.Metadata, new HoldingsMapping()) is RecordReading.Readable readable)
            {
                Add(record.Key, MatchFeatures.From(readable.Record), overrides.Any(decision => decision.A == record.Key || decision.B == record.Key));
            }
        }

        foreach (var root in _ones.SelectMany(one => BlockingKeys.Of(one.Features).Select(key => (key, one))).GroupBy(pair => pair.key, pair => pair.one))
        {
            Split(root.Key, [.. root]);
        }

        Clusters = Draw(overrides);
    }

    public IReadOnlyList<IReadOnlyList<RecordKey>> Clusters { get; }

    public IReadOnlyList<string> Partition =>
        [.. Clusters.Select(cluster => string.Join(" + ", cluster.Select(key => key.ToString()).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    public int Crowds { get; private set; }

    public IReadOnlyCollection<string> Suspicious => _suspicious;

    /// <summary>How many active blocks, crowded roots and pairs there were, for telling whether the test tests anything.</summary>
    public int CrowdedRoots { get; private set; }

    public int Refused { get; private set; }

    private void Add(RecordKey key, MatchFeatures features, bool isDecided)
    {
        var hash = ProfileDraft.Of(features, isDecided ? key : null).Hash;
        if (_ones.Find(one => one.Hash == hash) is { } same)
        {
            same.Keys.Add(key);
        }
        else
        {
            _ones.Add(new One(hash, features, isDecided, [key]));
        }
    }

    private void Split(BlockKey block, HashSet<One> members)
    {
        if (members.Count <= _options.BlockLimit)
        {
            _active.Add(members);
            return;
        }

        CrowdedRoots++;
        if (Identifiers.Has(block.Family) && members.Select(one => Identifiers.TitleOf(one.Features)).Distinct().Count() > _options.MostTitles
            && members.Select(one => Identifiers.Find(block, one.Features)).First() is { } identifier)
        {
            _suspicious.Add(identifier);
        }

        var finer = members.SelectMany(one => FinerBlocks.Of(block, one.Features).Select(key => (key, one))).GroupBy(pair => pair.key, pair => pair.one).ToList();
        Crowds += finer.Count == 0 ? 1 : 0;
        if (finer.Count == 0)
        {
            var order = members.OrderBy(one => one.Hash).ToList();
            for (var place = 0; place < order.Count; place++)
            {
                _active.AddRange(order.Skip(place + 1).Take(_options.RestReach).Select(other => new HashSet<One> { order[place], other }));
            }
        }

        finer.ForEach(inner => Split(inner.Key, [.. inner]));
    }

    private List<IReadOnlyList<RecordKey>> Draw(IReadOnlyList<MatchOverride> overrides)
    {
        var poor = _ones.Where(one => PairComparer.Judge(one.Features, one.Features, _suspicious).Outcome != Outcome.Same).ToHashSet();
        One? Own(RecordKey key) => _ones.Find(one => one.IsDecided && one.Keys.Contains(key));
        var apart = overrides.Where(decision => decision.Kind == OverrideKind.Apart).Select(decision => (A: Own(decision.A), B: Own(decision.B))).ToList();
        var natural = _ones.ToDictionary(one => one, one => new HashSet<One> { one });
        var whole = _ones.ToDictionary(one => one, one => new HashSet<One> { one });
        foreach (var decision in overrides.Where(decision => decision.Kind == OverrideKind.Together))
        {
            if (Own(decision.A) is { } a && Own(decision.B) is { } b)
            {
                Unite(whole, a, b);
            }
        }

        var pairs =
            from left in _ones
            from right in _ones
            where left.Hash < right.Hash && !poor.Contains(left) && !poor.Contains(right)
            where _active.Exists(block => block.Contains(left) && block.Contains(right))
            let judgement = PairComparer.Judge(left.Features, right.Features, _suspicious)
            where judgement.Outcome == Outcome.Same
            orderby judgement.Weight descending, left.Hash, right.Hash
            select (left, right);
        foreach (var (left, right) in pairs)
        {
            var isVetoed = natural[left] != natural[right]
                && natural[left].Any(one => natural[right].Any(other => PairComparer.Judge(one.Features, other.Features, _suspicious).Veto is not null));
            var isParted = whole[left] != whole[right] && apart.Exists(decision => decision.A is not null && decision.B is not null
                && ((whole[left].Contains(decision.A) && whole[right].Contains(decision.B)) || (whole[left].Contains(decision.B) && whole[right].Contains(decision.A))));
            if (isVetoed || isParted)
            {
                Refused++;
            }
            else
            {
                Unite(natural, left, right);
                Unite(whole, left, right);
            }
        }

        return
        [
            .. whole.Values.Distinct().SelectMany(group => group.Count == 1 && poor.Contains(group.First())
                ? group.First().Keys.Select(key => (IReadOnlyList<RecordKey>)[key])
                : [[.. group.SelectMany(one => one.Keys)]]),
        ];
    }

    private static void Unite(Dictionary<One, HashSet<One>> groups, One left, One right)
    {
        if (groups[left] != groups[right])
        {
            var united = groups[left];
            united.UnionWith(groups[right]);
            foreach (var member in united)
            {
                groups[member] = united;
            }
        }
    }

    private sealed class One(UInt128 hash, MatchFeatures features, bool isDecided, List<RecordKey> keys)
    {
        public UInt128 Hash => hash;

        public MatchFeatures Features => features;

        public bool IsDecided => isDecided;

        public List<RecordKey> Keys => keys;
    }
}
