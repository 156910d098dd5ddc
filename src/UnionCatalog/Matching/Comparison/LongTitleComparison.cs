using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares titles of more words than <see cref="WordAlignment"/> looks at, and which agree as far as it does.</summary>
/// <remarks>
/// Laws and proceedings begin with the same fifty words and name their subject after them: two long titles are nearly the
/// same only where slips alone tell them apart, or one has words that the other lacks.
/// </remarks>
internal static class LongTitleComparison
{
    private const double HalfTheSame = 0.5;
    private const double MuchCovered = 0.6;

    /// <summary>Whether one of two titles is so long.</summary>
    public static bool IsFor(TitleFeature left, TitleFeature right) => Math.Max(left.Words.Length, right.Words.Length) > WordAlignment.MostWords;

    /// <summary>How well two titles agree that are not equal.</summary>
    public static Level Compare(TitleFeature left, TitleFeature right)
    {
        if (FindWorst(left.Words, right.Words) is { } worst)
        {
            return worst;
        }

        var (one, other) = (TitleComparison.Middle(left, right), TitleComparison.Middle(right, left));
        var (shorter, longer) = left.Whole.Length <= right.Whole.Length ? (left.Whole, right.Whole) : (right.Whole, left.Whole);
        if (one.Length == 0 || other.Length == 0)
        {
            return longer.StartsWith(shorter, StringComparison.Ordinal) ? Level.Beginning
                : shorter.Length >= MuchCovered * longer.Length ? Level.ExtraWords
                : Level.Differs;
        }

        return !one.Any(char.IsAsciiDigit) && !other.Any(char.IsAsciiDigit) && TitleComparison.AreNearlyTheSame(one, other, HalfTheSame)
            ? Level.WordReplaced
            : Level.Differs;
    }

    // The worst slip, where the words differ by nothing else.
    private static Level? FindWorst(string[] left, string[] right)
    {
        if (left.Length != right.Length)
        {
            return null;
        }

        var worst = Level.Equal;
        for (var i = 0; i < left.Length && worst != Level.Differs; i++)
        {
            var level = WordComparison.Compare(left[i], right[i]);
            worst = level > worst ? level : worst;
        }

        return worst == Level.Differs ? null : worst;
    }
}
