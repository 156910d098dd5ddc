namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Letters of the old Indonesian spelling and what they are today.</summary>
internal static class OldSpellings
{
    /// <summary>Whether a folded word has letters that only the old spelling has.</summary>
    public static bool IsMarked(string word) =>
        word.Contains("oe", StringComparison.Ordinal) || word.Contains("tj", StringComparison.Ordinal)
        || word.Contains("dj", StringComparison.Ordinal) || word.Contains("sj", StringComparison.Ordinal);

    /// <summary>A word in the one spelling.</summary>
    /// <param name="term">The folded word.</param>
    /// <param name="words">What kind of word it is.</param>
    /// <param name="spelt">Room for twice as many letters.</param>
    public static ReadOnlySpan<char> Modernise(ReadOnlySpan<char> term, SpellingOf words, Span<char> spelt)
    {
        if (term.IndexOfAny('j', 'o', 'c') < 0)
        {
            return term;
        }

        var length = 0;
        for (var at = 0; at < term.Length;)
        {
            var taken = Letter(term[at..], words, spelt, ref length);
            at += taken;
        }

        return spelt[..length];
    }

    /// <summary>Reads one letter, which may be written with two.</summary>
    /// <returns>How many were read.</returns>
    private static int Letter(ReadOnlySpan<char> rest, SpellingOf words, Span<char> spelt, ref int length)
    {
        var j = words == SpellingOf.Names ? 'y' : 'j';
        switch (rest)
        {
            case ['o', 'e', ..]:
                spelt[length++] = 'u';
                return 2;
            case ['t', 'j', ..]:
                spelt[length++] = 'c';
                return 2;
            case ['d', 'j', ..]:
                spelt[length++] = j;
                return 2;
            case ['s', 'j', ..]:
                spelt[length++] = 's';
                spelt[length++] = 'y';
                return 2;
            case ['c', 'h', ..]:
                spelt[length++] = 'k';
                spelt[length++] = 'h';
                return 2;
            // "njanji" is "nyanyi", and "pandjang" is "panjang": both are met by reading every nj as ny. Stems need the letter as it is.
            case ['n', 'd', 'j', ..] when words == SpellingOf.Words:
                spelt[length++] = 'n';
                spelt[length++] = 'y';
                return 3;
            case ['n', 'j', ..] when words == SpellingOf.Words:
                spelt[length++] = 'n';
                spelt[length++] = 'y';
                return 2;
            default:
                spelt[length++] = rest[0] == 'j' ? j : rest[0];
                return 1;
        }
    }
}
