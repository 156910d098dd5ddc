using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Records;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking;

/// <summary>The texts under whose stems and other spellings an edition is also found.</summary>
internal static class AlikeTexts
{
    /// <summary>The last year in which books were printed in the old spelling: the reform came in August 1972.</summary>
    private const int LastOldYear = 1972;

    private const int ShortestName = 5;

    public static void Add(IndexDocument document, IReadOnlyList<BibRecord> records) =>
        EntryDocument.Add(document, CatalogSchema.Alike, [
            .. records.SelectMany(EntryDocument.Titles),
            .. records.SelectMany(record => record.Subjects).Select(subject => subject.Text),
            .. records.SelectMany(record => record.Series).Select(series => series.Title),
            .. records.Select(WithY),
            .. records.SelectMany(record => record.Contributors).SelectMany(EntryDocument.Names).OfType<string>().SelectMany(WithoutArticle),
        ]);

    /// <summary>The words of an old title that may have been written with j for y: "jang" is "yang".</summary>
    private static string? WithY(BibRecord record)
    {
        var words = CatalogSchema.Words.Terms($"{record.Title.Proper} {record.Title.Remainder}");
        return record.Year <= LastOldYear || words.Any(OldSpellings.IsMarked)
            ? string.Join(' ', words.Select(Y).OfType<string>())
            : null;
    }

    /// <summary>A word of the old spelling as it is if its j is a y; null: it has none.</summary>
    public static string? Y(string word)
    {
        // Where j stands behind another letter of the old spelling it belongs to that.
        var y = word.Replace("tj", "c", StringComparison.Ordinal).Replace("dj", "\0", StringComparison.Ordinal)
            .Replace("sj", "sy", StringComparison.Ordinal).Replace("nj", "ny", StringComparison.Ordinal);
        return y.Contains('j') ? y.Replace('j', 'y').Replace('\0', 'j') : null;
    }

    /// <summary>"Alghazali" is also "ghazali".</summary>
    private static IEnumerable<string> WithoutArticle(string name) => CatalogSchema.Words.Terms(name)
        .Where(word => word.StartsWith("al", StringComparison.Ordinal) && word.Length >= "al".Length + ShortestName).Select(word => word["al".Length..]);
}
