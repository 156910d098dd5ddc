using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Clusters.Drawing;

/// <summary>Profiles that are connected by pairs that are the same, or by what persons decided.</summary>
/// <param name="Hashes">What names each: of its content, so that no order depends on how records came.</param>
/// <param name="Same">The pairs that are the same.</param>
/// <param name="Together">Those that a person put together.</param>
/// <param name="Apart">Those that a person parted.</param>
/// <param name="Features">What each says.</param>
/// <param name="Suspicious">The identifiers that are not believed.</param>
/// <param name="Known">A number for each; two that share one, other than 0, are known not to be vetoed. Null for nothing known.</param>
internal sealed record Component(
    IReadOnlyList<UInt128> Hashes,
    IReadOnlyList<SameEdge> Same,
    IReadOnlyList<(int Left, int Right)> Together,
    IReadOnlyList<(int Left, int Right)> Apart,
    Func<int, MatchFeatures> Features,
    IReadOnlySet<string> Suspicious,
    IReadOnlyList<long>? Known = null)
{
    private readonly MatchFeatures?[] _features = new MatchFeatures?[Hashes.Count];

    /// <summary>How many profiles there are.</summary>
    public int Count => Hashes.Count;

    /// <summary>Whether nothing may put two profiles together.</summary>
    public bool IsVetoed(int left, int right) =>
        !(Known is { } known && known[left] != 0 && known[left] == known[right])
        && PairComparer.Judge(Decode(left), Decode(right), Suspicious).Veto is not null;

    private MatchFeatures Decode(int place) => _features[place] ??= Features(place);
}
