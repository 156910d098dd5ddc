using System.IO.Hashing;
using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>
/// Brings the words of catalogues to one spelling: Indonesian as it was spelt before 1947 (oe) and 1972 (tj, dj, nj, sj, ch), "and" for
/// "dan", "jil." for "jilid", roman numerals, doubled words written with a 2, and the Arabic article. The one spelling is what is looked for; the
/// word as it was written stands beside it, for lists of terms and for starts of words.
/// </summary>
/// <remarks>
/// It is an equivalence, not a correction: "chemistry" becomes "khemistry" on both sides. j for y cannot be told from today's j
/// ("pelajaran" is a lesson, "pelayaran" a voyage), so only names have it.
/// </remarks>
internal sealed class BookSpelling(SpellingOf words) : IAnalysisStep
{
    /// <summary>Counted up when the rules give other terms; tables tell of themselves.</summary>
    private const int Version = 2;

    /// <inheritdoc/>
    public string Identity { get; } = FormattableString.Invariant(
        $"book spelling {Version} {words} {XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(NumberWords.Content)):x16}");

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<char> term, StepOutput next)
    {
        // Each letter may become two.
        Span<char> spelt = stackalloc char[2 * IndexLimits.TermLength];
        var one = One(term.Length > IndexLimits.TermLength ? term[..IndexLimits.TermLength] : term, spelt);
        next.Add(one);
        if (words != SpellingOf.Stems)
        {
            next.Add(term);
        }
    }

    private ReadOnlySpan<char> One(ReadOnlySpan<char> term, Span<char> spelt)
    {
        if (term[0] >= 'ا')
        {
            return ArabicSpelling.Of(term, spelt);
        }

        if (words == SpellingOf.Stems && NumberWords.Find(term) is { } figures)
        {
            return figures;
        }

        return term switch
        {
            "and" => "dan",
            "jil" when words != SpellingOf.Names => "jilid",
            "vol" when words != SpellingOf.Names => "volume",
            _ when RomanNumeral.Read(term) is > 0 and var number && (words != SpellingOf.Names || term.Length > 1) => Figures(number, spelt),
            _ => OldSpellings.Modernise(Single(term), words, spelt),
        };
    }

    /// <summary>"buku2" is "buku".</summary>
    private static ReadOnlySpan<char> Single(ReadOnlySpan<char> term) =>
        term is [.., '2'] && term.Length > 3 && !term[..^1].ContainsAnyInRange('0', '9') ? term[..^1] : term;

    private static ReadOnlySpan<char> Figures(int number, Span<char> spelt)
    {
        number.TryFormat(spelt, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        return spelt[..length];
    }
}

/// <summary>What kind of words are brought to one spelling.</summary>
internal enum SpellingOf
{
    /// <summary>Words of titles and headings.</summary>
    Words,

    /// <summary>Words of names, in which j and y are one and a single letter is an initial.</summary>
    Names,

    /// <summary>Words on their way to their stem, among which numbers in words are figures.</summary>
    Stems,
}
