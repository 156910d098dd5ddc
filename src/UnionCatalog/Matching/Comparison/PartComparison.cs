using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares the part numbers of two records.</summary>
internal static class PartComparison
{
    /// <summary>
    /// Disagrees when both name a volume, class, semester … and not the same; near when only one names it; unknown when
    /// neither names any.
    /// </summary>
    public static Evidence Compare(IReadOnlyDictionary<PartKind, SortedSet<string>> left, IReadOnlyDictionary<PartKind, SortedSet<string>> right)
    {
        var agreement = Agreement.Unknown;
        foreach (var kind in left.Keys.Union(right.Keys))
        {
            agreement = (Agreement)Math.Max((int)agreement, (int)Compare(kind, left.GetValueOrDefault(kind), right.GetValueOrDefault(kind)));
        }

        return new(Feature.Parts, agreement, Show(left), Show(right));
    }

    private static Agreement Compare(PartKind kind, SortedSet<string>? left, SortedSet<string>? right)
    {
        if (left is null || right is null)
        {
            return kind == PartKind.Level ? Agreement.Unknown : Agreement.Near;
        }

        // A book "untuk SMA/MA/SMK" is the same as one "untuk SMA"; one for the classes 4 to 6 is not the one for class 4.
        var agree = kind == PartKind.Level ? left.Overlaps(right) : left.SetEquals(right);
        return agree ? Agreement.Agree : Agreement.Disagree;
    }

    private static string Show(IReadOnlyDictionary<PartKind, SortedSet<string>> parts) =>
        string.Join(", ", parts.OrderBy(part => part.Key).Select(part => $"{part.Key} {string.Join('+', part.Value)}"));
}
