using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>Melinda's score of a pair of records, in thousandths.</summary>
/// <param name="Total">The sum over the features.</param>
/// <param name="Best">The highest of one feature.</param>
/// <param name="IsForbidden">Whether one feature forbids a match.</param>
internal readonly record struct MelindaScore(int Total, int Best, bool IsForbidden)
{
    private const int Forbidden = -1000;
    private const int LeastTotal = 900;
    private const int LeastBest = 400;
    private const double TitlesApart = 0.10;
    private const double PublishersApart = 0.25;

    /// <summary>Whether the two are one.</summary>
    public bool IsMatch => !IsForbidden && Total >= LeastTotal && Best >= LeastBest;

    /// <summary>Scores a pair.</summary>
    public static MelindaScore Of(MelindaFeatures left, MelindaFeatures right)
    {
        ReadOnlySpan<int> points =
        [
            Isbns(left.Isbns, right.Isbns),
            Titles(left, right),
            Authors(left.Authors, right.Authors),
            left.Format == ResourceFormat.Unknown || right.Format == ResourceFormat.Unknown ? 0 : left.Format == right.Format ? 100 : -500,
            left.Year is not { } year || right.Year is not { } other ? 0 : Math.Abs(year - other) switch { 0 => 100, 1 => -125, _ => Forbidden },
            left.Languages.Count > 0 && right.Languages.Count > 0 && !left.Languages.Intersect(right.Languages).Any() ? Forbidden : 0,
            Publishers(left.Publisher, right.Publisher),
        ];
        var (total, best, isForbidden) = (0, int.MinValue, false);
        foreach (var point in points)
        {
            (total, best, isForbidden) = (total + point, Math.Max(best, point), isForbidden || point == Forbidden);
        }

        return new(total, best, isForbidden);
    }

    // Less for every ISBN that the other does not have.
    private static int Isbns(HashSet<string> left, HashSet<string> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return 0;
        }

        var shared = left.Count(right.Contains);
        return shared == 0 ? -750 : Math.Max(0, 750 - (100 * (left.Count + right.Count - (2 * shared))));
    }

    private static int Titles(MelindaFeatures left, MelindaFeatures right)
    {
        if (left.Part.Length > 0 && right.Part.Length > 0 && left.Part != right.Part)
        {
            return Forbidden;
        }

        var (one, other) = (left.WholeTitle + left.Part, right.WholeTitle + right.Part);
        return one.Length == 0 || other.Length == 0 ? 0
            : one == other ? 500
            : RuleText.Distance(one, other) <= TitlesApart ? 400
            : left.Title == right.Title && (left.Remainder.Length == 0) != (right.Remainder.Length == 0) ? 250
            : -500;
    }

    private static int Authors(HashSet<string> left, HashSet<string> right) =>
        left.Count == 0 || right.Count == 0 ? 0 : 200 * left.Count(right.Contains) / Math.Max(left.Count, right.Count);

    private static int Publishers(string left, string right) =>
        left.Length == 0 || right.Length == 0 ? 0
        : left == right ? 200
        : RuleText.Distance(left, right) <= PublishersApart || left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal) ? 100
        : 0;
}
