using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Search.Asking;

/// <summary>
/// What tells a search cheaply that a title or a name is the very one that was typed: terms of several words, each found by one
/// look into the index.
/// </summary>
internal static class ExactTerms
{
    /// <summary>The words of a title's beginning that are terms.</summary>
    public const int MostWords = 8;

    private const int MostValues = 60;

    public static void Add(IndexDocument document, IReadOnlyList<BibRecord> records)
    {
        var titles = records.SelectMany(Wholes).Select(OfTitle).Where(title => title.Length > 0).Distinct().Take(MostValues).ToList();
        EntryDocument.Add(document, CatalogSchema.TitleWhole, titles);
        EntryDocument.Add(document, CatalogSchema.TitleStart, titles.SelectMany(Starts).Distinct());
        EntryDocument.Add(document, CatalogSchema.TitleNumber, titles.SelectMany(title => NumberedWords.Of(title.Split(' '))).Distinct().Take(MostValues));
        var names = records.SelectMany(record => record.Contributors).SelectMany(EntryDocument.Names).OfType<string>();
        EntryDocument.Add(document, CatalogSchema.AuthorWhole, names.Select(OfName).Distinct().Take(MostValues));
        EntryDocument.Add(document, CatalogSchema.Dewey, records.SelectMany(Dewey).SelectMany(ClassRange.Beginnings).Distinct());
    }

    /// <summary>A title as one term.</summary>
    public static string OfTitle(string title) => OfWords(CatalogSchema.Spelt.Terms(title.Replace("&", " dan ", StringComparison.Ordinal)));

    /// <summary>Words in their one spelling as one term.</summary>
    public static string OfWords(IEnumerable<string> spelt) => Cut(string.Join(' ', spelt));

    /// <summary>A name as one term, whichever way round it is written.</summary>
    public static string OfName(string name) => OfNameWords(CatalogSchema.SpeltNames.Terms(name));

    /// <summary>Words of a name in their one spelling as one term.</summary>
    public static string OfNameWords(IEnumerable<string> spelt) => Cut(string.Join(' ', spelt.Order(StringComparer.Ordinal)));

    /// <summary>The forms in which a title is remembered whole.</summary>
    public static IEnumerable<string> Wholes(BibRecord record)
    {
        var title = record.Title;
        var part = $"{title.PartNumber} {title.PartName}";
        return
        [
            title.Proper, $"{title.Proper} {title.Remainder}", $"{title.Proper} {part}", $"{title.Proper} {part} {title.Remainder}",
            $"{title.Proper} {title.Remainder} {part}", title.Parallel ?? "", title.OriginalScript ?? "",
        ];
    }

    private static string Cut(string term) => term.Length <= IndexLimits.TermLength ? term : term[..IndexLimits.TermLength];

    private static IEnumerable<string> Starts(string title)
    {
        var at = 0;
        for (var words = 1; words <= MostWords && at >= 0; words++)
        {
            at = title.IndexOf(' ', at + 1);
            yield return at < 0 ? title : title[..at];
        }
    }

    /// <summary>Numbers that say they are Dewey's, and call numbers that begin like one.</summary>
    private static IEnumerable<string> Dewey(BibRecord record) => record.Classifications
        .Where(number => number.Scheme == ClassificationScheme.Ddc).Select(number => number.Number)
        .Concat(record.Holdings.Select(holding => holding.CallNumber?.Split(' ')[0]).OfType<string>())
        .Select(DeweyNumber.Find).OfType<string>();
}
