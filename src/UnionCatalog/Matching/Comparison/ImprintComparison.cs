using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares when, where and by whom two books were published, and how long they are.</summary>
internal static class ImprintComparison
{
    private const int FewYears = 3;

    // Beyond that, a book that says "cet. 1" or "cet. 20" was set anew.
    private const int PrintingYears = 10;
    private const int FewPages = 3;
    private const double NearPages = 0.02;

    // Libraries count pages differently: unnumbered leaves, plates, the index.
    private const double PagesApart = 0.1;

    /// <summary>Compares years.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <param name="pages">How well the pages agree: a later printing of the same setting has the same pages.</param>
    public static Level Years(MatchFeatures left, MatchFeatures right, Level pages)
    {
        // One library gives the year in which a magazine began, another that of an issue.
        if (left.Year is not { } one || right.Year is not { } other || (left.Format == ResourceFormat.Serial && right.Format == ResourceFormat.Serial))
        {
            return Level.Unknown;
        }

        return one == other ? Level.Equal
            : left.Years.Any(right.Years.Contains) ? Level.Shared
            : pages is not (Level.Few or Level.Differs) && Math.Abs(one - other) <= PrintingYears && (one < other ? right : left).IsLaterPrinting ? Level.Compatible
            : Math.Abs(one - other) switch { 1 => Level.OffByOne, <= FewYears => Level.Few, _ => Level.Differs };
    }

    /// <summary>Compares publishers.</summary>
    public static Level Publishers(IReadOnlyList<PublisherFeature> left, IReadOnlyList<PublisherFeature> right)
    {
        var best = left.Count == 0 || right.Count == 0 ? Level.Unknown : Level.Differs;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                var level = one.Compare(other);
                best = level < best ? level : best;
            }
        }

        return best;
    }

    /// <summary>Compares places.</summary>
    public static Level Places(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == 0 || right.Count == 0 ? Level.Unknown : left.Any(right.Contains) ? Level.Equal : Level.Differs;

    /// <summary>Compares series.</summary>
    public static Level Series(IReadOnlyList<SeriesFeature> left, IReadOnlyList<SeriesFeature> right)
    {
        var best = left.Count == 0 || right.Count == 0 ? Level.Unknown : Level.Differs;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                var level = one.Compare(other);
                best = level < best ? level : best;
            }
        }

        return best;
    }

    /// <summary>Compares editions. One that only one record names is <see cref="Level.OneSided"/>, but for the first.</summary>
    public static Level Editions(EditionStatement left, EditionStatement right)
    {
        if (left.Number is { } one && right.Number is { } other)
        {
            // "Edisi revisi 2017" can be the third.
            return one == other ? Level.Equal : EditionStatement.IsYear(one) != EditionStatement.IsYear(other) ? Level.Unknown : Level.Differs;
        }

        return left.IsRevised && right.IsRevised ? Level.Equal : left.IsLater == right.IsLater ? Level.Unknown : Level.OneSided;
    }

    /// <summary>Compares pages.</summary>
    public static Level Pages(PageCounts? left, PageCounts? right)
    {
        if (left is null || right is null)
        {
            return Level.Unknown;
        }

        var apart = left.Distance(right);
        var longer = Math.Max(left.Main, right.Main);
        return apart == 0 ? Level.Equal
            : apart <= Math.Max(FewPages, NearPages * longer) ? Level.Near
            : apart <= PagesApart * longer ? Level.Few
            : Level.Differs;
    }

    /// <summary>Compares how many volumes there are; one of pages alone is one volume.</summary>
    public static Level Volumes(MatchFeatures left, MatchFeatures right)
    {
        if (left.Volumes == 0 && right.Volumes == 0)
        {
            return Level.Unknown;
        }

        if (left.Volumes != 0 && right.Volumes != 0)
        {
            return left.Volumes < 0 || right.Volumes < 0 ? Level.Unknown : left.Volumes == right.Volumes ? Level.Equal : Level.Differs;
        }

        var (single, many) = left.Volumes == 0 ? (left, right.Volumes) : (right, left.Volumes);
        return many is 1 || single.Pages is null ? Level.Unknown
            : single.Parts.ContainsKey(PartKind.Volume) ? Level.Differs
            : Level.OneSided;
    }
}
