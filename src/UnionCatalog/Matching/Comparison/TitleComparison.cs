using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares two titles.</summary>
internal static class TitleComparison
{
    private const int ShortestWithSlip = 8;

    /// <summary>
    /// Agrees when the titles proper are equal and what follows is equal, or stands on one side only, or begins alike.
    /// Near when what stands on one side only is the name of a part, when more than half of what follows is shared, when
    /// one title is the other's beginning, or one letter is too many, too few or out of order. A letter in another's place
    /// is not near: "ekonomi mikro" and "ekonomi makro".
    /// </summary>
    public static Agreement Compare(TitleFeature left, TitleFeature right)
    {
        if (left.Proper.Length == 0 || right.Proper.Length == 0)
        {
            return Agreement.Unknown;
        }

        if ((left.Script is null) != (right.Script is null) && IsScriptOnly(left) != IsScriptOnly(right))
        {
            return Agreement.Unknown;
        }

        if (left.Script is { } script && script == right.Script)
        {
            return Agreement.Agree;
        }

        var plain = Compare(left, right, word => word);
        return plain != Agreement.Agree && (left.IsOldSpelling || right.IsOldSpelling)
            ? Compare(left, right, OldSpelling.UniteJAndY)
            : plain;
    }

    private static Agreement Compare(TitleFeature left, TitleFeature right, Func<string, string> spelling)
    {
        var (leftWhole, rightWhole) = (spelling(left.Whole), spelling(right.Whole));
        if (leftWhole == rightWhole)
        {
            return Agreement.Agree;
        }

        if (spelling(left.Proper) == spelling(right.Proper))
        {
            return CompareRests(left, right, spelling);
        }

        return BeginsWith(left, rightWhole, spelling) || BeginsWith(right, leftWhole, spelling)
            || IsSlip(leftWhole, rightWhole) || IsSlip(spelling(left.Proper), spelling(right.Proper))
            ? Agreement.Near
            : Agreement.Disagree;
    }

    private static Agreement CompareRests(TitleFeature left, TitleFeature right, Func<string, string> spelling)
    {
        if (BeginsWith(left, spelling(right.Whole), spelling) || BeginsWith(right, spelling(left.Whole), spelling))
        {
            return left.IsNamedPart == right.IsNamedPart ? Agreement.Agree : Agreement.Near;
        }

        var leftWords = left.RestWords.Select(spelling).ToHashSet();
        var rightWords = right.RestWords.Select(spelling).ToHashSet();
        var shared = leftWords.Count(rightWords.Contains);
        return 2 * shared > Math.Min(leftWords.Count, rightWords.Count) ? Agreement.Near : Agreement.Disagree;
    }

    private static bool IsScriptOnly(TitleFeature title) => title.Script == title.Proper;

    private static bool BeginsWith(TitleFeature title, string start, Func<string, string> spelling) =>
        title.WordEnds.Contains(start.Length) && spelling(title.Whole).StartsWith(start, StringComparison.Ordinal);

    // One letter inserted, or two neighbours exchanged. Figures and signs are never slips.
    private static bool IsSlip(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < ShortestWithSlip || longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var at = shorter.AsSpan().CommonPrefixLength(longer);
        if (shorter.Length < longer.Length)
        {
            return char.IsLetter(longer[at]) && shorter.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1));
        }

        return at + 1 < longer.Length && char.IsLetter(longer[at]) && char.IsLetter(longer[at + 1])
            && shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at]
            && shorter.AsSpan(at + 2).SequenceEqual(longer.AsSpan(at + 2));
    }
}
