using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares two titles.</summary>
internal static class TitleComparison
{
    private const int FewLetters = 10;
    private const int CutOff = 40;
    private const double LittleCovered = 0.3;
    private const double NearlyAllCovered = 0.92;
    private const double MuchCovered = 0.6;
    private const double NearlyTheSame = 0.12;
    private const double HalfTheSame = 0.5;
    private const double BlurredWhole = 0.2;
    private const double BlurredWord = 0.4;
    private const int ShortestBlurred = 4;
    private const int LongestCompared = 400;
    private const int LongWithSlip = 24;
    private const int ShortestWithSlip = 3;
    private const int LongRest = 12;
    private const int LongWithTwoSlips = 12;
    private const int ShortestWithTwoSlips = 5;

    /// <summary>How well two titles agree; <see cref="Level.Differs"/> when they name different books.</summary>
    public static Level Compare(TitleFeature left, TitleFeature right)
    {
        if (left.Proper.Length == 0 || right.Proper.Length == 0
            || ((left.Script is null) != (right.Script is null) && IsScriptOnly(left) != IsScriptOnly(right)))
        {
            return Level.Unknown;
        }

        // One order, so that the alignment of words cannot come out otherwise the other way round.
        if (string.CompareOrdinal(left.Whole, right.Whole) > 0)
        {
            (left, right) = (right, left);
        }

        var level = CompareSpelt(left, right);
        if (level is not (Level.Equal or Level.EqualLong or Level.EqualCommon) && (left.IsOldSpelling || right.IsOldSpelling))
        {
            level = CompareSpelt(left.United, right.United);
        }

        return level == Level.Differs ? CompareScripts(left.Script, right.Script) switch
        {
            Level.Equal => Level.ScriptEqual,
            Level.Near => Level.WordReplaced,
            _ => Level.Differs,
        }
        : level;
    }

    /// <summary>How well two titles in their original script agree.</summary>
    public static Level CompareScripts(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return Level.Unknown;
        }

        if (left == right)
        {
            return Level.Equal;
        }

        var longest = Math.Max(left.Length, right.Length);
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (longest > LongestCompared)
        {
            return Level.Unknown;
        }

        return (shorter.Length >= FewLetters && longer.StartsWith(shorter, StringComparison.Ordinal))
            || WordComparison.Distance(left, right, (int)(longest * NearlyTheSame)) <= longest * NearlyTheSame
            ? Level.Near
            : Level.Differs;
    }

    private static bool IsScriptOnly(TitleFeature title) => title.Script == title.Proper;

    private static Level CompareSpelt(TitleFeature left, TitleFeature right)
    {
        if (left.Whole == right.Whole)
        {
            // Of the two, since words may be divided otherwise.
            return left.IsCommon || right.IsCommon ? Level.EqualCommon : left.IsLong && right.IsLong ? Level.EqualLong : Level.Equal;
        }

        var level = left.Proper == right.Proper ? CompareRests(left, right) : CompareWhole(left, right);
        return level is Level.Beginning or Level.ProperEqual or Level.ProperEqualCommon && left.IsNamedPart != right.IsNamedPart
            ? Level.ShortBeginning
            : level;
    }

    private static Level CompareRests(TitleFeature left, TitleFeature right)
    {
        if (left.RestWords.IsEmpty || right.RestWords.IsEmpty)
        {
            return (left.RestWords.IsEmpty ? left : right).IsCommon ? Level.ProperEqualCommon : Level.ProperEqual;
        }

        var rests = WordAlignment.Of(left.RestWords, right.RestWords);
        var shorterCovered = rests.Letters / (double)(rests.Letters + Math.Min(rests.LeftOver, rests.RightOver));
        var isNear = rests is { LeftOver: 0, RightOver: 0 } || (shorterCovered >= MuchCovered && rests.Letters >= LongRest);
        return isNear && !(rests.FiguresDiffer && rests is { LeftOver: > 0, RightOver: > 0 }) ? Level.RestNear
            : AllCommon(left.ProperWords) ? Level.Differs
            : Level.RestDiffers;
    }

    private static Level CompareWhole(TitleFeature left, TitleFeature right)
    {
        var whole = WordAlignment.Of(left.Words, right.Words);
        var isCut = LongTitleComparison.IsFor(left, right);
        if (whole is { LeftOver: 0, RightOver: 0 })
        {
            return isCut ? LongTitleComparison.Compare(left, right) : whole.Worst;
        }

        // Only where words are divided otherwise: "hari raya" and "hari raja" are not one with a slip.
        if (left.Words.Length != right.Words.Length && WordComparison.Compare(left.Whole, right.Whole) == Level.Slip)
        {
            return Level.Slip;
        }

        var proper = WordAlignment.Of(left.ProperWords, right.ProperWords);
        if (proper is { LeftOver: 0, RightOver: 0 })
        {
            return CompareRests(left, right) is Level.RestDiffers or Level.Differs ? Level.Differs : proper.Worst;
        }

        return AreReordered(left, right) ? Level.ExtraWords
            : left.RestWords.IsEmpty != right.RestWords.IsEmpty && !proper.FiguresDiffer && AreBlurred(left.ProperWords, right.ProperWords, left.Proper, right.Proper) ? Level.Blurred
            : HasSlipInShortWord(left, right) ? Level.LetterReplaced
            : whole.FiguresDiffer ? Level.Differs
            : whole.LeftOver == 0 || whole.RightOver == 0 ? CompareExtra(left, right, whole)
            : IsJoinedBeginning(left, right) ? Level.Beginning
            : isCut && whole.Coverage >= NearlyAllCovered ? LongTitleComparison.Compare(left, right)
            : AreNearlyTheSame(left.Whole, right.Whole, NearlyTheSame) && (whole.Coverage >= NearlyAllCovered || AreNearlyTheSame(Middle(left, right), Middle(right, left), HalfTheSame))
                || whole.Coverage >= NearlyAllCovered ? Level.WordReplaced
            : AreBlurred(left.Words, right.Words, left.Whole, right.Whole) ? Level.Blurred
            : Level.Differs;
    }

    private static Level CompareExtra(TitleFeature left, TitleFeature right, WordAlignment whole)
    {
        var (shorter, longer) = left.Whole.Length <= right.Whole.Length ? (left, right) : (right, left);
        var isLittle = shorter.IsCommon || shorter.Whole.Length < FewLetters || whole.Coverage < LittleCovered;
        return longer.Whole.StartsWith(shorter.Whole, StringComparison.Ordinal) ? (isLittle ? Level.ShortBeginning : Level.Beginning)
            : EndsWithTitle(longer, shorter) ? Level.ExtraWords
            : !isLittle && BeginsWithWords(longer, shorter) ? Level.Beginning
            : isLittle || whole.Coverage < MuchCovered ? Level.Differs
            : Level.ExtraWords;
    }

    // The one of fewer letters may have more words: slips have shortened those that both have.
    private static bool BeginsWithWords(TitleFeature longer, TitleFeature shorter) =>
        shorter.Words.Length <= longer.Words.Length
        && WordAlignment.Of(shorter.Words, longer.Words.AsSpan(0, shorter.Words.Length)) is { LeftOver: 0, RightOver: 0 };

    // "Al Qur an dan ilmu" begins "Alquran dan ilmu pengetahuan", whose words end elsewhere.
    private static bool IsJoinedBeginning(TitleFeature left, TitleFeature right)
    {
        var (shorter, longer) = left.Whole.Length <= right.Whole.Length ? (left, right) : (right, left);
        if (shorter.Whole.Length < FewLetters || shorter.IsCommon || !longer.Whole.StartsWith(shorter.Whole, StringComparison.Ordinal))
        {
            return false;
        }

        // A title that a system cut off ends anywhere.
        var end = 0;
        return shorter.Whole.Length >= CutOff || Array.Exists(longer.Words, word => (end += word.Length) == shorter.Whole.Length);
    }

    // "Akses perkreditan dab ragam": in a short word it is believed only of a long title.
    private static bool HasSlipInShortWord(TitleFeature left, TitleFeature right)
    {
        if (left.Words.Length != right.Words.Length || left.Whole.Length < LongWithSlip)
        {
            return false;
        }

        var (one, other) = (Middle(left, right), Middle(right, left));
        return Math.Min(one.Length, other.Length) >= ShortestWithSlip && !one.Any(char.IsAsciiDigit) && !other.Any(char.IsAsciiDigit)
            && WordComparison.Distance(one, other, 2) <= 2 && OldSpelling.UniteJAndY(one) != OldSpelling.UniteJAndY(other);
    }

    // "Ensiklopedia animalia : ular piton" and "Ular piton : ensiklopedia animalia".
    private static bool AreReordered(TitleFeature left, TitleFeature right) =>
        left.Words.Length == right.Words.Length && left.Words.Length > 2 && left.Words.Order(StringComparer.Ordinal).SequenceEqual(right.Words.Order(StringComparer.Ordinal));

    // "Roro Mendut : Genduk Duku", where others begin with the book's own title.
    private static bool EndsWithTitle(TitleFeature longer, TitleFeature shorter) =>
        shorter.Whole.Length >= FewLetters - 2 && (!shorter.IsCommon || shorter.Words.Length > 2) && longer.ProperLength < longer.Words.Length
        && longer.RestWords.Length >= shorter.Words.Length
        && longer.Whole.EndsWith(shorter.Whole, StringComparison.Ordinal);

    // Where the words of two titles begin to differ, up to where they end to.
    internal static string Middle(TitleFeature one, TitleFeature other)
    {
        var start = one.Words.AsSpan().CommonPrefixLength(other.Words);
        var (end, otherEnd) = (one.Words.Length, other.Words.Length);
        while (end > start && otherEnd > start && one.Words[end - 1] == other.Words[otherEnd - 1])
        {
            (end, otherEnd) = (end - 1, otherEnd - 1);
        }

        return string.Concat(one.Words[start..end]);
    }

    internal static bool AreNearlyTheSame(string left, string right, double apart)
    {
        var most = (int)(Math.Max(left.Length, right.Length) * apart);
        return most > 0 && left.Length < LongestCompared && WordComparison.Distance(left, right, most) <= most;
    }

    // Word for word, each is nearly the other's: two records of one book can each have a slip in it.
    private static bool AreBlurred(ReadOnlySpan<string> left, ReadOnlySpan<string> right, string whole, string other)
    {
        if (Math.Min(whole.Length, other.Length) >= LongWithTwoSlips && WordComparison.AreTwoSlipsApart(whole, other))
        {
            return true;
        }

        if (left.Length != right.Length)
        {
            return AreNearlyTheSame(whole, other, BlurredWhole);
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i] && !AreBlurred(left[i], right[i]))
            {
                return false;
            }
        }

        return AreNearlyTheSame(whole, other, HalfTheSame);
    }

    private static bool AreBlurred(string left, string right)
    {
        var shortest = Math.Min(left.Length, right.Length);
        if (shortest < ShortestBlurred || char.IsAsciiDigit(left[0]) || char.IsAsciiDigit(right[0]))
        {
            // Of three letters, one can be missing; with another in its place, it is another word.
            return shortest >= ShortestWithSlip && left.Length != right.Length && !left.Any(char.IsAsciiDigit) && !right.Any(char.IsAsciiDigit)
                && WordComparison.Distance(left, right, 1) <= 1;
        }

        return AreNearlyTheSame(left, right, BlurredWord) || (shortest >= ShortestWithTwoSlips && WordComparison.AreTwoSlipsApart(left, right));
    }

    private static bool AllCommon(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Lexicon.IsCommonInTitles(word))
            {
                return false;
            }
        }

        return true;
    }
}
