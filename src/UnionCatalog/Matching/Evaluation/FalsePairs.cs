using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>The pairs of records that our rule got wrong.</summary>
internal static class FalsePairs
{
    // A cluster of thousands that is all wrong has millions of pairs, and some thousands of them tell as much.
    private const int MostOfCluster = 2_000;

    /// <summary>Those that were wrongly put together, the surest first.</summary>
    /// <param name="set">The records and the truth.</param>
    /// <param name="found">The cluster of each as found.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<FalsePair> Together(LabelledSet set, IReadOnlyList<int> found, int most) =>
        Explain(set, true, Between(found, set.Truth), pairs => pairs.OrderByDescending(pair => pair.Weight), most);

    /// <summary>Those that were wrongly kept apart and were nearest to being put together, the nearest first.</summary>
    public static IReadOnlyList<FalsePair> NearlyTogether(LabelledSet set, IReadOnlyList<int> found, int most) =>
        Explain(set, false, Between(set.Truth, found), pairs => pairs.OrderByDescending(pair => pair.Weight), most);

    /// <summary>Those that were wrongly kept apart, the surest first.</summary>
    public static IReadOnlyList<FalsePair> Apart(LabelledSet set, IReadOnlyList<int> found, int most) =>
        Explain(set, false, Between(set.Truth, found), pairs => pairs.OrderBy(pair => pair.Weight), most);

    // The pairs that are in one cluster by the first partition and in two by the second.
    private static IEnumerable<(int Left, int Right)> Between(IReadOnlyList<int> together, IReadOnlyList<int> apart) =>
        Enumerable.Range(0, together.Count).GroupBy(record => together[record]).SelectMany(cluster =>
        {
            var records = cluster.ToList();
            return records.SelectMany((left, i) => records.Skip(i + 1).Where(right => apart[left] != apart[right]).Select(right => (left, right)))
                .Take(MostOfCluster);
        });

    private static List<FalsePair> Explain(
        LabelledSet set,
        bool wereTogether,
        IEnumerable<(int Left, int Right)> pairs,
        Func<IEnumerable<(int Left, int Right, int Weight)>, IOrderedEnumerable<(int Left, int Right, int Weight)>> order,
        int most)
    {
        var features = new Dictionary<int, MatchFeatures>();
        MatchFeatures Of(int record) => features.TryGetValue(record, out var read) ? read : features[record] = MatchFeatures.From(set.Records[record].Record);
        var weighed = pairs.Select(pair => (pair.Left, pair.Right, PairComparer.Judge(Of(pair.Left), Of(pair.Right)).Weight));
        return [.. order(weighed).ThenBy(pair => pair.Left).ThenBy(pair => pair.Right).Take(most)
            .Select(pair => new FalsePair(set.Records[pair.Left], set.Records[pair.Right], wereTogether, PairComparer.Explain(Of(pair.Left), Of(pair.Right))))];
    }
}

/// <summary>A pair that our rule got wrong.</summary>
/// <param name="Left">One record.</param>
/// <param name="Right">The other.</param>
/// <param name="WereTogether">Whether they were put together; else they were kept apart.</param>
/// <param name="Comparison">What the rule says of the two by themselves, which need not be what became of them.</param>
internal sealed record FalsePair(MeasuredRecord Left, MeasuredRecord Right, bool WereTogether, Comparison.Comparison Comparison)
{
    /// <summary>Why they came to be where they are in spite of the comparison; null where the comparison says it.</summary>
    public string? Remark => (WereTogether, Comparison.Judgement.Outcome) switch
    {
        (true, not Outcome.Same) => "other records joined them",
        (false, Outcome.Same) => "they were not compared, or another record of their clusters forbids it",
        _ => null,
    };
}
