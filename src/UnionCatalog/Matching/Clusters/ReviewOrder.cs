namespace UnionCatalog.Matching.Clusters;

/// <summary>Which of two pairs of equal weight stands for two clusters: by what names their profiles, never by arrival.</summary>
internal static class ReviewOrder
{
    /// <summary>Compares two pairs of hashes, each in either order: the lower comes first.</summary>
    public static int Compare((UInt128 One, UInt128 Other) left, (UInt128 One, UInt128 Other) right)
    {
        var order = UInt128.Min(left.One, left.Other).CompareTo(UInt128.Min(right.One, right.Other));
        return order != 0 ? order : UInt128.Max(left.One, left.Other).CompareTo(UInt128.Max(right.One, right.Other));
    }
}
