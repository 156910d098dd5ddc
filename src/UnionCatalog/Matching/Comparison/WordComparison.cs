namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares two words that may be one with a slip of the fingers in it.</summary>
internal static class WordComparison
{
    private const int ShortestWithSlip = 4;
    private const int ShortestWithReplacement = 6;
    private const int ShortestWithTwo = 10;

    /// <summary>
    /// <see cref="Level.Equal"/>; <see cref="Level.Slip"/> for a letter too many or too few or two exchanged;
    /// <see cref="Level.LetterReplaced"/> for another letter in its place; <see cref="Level.Differs"/>. Figures are never slips.
    /// </summary>
    public static Level Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var start = left.CommonPrefixLength(right);
        if (start == left.Length && start == right.Length)
        {
            return Level.Equal;
        }

        var longest = Math.Max(left.Length, right.Length);
        if (Math.Min(left.Length, right.Length) < ShortestWithSlip || Math.Abs(left.Length - right.Length) > 2)
        {
            return Level.Differs;
        }

        left = left[start..];
        right = right[start..];
        var end = CommonSuffix(left, right);
        left = left[..^end];
        right = right[..^end];
        // Neither are the signs of "C++" and "C#".
        if (left.IndexOfAnyInRange('#', '9') >= 0 || right.IndexOfAnyInRange('#', '9') >= 0)
        {
            return Level.Differs;
        }

        return Middle(left, right, longest);
    }

    private static Level Middle(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int longest) => (left.Length, right.Length) switch
    {
        (0, 1) or (1, 0) => Level.Slip,
        (0, 2) or (2, 0) when longest >= ShortestWithTwo => Level.Slip,
        (2, 2) when left[0] == right[1] && left[1] == right[0] => Level.Slip,
        // "Pelajaran" is a lesson, "pelayaran" a voyage; where the old spelling could be meant, j and y are one already.
        (1, 1) when (left[0], right[0]) is ('j', 'y') or ('y', 'j') => Level.Differs,
        (1, 1) when longest >= ShortestWithReplacement => Level.LetterReplaced,
        ( <= 2, <= 2) when longest >= ShortestWithTwo => Level.LetterReplaced,
        _ => longest >= ShortestWithTwo && Distance(left, right, 2) <= 2 ? Level.LetterReplaced : Level.Differs,
    };

    private static int CommonSuffix(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    /// <summary>
    /// Whether two slips at most lie between two texts: a letter inserted, left out or replaced, or two beside one another
    /// exchanged.
    /// </summary>
    public static bool AreTwoSlipsApart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        var end = CommonSuffix(left, right);
        return AreApart(left[..^end], right[..^end], 2);
    }

    private static bool AreApart(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int slips)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        if (left.Length == 0 || right.Length == 0)
        {
            return Math.Max(left.Length, right.Length) <= slips;
        }

        return slips > 0 && Math.Abs(left.Length - right.Length) <= slips
            && (AreApart(left[1..], right[1..], slips - 1) || AreApart(left[1..], right, slips - 1) || AreApart(left, right[1..], slips - 1)
                || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && AreApart(left[2..], right[2..], slips - 1)));
    }

    /// <summary>The edit distance of two texts (letters inserted, left out or replaced), or more than the most when it is more.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        var end = CommonSuffix(left, right);
        left = left[..^end];
        right = right[..^end];

        Span<int> row = right.Length < 256 ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        // No way that is short enough leaves the diagonal by more than the most.
        for (var i = 1; i <= left.Length; i++)
        {
            var (first, last) = (Math.Max(1, i - most), Math.Min(right.Length, i + most));
            var before = row[first - 1];
            row[first - 1] = first == 1 ? i : most + 1;
            var least = row[first - 1];
            for (var j = first; j <= last; j++)
            {
                var replaced = before + (left[i - 1] == right[j - 1] ? 0 : 1);
                before = row[j];
                var above = j == i + most ? most + 1 : row[j];
                row[j] = Math.Min(replaced, Math.Min(above, row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }
        }

        return row[right.Length];
    }
}
