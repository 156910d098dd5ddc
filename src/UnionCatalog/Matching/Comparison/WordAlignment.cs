namespace UnionCatalog.Matching.Comparison;

/// <summary>What two rows of words have in common, in their order.</summary>
/// <param name="Letters">Letters in words that both have, slips included.</param>
/// <param name="LeftOver">Letters in words that only the left has.</param>
/// <param name="RightOver">Letters in words that only the right has.</param>
/// <param name="Worst">The worst level among the words that both have.</param>
/// <param name="FiguresDiffer">Whether a number is among the words that only one has.</param>
internal readonly record struct WordAlignment(int Letters, int LeftOver, int RightOver, Level Worst, bool FiguresDiffer)
{
    /// <summary>No more words of a title are looked at; both titles of a pair are cut alike.</summary>
    public const int MostWords = 48;

    /// <summary>How much of the longer row is covered, 0 to 1.</summary>
    public double Coverage => Letters == 0 ? 0 : Letters / (double)(Letters + Math.Max(LeftOver, RightOver));

    /// <summary>Aligns two rows of words so that as many letters as possible stand in words that both have.</summary>
    public static WordAlignment Of(ReadOnlySpan<string> left, ReadOnlySpan<string> right)
    {
        left = left[..Math.Min(left.Length, MostWords)];
        right = right[..Math.Min(right.Length, MostWords)];
        var width = right.Length + 1;
        Span<int> best = stackalloc int[(left.Length + 1) * width];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                var skipped = Math.Max(best[((i + 1) * width) + j], best[(i * width) + j + 1]);
                var shared = Shared(left[i], right[j], out _);
                best[(i * width) + j] = shared == 0 ? skipped : Math.Max(skipped, best[((i + 1) * width) + j + 1] + shared);
            }
        }

        return Walk(left, right, best, width);
    }

    private static WordAlignment Walk(ReadOnlySpan<string> left, ReadOnlySpan<string> right, ReadOnlySpan<int> best, int width)
    {
        var (letters, leftOver, rightOver, worst, figures) = (0, 0, 0, Level.Equal, false);
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            var shared = i < left.Length && j < right.Length ? Shared(left[i], right[j], out var level) : Nothing(out level);
            if (shared > 0 && best[(i * width) + j] == best[((i + 1) * width) + j + 1] + shared)
            {
                letters += Math.Min(left[i++].Length, right[j++].Length);
                worst = level > worst ? level : worst;
            }
            else if (j >= right.Length || (i < left.Length && best[((i + 1) * width) + j] >= best[(i * width) + j + 1]))
            {
                figures |= HasFigures(left[i]);
                leftOver += left[i++].Length;
            }
            else
            {
                figures |= HasFigures(right[j]);
                rightOver += right[j++].Length;
            }
        }

        return new(letters, leftOver, rightOver, worst, figures);
    }

    // The "++" of "C++" tells as much as a figure.
    private static bool HasFigures(string word) => char.IsAsciiDigit(word[0]) || word[^1] is '+' or '#';

    private static int Nothing(out Level level)
    {
        level = Level.Differs;
        return 0;
    }

    // Four a letter for the same word, less for one with a slip, so that the same word is preferred.
    private static int Shared(string left, string right, out Level level)
    {
        level = WordComparison.Compare(left, right);
        var length = Math.Min(left.Length, right.Length);
        return level switch { Level.Equal => 4 * length, Level.Slip => 3 * length, Level.LetterReplaced => 2 * length, _ => 0 };
    }
}
