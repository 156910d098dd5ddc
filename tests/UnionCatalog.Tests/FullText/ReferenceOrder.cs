using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>In which order hits stand.</summary>
internal static class ReferenceOrder
{
    /// <summary>What two scores may differ by only because their parts were added in another order, as a part of them.</summary>
    private const double Noise = 1e-9;

    private static readonly SortBy[] ByScore = [new(null, Descending: true)];

    /// <summary>The order that is promised.</summary>
    public static int Compare(IReadOnlyList<SortBy> sort, ReferenceHit one, ReferenceHit other)
    {
        foreach (var by in Whole(sort))
        {
            if (CompareBy(by, one, other) is not 0 and var order)
            {
                return order;
            }
        }

        return one.Document.KeyBytes.AsSpan().SequenceCompareTo(other.Document.KeyBytes);
    }

    /// <summary>Whether one may stand where the other should: only where their scores are the same but for noise.</summary>
    public static bool MayChange(IReadOnlyList<SortBy> sort, ReferenceHit one, ReferenceHit other)
    {
        foreach (var by in Whole(sort))
        {
            if (by.Column is null)
            {
                return IsNoise(one.Score, other.Score);
            }

            if (CompareBy(by, one, other) != 0)
            {
                return false;
            }
        }

        return one.Document == other.Document;
    }

    public static bool IsNoise(double one, double other) => Math.Abs(one - other) <= Noise * Math.Max(1, Math.Abs(one));

    private static IReadOnlyList<SortBy> Whole(IReadOnlyList<SortBy> sort) => sort.Count == 0 ? ByScore : sort;

    /// <summary>A column has numbers or sort keys; of the other kind both have none.</summary>
    private static int CompareBy(SortBy by, ReferenceHit one, ReferenceHit other)
    {
        if (by.Column is null)
        {
            return Direct(one.Score.CompareTo(other.Score), by);
        }

        var numbers = (one.Document.Number(by.Column), other.Document.Number(by.Column)) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => Direct(a.Value.CompareTo(b.Value), by),
        };
        return numbers != 0 ? numbers : (one.Document.SortKey(by.Column), other.Document.SortKey(by.Column)) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => Direct(a.AsSpan().SequenceCompareTo(b), by),
        };
    }

    private static int Direct(int order, SortBy by) => by.Descending ? -Math.Sign(order) : Math.Sign(order);
}
