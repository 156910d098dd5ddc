namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// The words of a text, folded by <see cref="TextFolding"/>: runs of letters, marks and digits, close to UAX #29.
/// </summary>
/// <remarks>
/// <para>Catalogues want words otherwise than UAX #29 in these:</para>
/// <list type="bullet">
/// <item>An apostrophe is nothing at all: "Qur'an", "Qur’an", "Qurʼān" and "Quran" are one word. So are the middle dot of
/// "col·lecció", geresh and gershayim.</item>
/// <item>A hyphen stands between two words, and what it joins is also found in one: "e-book" is "e" and "book", and at the
/// place of "book" also "ebook". Not so words that are doubled ("undang-undang", "kupu-kupunya"), which nobody writes in
/// one, nor numbers ("1998-2005").</item>
/// <item>Full stops, commas, colons and low lines always separate: "S.Pd." is "s", "pd", and "2.0" is "2", "0".</item>
/// <item>Symbols and emoji are no words.</item>
/// </list>
/// <para>Han, kana, and the scripts of Thai, Lao, Khmer and Burmese have no spaces between words: a run of their characters
/// (with their marks) is found under every two neighbours, one place for each two: "日本語" under "日本" and "本語". They are the
/// first terms at their places, so they are what a query looks for. Behind them come single characters for queries of one: at
/// each place the first of the two, at the last place both. So every part of a run is found by the query made of it, a word
/// of two characters as one term. In return a phrase that names the outermost character of a run alone, beside another word, may
/// leap over its neighbour: "本 hon" finds "本語 hon". Korean has spaces, and is split at them.</para>
/// <para>A word is cut off behind <see cref="IndexLimits.TermLength"/> code units. No term comes twice at one place.</para>
/// </remarks>
public sealed class TextAnalyzer : IAnalyzer
{
    /// <summary>Counted up when the rules give other terms; the characters' table tells of itself.</summary>
    private const int Version = 2;

    /// <inheritdoc/>
    public string Identity { get; } = FormattableString.Invariant($"text {Version}.{CharacterTable.Fingerprint:x16}");

    /// <inheritdoc/>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var scan = new WordScan(tokens, stackalloc char[WordScan.BufferSize]);
        scan.Read(text);
    }
}
