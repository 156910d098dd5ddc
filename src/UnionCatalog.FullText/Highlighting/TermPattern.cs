using System.Text;

namespace UnionCatalog.FullText.Highlighting;

/// <summary>Whether a single term fits. The index has its ways through whole dictionaries; for the words of one text this is simpler.</summary>
internal static class TermPattern
{
    /// <summary>Room for a term and what is longer by more than any edits make up for.</summary>
    private const int Room = IndexLimits.TermLength + IndexLimits.Edits + 1;

    /// <summary>Whether a term fits a pattern, * standing for any characters and ? for one.</summary>
    public static bool Fits(ReadOnlySpan<char> term, ReadOnlySpan<char> pattern)
    {
        var (at, inPattern) = (0, 0);
        var (star, behindStar) = (-1, 0);
        while (at < term.Length)
        {
            if (inPattern < pattern.Length && pattern[inPattern] == '*')
            {
                (star, behindStar) = (inPattern++, at);
            }
            else if (inPattern < pattern.Length && pattern[inPattern] == '?')
            {
                at += char.IsHighSurrogate(term[at]) ? 2 : 1;
                inPattern++;
            }
            else if (inPattern < pattern.Length && pattern[inPattern] == term[at])
            {
                at++;
                inPattern++;
            }
            else if (star >= 0)
            {
                // The last star takes more. Half a pair does no harm: the other half is then what ? takes.
                (at, inPattern) = (++behindStar, star + 1);
            }
            else
            {
                return false;
            }
        }

        return pattern[inPattern..].TrimStart('*').IsEmpty;
    }

    /// <summary>
    /// Whether a term is at most so many edits from another (Damerau-Levenshtein, no character edited twice), counted in characters,
    /// and starts with the other's first characters, or with all of it where it has fewer.
    /// </summary>
    public static bool IsNear(ReadOnlySpan<char> term, ReadOnlySpan<char> other, int edits, int samePrefix)
    {
        // A character is one or two code units.
        if (term.Length > (2 * other.Length) + (2 * edits) || other.Length > (2 * term.Length) + (2 * edits))
        {
            return false;
        }

        Span<int> one = stackalloc int[Room];
        Span<int> two = stackalloc int[Room];
        one = Characters(term, one);
        two = Characters(other, two);
        if (Math.Abs(one.Length - two.Length) > edits || !one.StartsWith(two[..Math.Clamp(samePrefix, 0, two.Length)]))
        {
            return false;
        }

        Span<int> before = stackalloc int[Room + 1];
        Span<int> last = stackalloc int[Room + 1];
        Span<int> row = stackalloc int[Room + 1];
        for (var j = 0; j <= two.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var next = before;
            before = last;
            last = row;
            row = next;
            row[0] = i;
            var least = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var replaced = last[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // Exchanged neighbours look two rows back, but cost one: nothing gets below the least of a row.
            if (least > edits)
            {
                return false;
            }
        }

        return row[two.Length] <= edits;
    }

    private static Span<int> Characters(ReadOnlySpan<char> text, Span<int> characters)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count == characters.Length)
            {
                break;
            }

            characters[count++] = rune.Value;
        }

        return characters[..count];
    }
}
