using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>A title as it is compared.</summary>
internal sealed partial class TitleFeature
{
    private TitleFeature(List<string> proper, List<string> rest, bool isOldSpelling, string? script)
    {
        var length = 0;
        Proper = string.Concat(proper);
        ProperWords = proper;
        Rest = string.Concat(rest);
        RestWords = rest;
        WordEnds = proper.Concat(rest).Select(word => length += word.Length).ToHashSet();
        IsOldSpelling = isOldSpelling;
        Script = script;
    }

    /// <summary>The title proper without parts, its folded words joined: "Al-Qur'an" and "Alquran" are one. Empty when there is none.</summary>
    public string Proper { get; }

    /// <summary>The words of <see cref="Proper"/>.</summary>
    public IReadOnlyList<string> ProperWords { get; }

    /// <summary>What follows the title proper, likewise. Empty when there is nothing.</summary>
    public string Rest { get; }

    /// <summary>The words of <see cref="Rest"/>.</summary>
    public IReadOnlyList<string> RestWords { get; }

    /// <summary>Everything.</summary>
    public string Whole => Proper + Rest;

    /// <summary>Where in <see cref="Whole"/> words end.</summary>
    public IReadOnlySet<int> WordEnds { get; }

    /// <summary>Whether the record names a part ("Geographic area series. Montana"): without the name it is the whole, or another part.</summary>
    public required bool IsNamedPart { get; init; }

    /// <summary>Whether some word, or the year, can only be of the old spelling.</summary>
    public bool IsOldSpelling { get; }

    /// <summary>The title proper in its original script, folded and joined; null when the record has none.</summary>
    public string? Script { get; }

    /// <summary>Reads a title, adding to the parts what it names of them.</summary>
    /// <param name="title">The title.</param>
    /// <param name="year">The year of publication; null when not known.</param>
    /// <param name="parts">Where the parts that it names are added.</param>
    public static (TitleFeature Title, EditionStatement Edition) Read(Title title, int? year, Dictionary<PartKind, SortedSet<string>> parts)
    {
        var (properText, restText) = Split(title.Proper);
        restText = string.Join(' ', restText, title.Remainder, title.PartName);
        var (proper, edition) = ReadStretch(properText, parts);
        PartReading.TakeTrailingNumber(proper, parts);
        var (rest, laterEdition) = PartReading.Read(Folding.Words(restText), parts);
        if (proper.Count == 0)
        {
            // "Tema 3 : Peduli terhadap makhluk hidup" is named by what follows; "Kelas 5" alone is named so.
            (proper, rest) = rest.Count > 0 ? (rest, []) : (Folding.Words(properText), rest);
        }

        ReadStretch(NumberedPart(title.PartNumber), parts);
        var old = year <= OldSpelling.LastYear || Folding.RawWords(title.Proper + ' ' + restText).Exists(OldSpelling.IsMarked);
        var script = title.OriginalScript is { } original ? string.Concat(Folding.Words(Split(original).Proper)) : null;
        var read = new TitleFeature(proper, rest, old, script ?? ScriptOf(proper)) { IsNamedPart = title.PartName is not null };
        return (read, edition == EditionStatement.None ? laterEdition : edition);
    }

    /// <summary>Writes it; see <see cref="FeatureBytes"/>.</summary>
    public void Write(BinaryWriter writer)
    {
        FeatureBytes.WriteList(writer, ProperWords);
        FeatureBytes.WriteList(writer, RestWords);
        writer.Write(IsOldSpelling);
        writer.Write(IsNamedPart);
        writer.Write(Script ?? "");
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TitleFeature Read(BinaryReader reader)
    {
        var (proper, rest) = (FeatureBytes.ReadList(reader), FeatureBytes.ReadList(reader));
        var (isOld, isNamedPart) = (reader.ReadBoolean(), reader.ReadBoolean());
        return new(proper, rest, isOld, reader.ReadString() is { Length: > 0 } script ? script : null) { IsNamedPart = isNamedPart };
    }

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

    private static string? ScriptOf(List<string> words) => words.Count > 0 && words.TrueForAll(word => word[0] > 'ɏ') ? string.Concat(words) : null;

    [GeneratedRegex(@"\s:|:\s|;\s|\s=\s|\s[-–—]\s|[(""“]", RegexOptions.CultureInvariant)]
    private static partial Regex RestMark();

    // "[sumber elektronik]" after a title; at its beginning, brackets hold a title that the cataloguer supplied.
    [GeneratedRegex(@"(?<=\S\s*)\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex GeneralDesignation();
}
