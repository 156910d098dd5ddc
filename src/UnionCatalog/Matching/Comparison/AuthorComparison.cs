using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares who made two books.</summary>
internal static class AuthorComparison
{
    private const int ShortestTelling = 4;

    /// <summary>How well the main name of either record is found in the other.</summary>
    public static Level Compare(MatchFeatures left, MatchFeatures right)
    {
        if ((left.Names.Count == 0 && left.Responsibility.Count == 0) || (right.Names.Count == 0 && right.Responsibility.Count == 0))
        {
            return Level.Unknown;
        }

        if (left.Names.Count == 0 && right.Names.Count == 0)
        {
            return left.Responsibility.SetEquals(right.Responsibility) ? Level.InStatement : Level.Unknown;
        }

        var (best, other) = (Find(left, right), Find(right, left));
        best = best < other ? best : other;

        if (best == Level.Differs && left.Names.Count > 0 && right.Names.Count > 0 && left.Names[0].IsRoman != right.Names[0].IsRoman)
        {
            // One library romanises, another does not.
            return Level.Unknown;
        }

        // One library enters the ministry, another its editor.
        return best == Level.Differs && (left.Names.Count == 0 || right.Names.Count == 0 || left.Names[0].IsPerson != right.Names[0].IsPerson)
            ? Level.OneSided
            : best;
    }

    // The levels stand in the order of their strength here: Equal, Compatible, InStatement, Near, Shared, Differs.
    private static Level Find(MatchFeatures one, MatchFeatures other)
    {
        if (one.Names.Count == 0)
        {
            return Level.Differs;
        }

        var main = one.Names[0];
        var best = Level.Differs;
        foreach (var name in other.Names)
        {
            var level = Compare(main, name);
            best = level < best ? level : best;
        }

        return best > Level.InStatement && main.StandsIn(other.Responsibility) ? Level.InStatement : best;
    }

    /// <summary>How well two names agree.</summary>
    public static Level Compare(NameFeature left, NameFeature right)
    {
        if (string.CompareOrdinal(left.Joined, right.Joined) > 0)
        {
            (left, right) = (right, left);
        }

        if (left.Joined == right.Joined || HaveTheSameWords(left, right))
        {
            return Level.Equal;
        }

        return left.Agrees(right) ? Level.Compatible
            : IsNear(left, right) ? Level.Near
            : SharesTellingWord(left, right) ? Level.Shared
            : Level.Differs;
    }

    private static bool HaveTheSameWords(NameFeature left, NameFeature right) =>
        left.Words.Count == right.Words.Count && left.Words.All(right.Words.Contains) && right.Words.All(left.Words.Contains);

    // Every word of the shorter, but for slips, is in the longer.
    private static bool IsNear(NameFeature left, NameFeature right)
    {
        if (WordComparison.Compare(left.Joined, right.Joined) != Level.Differs)
        {
            return true;
        }

        var (shorter, longer) = left.Words.Count <= right.Words.Count ? (left, right) : (right, left);
        return shorter.Words.Count > 1 && shorter.Words.All(word => longer.Words.Any(other => CanBe(word, other)))
            && shorter.Words.Any(word => word.Length >= ShortestTelling && longer.Words.Any(other => other.Length > 1 && CanBe(word, other)));
    }

    private static bool CanBe(string word, string other) => word.Length == 1 || other.Length == 1
        ? word[0] == other[0]
        : WordComparison.Compare(word, other) != Level.Differs;

    private static bool IsOneWordOf(NameFeature left, NameFeature right) =>
        left.IsPerson && right.IsPerson && (left.Words.Count == 1 ? right.Words.Contains(left.Joined) : left.Words.Contains(right.Joined));

    // "Anies" can be "Prof. dr. Anies", and so can long Arabic names of which two parts are the same; but "Zairin Harahap" is
    // not "M. Yahya Harahap".
    private static bool SharesTellingWord(NameFeature left, NameFeature right)
    {
        var shared = left.Words.Count(word => word.Length >= ShortestTelling && right.Words.Contains(word) && !Lexicon.IsNameWord(word, "given"));
        var shorter = Math.Min(left.Words.Count, right.Words.Count);
        return shared > 1 ? shared >= shorter - 1 || (left.IsPerson && right.IsPerson) : (shorter == 1 && IsOneWordOf(left, right));
    }
}
