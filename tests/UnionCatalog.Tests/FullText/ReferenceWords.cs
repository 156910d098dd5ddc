using System.Text;

namespace UnionCatalog.Tests.FullText;

/// <summary>How the reference compares words: character by character, with every way tried.</summary>
internal static class ReferenceWords
{
    /// <summary>Whether a word fits a pattern, * standing for any characters and ? for one.</summary>
    public static bool Fits(string word, string pattern) => Fits(Characters(word), Characters(pattern));

    private static bool Fits(ReadOnlySpan<int> word, ReadOnlySpan<int> pattern)
    {
        if (pattern.IsEmpty)
        {
            return word.IsEmpty;
        }

        if (pattern[0] != '*')
        {
            return !word.IsEmpty && (pattern[0] == '?' || pattern[0] == word[0]) && Fits(word[1..], pattern[1..]);
        }

        for (var taken = 0; taken <= word.Length; taken++)
        {
            if (Fits(word[taken..], pattern[1..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The least edits between two words: put in, left out, replaced, or two neighbours exchanged, no character edited twice.</summary>
    public static int Edits(string one, string other)
    {
        var (a, b) = (Characters(one), Characters(other));
        var least = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    least[i, j] = i + j;
                    continue;
                }

                var best = Math.Min(least[i - 1, j] + 1, least[i, j - 1] + 1);
                best = Math.Min(best, least[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, least[i - 2, j - 2] + 1);
                }

                least[i, j] = best;
            }
        }

        return least[a.Length, b.Length];
    }

    /// <summary>Whether the first characters are the same; a wanted word that has fewer must be there whole.</summary>
    public static bool SameStart(string word, string wanted, int characters)
    {
        var start = Characters(wanted).Take(characters).ToArray();
        return Characters(word).Take(start.Length).SequenceEqual(start);
    }

    /// <summary>By code point.</summary>
    public static int Compare(string one, string other) =>
        Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));

    private static int[] Characters(string word) => [.. word.EnumerateRunes().Select(rune => rune.Value)];
}
