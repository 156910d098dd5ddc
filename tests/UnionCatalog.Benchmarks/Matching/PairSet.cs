using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Tests.Matching;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>The hand-made pairs, which the tests have among their cases.</summary>
internal static class PairSet
{
    public static LabelledSet Read() => Of("pairs", PairCase.ReadAll(Path.Combine(SharedData.Root, "tests/UnionCatalog.Tests/Cases/Matching/pairs"))
        .Select(pair => new LabelledPair(
            new(pair.Left, $"{pair.File}:{pair.Line} left", 1), new(pair.Right, $"{pair.File}:{pair.Line} right", 1), pair.IsSame, pair.Kind, $"{pair.Text.Left}\n{pair.Text.Right}")));

    /// <summary>Lays pairs out as a set, one after the other.</summary>
    public static LabelledSet Of(string name, IEnumerable<LabelledPair> pairs)
    {
        var all = pairs.ToList();
        return new(name, [.. all.SelectMany(pair => new[] { pair.Left, pair.Right })], [.. all.SelectMany((pair, i) => new[] { 2 * i, pair.IsSame ? 2 * i : (2 * i) + 1 })])
        {
            IsPairs = true,
            Names = [.. all.SelectMany(pair => new[] { pair.Name, pair.Name })],
            Kinds = [.. all.SelectMany(pair => new[] { pair.Kind, pair.Kind })],
        };
    }
}

/// <summary>A pair of records with a verdict.</summary>
/// <param name="Left">One record.</param>
/// <param name="Right">The other.</param>
/// <param name="IsSame">Whether they are of one edition.</param>
/// <param name="Kind">What it is a case of.</param>
/// <param name="Name">What stays the same for it, whatever else the set has.</param>
internal sealed record LabelledPair(MeasuredRecord Left, MeasuredRecord Right, bool IsSame, string Kind, string Name);
