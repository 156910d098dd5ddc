using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Features;

/// <summary>Unites words that titles use for one another: numbers in words and in figures, and the lexicon's abbreviations.</summary>
internal static class TitleWords
{
    /// <summary>The words, each phrase that has a short form in that form.</summary>
    public static IEnumerable<string> Unite(List<string> words)
    {
        for (var i = 0; i < words.Count;)
        {
            var (form, length) = FindShortForm(words, i);
            yield return form ?? (IsArticle(words, i) ? "al" : NumberWord.Figures(words[i]));
            i += length;
        }
    }

    // The Arabic article as it is spoken before some letters: "an-Nawawi", "ash-shaum".
    private static bool IsArticle(List<string> words, int at) => at + 1 < words.Count && words[at] is "an" or "ar" or "as" or "asy" or "ash" or "at" or "ad" or "az" or "adz" or "ats"
        && at + 1 < words.Count && words[at + 1][0] == words[at][1];

    private static (string? Form, int Length) FindShortForm(List<string> words, int at)
    {
        for (var length = Math.Min(Lexicon.LongestPhrase, words.Count - at); length > 0; length--)
        {
            if (Lexicon.ShortForm(length == 1 ? words[at] : string.Join(' ', words.GetRange(at, length))) is { } form)
            {
                return (form, length);
            }
        }

        return FindWithSlip(words, at);
    }

    // "Pendidikan pancsila dan kewarganegaraan"
    private static (string? Form, int Length) FindWithSlip(List<string> words, int at)
    {
        foreach (var (phrase, joined, form) in Lexicon.LongPhrases)
        {
            if (at + phrase.Length <= words.Count && (words[at][0] == joined[0] || words[at + phrase.Length - 1][^1] == joined[^1]))
            {
                var found = string.Concat(words.GetRange(at, phrase.Length));
                if (Math.Abs(found.Length - joined.Length) <= 1 && WordComparison.Compare(found, joined) != Level.Differs)
                {
                    return (form, phrase.Length);
                }
            }
        }

        return (null, 1);
    }
}
