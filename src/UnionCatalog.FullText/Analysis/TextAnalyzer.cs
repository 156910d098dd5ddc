using System.Globalization;
using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// The words of a text, folded: runs of letters, marks and digits, close to UAX #29. Catalogues differ from it twice: an
/// apostrophe is nothing at all ("Qur'an", "Qur’an" and "Quran" are one word), and a hyphen stands between two words.
/// Han and kana have no spaces between words: each character is a term, and a word of several is found as a phrase.
/// </summary>
public sealed class TextAnalyzer : IAnalyzer
{
    /// <inheritdoc/>
    public string Identity => FormattableString.Invariant($"text 1 folding {TextFolding.Version}");

    /// <inheritdoc/>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        var position = 0;
        foreach (var term in Terms(text.ToString()))
        {
            tokens.Add(term, position++, 0, 0);
        }
    }

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        var word = new StringBuilder();
        var ideograph = false;
        foreach (var rune in TextFolding.Fold(text).EnumerateRunes())
        {
            if (IsApostrophe(rune))
            {
                continue;
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (IsMark(category) && word.Length > 0)
            {
                word.Append(rune);
                continue;
            }

            var alone = IsIdeograph(rune);
            if (alone || ideograph || !IsWord(category))
            {
                End(word, terms);
            }

            ideograph = alone;
            if (IsWord(category))
            {
                word.Append(rune);
            }
        }

        End(word, terms);
        return terms;
    }

    /// <summary>The term, cut off where it is too long, but never between two halves of a character.</summary>
    internal static string Bounded(string term) =>
        term.Length <= IndexLimits.TermLength ? term
        : term[..(IndexLimits.TermLength - (char.IsHighSurrogate(term[IndexLimits.TermLength - 1]) ? 1 : 0))];

    private static void End(StringBuilder word, List<string> terms)
    {
        if (word.Length > 0)
        {
            terms.Add(Bounded(word.ToString()));
            word.Clear();
        }
    }

    /// <summary>Apostrophes, and what stands for ayn, hamza and the soft sign in romanised names.</summary>
    private static bool IsApostrophe(Rune rune) => rune.Value is
        '\'' or '`' or 0xB4 or (>= 0x02B9 and <= 0x02BF) or 0x02C8 or 0x02CA or 0x02CB or 0x02EE or 0x055A or
        (>= 0x2018 and <= 0x201B) or 0x2032 or 0x2035 or 0xA78B or 0xA78C;

    /// <summary>Han and kana.</summary>
    private static bool IsIdeograph(Rune rune) => rune.Value is
        (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) or
        (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsMark(UnicodeCategory category) => category is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsWord(UnicodeCategory category) =>
        category <= UnicodeCategory.OtherLetter ||
        category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
