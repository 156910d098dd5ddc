using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>A title as it is compared.</summary>
internal sealed partial class TitleFeature
{
    // Four common words together are rare again.
    private const int MostCommonWords = 3;
    private const int LongestPlaceholder = 40;
    private const int LongLetters = 26;
    private const int LongWords = 5;

    private TitleFeature? _united;

    /// <summary>A title of these folded words.</summary>
    /// <param name="proper">The title proper, without parts; empty when there is none.</param>
    /// <param name="rest">What follows it.</param>
    /// <param name="isOldSpelling">See <see cref="IsOldSpelling"/>.</param>
    /// <param name="script">See <see cref="Script"/>.</param>
    public TitleFeature(string[] proper, string[] rest, bool isOldSpelling, string? script)
    {
        (IsOldSpelling, Script) = (isOldSpelling, script);
        ProperLength = proper.Length;
        Words = [.. proper, .. rest];
        Proper = string.Concat(proper);
        Whole = rest.Length == 0 ? Proper : string.Concat(Words);
        IsCommon = Words.Length <= MostCommonWords && Array.TrueForAll(Words, Lexicon.IsCommonInTitles);
    }

    /// <summary>The title proper, joined: "Al-Qur'an" and "Alquran" are one. Empty when there is none.</summary>
    public string Proper { get; }

    /// <summary>Everything, joined.</summary>
    public string Whole { get; }

    /// <summary>The words of everything.</summary>
    public string[] Words { get; }

    /// <summary>How many of <see cref="Words"/> are the title proper's.</summary>
    public int ProperLength { get; }

    /// <summary>The words of the title proper.</summary>
    public ReadOnlySpan<string> ProperWords => Words.AsSpan(0, ProperLength);

    /// <summary>The words of what follows the title proper.</summary>
    public ReadOnlySpan<string> RestWords => Words.AsSpan(ProperLength);

    /// <summary>Whether the record names a part ("Geographic area series. Montana"): without the name it is the whole, or another part.</summary>
    public bool IsNamedPart { get; init; }

    /// <summary>Whether some word, or the year, can only be of the old spelling.</summary>
    public bool IsOldSpelling { get; }

    /// <summary>Whether many different books are called so: all its words are in the lexicon's list of those.</summary>
    public bool IsCommon { get; }

    /// <summary>Whether it is so long that no two books are called so by chance.</summary>
    public bool IsLong => Whole.Length >= LongLetters && Words.Length >= LongWords;

    /// <summary>The title proper in its original script, folded and joined; null when the record has none.</summary>
    public string? Script { get; }

    /// <summary>The same with j and y made one, as far as that was one letter in the old spelling.</summary>
    public TitleFeature United => _united ??= new(
        Array.ConvertAll(ProperWords.ToArray(), OldSpelling.UniteJAndY), Array.ConvertAll(RestWords.ToArray(), OldSpelling.UniteJAndY), IsOldSpelling, Script)
    {
        IsNamedPart = IsNamedPart,
    };

    /// <summary>Reads a title, adding to the parts what it names of them.</summary>
    /// <param name="title">The title.</param>
    /// <param name="year">The year of publication; null when not known.</param>
    /// <param name="parts">Where the parts that it names are added.</param>
    public static (TitleFeature Title, EditionStatement Edition) Read(Title title, int? year, Dictionary<PartKind, SortedSet<string>> parts)
    {
        var (properText, restText) = Split(IsPlaceholder(title.Proper) ? "" : title.Proper);
        restText = string.Join(' ', restText, title.Remainder, title.PartName);
        var (proper, edition) = ReadStretch(properText, parts);
        PartReading.TakeTrailingNumber(proper, parts);
        var (rest, laterEdition) = PartReading.Read(Folding.Words(restText), parts);
        if (rest is [var only] && proper.Count > 0 && NumberWord.ReadBare(only) is not null)
        {
            // "Naruto : 16"
            proper.Add(only);
            rest = [];
            PartReading.TakeTrailingNumber(proper, parts);
        }

        if (proper.Count == 0)
        {
            // "Tema 3 : Peduli terhadap makhluk hidup" is named by what follows; "Kelas 5" alone is named so.
            (proper, rest) = rest.Count > 0 ? (rest, []) : (Folding.Words(properText), rest);
        }

        ReadStretch(NumberedPart(title.PartNumber), parts);
        var old = year <= OldSpelling.LastYear || Folding.RawWords(title.Proper + ' ' + restText).Exists(OldSpelling.IsMarked);
        var script = title.OriginalScript is { } original ? string.Concat(Folding.Words(Split(original).Proper)) : ScriptOf(proper);
        var read = new TitleFeature([.. TitleWords.Unite(proper)], [.. TitleWords.Unite(rest)], old, script is { Length: 0 } ? null : script) { IsNamedPart = title.PartName is not null };
        return (read, edition == EditionStatement.None ? laterEdition : edition);
    }

    // "[Tanpa judul]" is no title.
    private static bool IsPlaceholder(string text) => text.Length <= LongestPlaceholder && Lexicon.IsPlaceholder(string.Join(' ', Folding.Words(text)));

    private static (List<string> Left, EditionStatement Edition) ReadStretch(string text, Dictionary<PartKind, SortedSet<string>> parts)
    {
        var words = Folding.Words(text);
        if (words.Count > 1 && words[0] is "the" or "a" or "an")
        {
            words.RemoveAt(0);
        }

        return PartReading.Read(words, parts);
    }

    // A bare "2" in the subfield for part numbers is a volume.
    private static string NumberedPart(string? partNumber) =>
        partNumber is null ? "" : Folding.Words(partNumber) is [var only] && NumberWord.Read(only) is not null ? "jilid " + only : partNumber;

    /// <summary>Dublin Core gives "Title : rest / responsibility" or "Title (rest)" in one text.</summary>
    private static (string Proper, string After) Split(string text)
    {
        text = GeneralDesignation().Replace(text, " ");
        var slash = text.IndexOf(" / ", StringComparison.Ordinal);
        text = slash > 0 ? text[..slash] : text;
        var match = RestMark().Match(text);
        return match.Success && match.Index > 0 ? (text[..match.Index], text[match.Index..]) : (text, "");
    }

    private static string? ScriptOf(List<string> words) => words.Count > 0 && !words.Exists(Folding.IsRoman) ? string.Concat(words) : null;

    [GeneratedRegex(@"\s:|:\s|;\s|\s=\s|\s[-–—]\s|[(""“]", RegexOptions.CultureInvariant)]
    private static partial Regex RestMark();

    // "[sumber elektronik]" after a title; at its beginning, brackets hold a title that the cataloguer supplied.
    [GeneratedRegex(@"(?<=\S\s*)\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex GeneralDesignation();
}
