using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>
/// The languages of the text, as far as their codes are to be believed: library systems give "Indonesian" to whatever nobody
/// gives another, so that beside an English title it says nothing.
/// </summary>
internal static class LanguageCodes
{
    private const int Most = 16;
    private const string Default = "ind";

    /// <summary>The codes in their order, without those that name no one language.</summary>
    public static IReadOnlyList<string> Read(BibRecord record)
    {
        IReadOnlyList<string> codes = [.. record.Languages
            .Where(language => language is not ("und" or "zxx" or "mul")).Distinct().Order(StringComparer.Ordinal).Take(Most)];
        return codes is [Default] && IsEnglish(record.Title.Proper) ? [] : codes;
    }

    private static bool IsEnglish(string title)
    {
        var words = Folding.RawWords(title);
        return words.Exists(word => Lexicon.IsOfLanguage(word, "eng")) && !words.Exists(word => Lexicon.IsOfLanguage(word, Default));
    }
}
