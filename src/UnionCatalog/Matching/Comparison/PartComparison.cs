using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares the part numbers of two records.</summary>
internal static class PartComparison
{
    /// <summary>
    /// Differs when both name a volume, class, semester … and not the same; one-sided when only one names it; unknown when
    /// neither names any.
    /// </summary>
    public static Level Compare(IReadOnlyDictionary<PartKind, SortedSet<string>> left, IReadOnlyDictionary<PartKind, SortedSet<string>> right)
    {
        var level = Level.Unknown;
        if (left.Count == 0 && right.Count == 0)
        {
            return level;
        }

        foreach (var kind in left.Keys.Union(right.Keys))
        {
            var one = Compare(kind, left.GetValueOrDefault(kind), right.GetValueOrDefault(kind));
            level = one > level ? one : level;
        }

        return level;
    }

    // Equal, OneSided and Differs stand in this order, so that the worst counts.
    private static Level Compare(PartKind kind, SortedSet<string>? left, SortedSet<string>? right)
    {
        if (left is null || right is null)
        {
            return kind == PartKind.Level ? Level.Unknown : Level.OneSided;
        }

        // A book "untuk SMA/MA/SMK" is the same as one "untuk SMA"; one for the classes 4 to 6 is not the one for class 4.
        var agree = kind == PartKind.Level ? left.Overlaps(right) : left.SetEquals(right);
        return agree ? Level.Equal : Level.Differs;
    }

    /// <summary>The parts in words of the lexicon.</summary>
    public static string Show(IReadOnlyDictionary<PartKind, SortedSet<string>> parts) =>
        string.Join(", ", parts.OrderBy(part => part.Key).Select(part => $"{part.Key} {string.Join('+', part.Value)}"));
}
