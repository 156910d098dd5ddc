using System.Globalization;
using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search.Asking;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Card;
using UnionCatalog.Search.Stored;

namespace UnionCatalog.Search;

/// <summary>
/// Makes the index document of an entry. The words of every record go in, not only those of the description shown,
/// so that each library's own spelling finds the edition. What is beyond the index's limits is cut off: a record may be
/// anything, and none may stop the indexer.
/// </summary>
internal static class EntryDocument
{
    public static IndexDocument Draw(CatalogEntry entry, IReadOnlyList<BibRecord> records, MemberDirectory members)
    {
        var work = Work.Of(entry.Description);
        var document = new IndexDocument(entry.Id) { Stored = StoredEntry.Write(entry, work) };
        AddTexts(document, records);
        ExactTerms.Add(document, records);
        AlikeTexts.Add(document, records);
        Add(document, CatalogSchema.WorkKey, work.Keys);
        EntryColumns.Add(document, entry, members);
        BrowseHeadings.Add(document, entry);
        document.SetNumber(CatalogSchema.Standing, Standing.Of(entry));
        document.SetSortKey(CatalogSchema.TitleOrder, TitleOrder(entry.Description.Title));
        return document;
    }

    private static void AddTexts(IndexDocument document, IReadOnlyList<BibRecord> records)
    {
        Add(document, CatalogSchema.Title, records.SelectMany(Titles));
        Add(document, CatalogSchema.Author, records.SelectMany(record => record.Contributors).SelectMany(Names));
        Add(document, CatalogSchema.Subject, records.SelectMany(record => record.Subjects).Select(subject => subject.Text));
        Add(document, CatalogSchema.Series, records.SelectMany(record => record.Series).Select(series => $"{series.Title} {series.Volume}"));
        Add(document, CatalogSchema.Publisher, records.SelectMany(record => record.Publications).Select(part => $"{part.Place} {part.Publisher}"));
        Add(document, CatalogSchema.Identifier, records.SelectMany(record => record.Identifiers).SelectMany(SearchIdentifier.Forms));
        Add(document, CatalogSchema.Classification, records.SelectMany(Numbers).Distinct());
        Add(document, CatalogSchema.Everything, records.SelectMany(Rest));
    }

    /// <summary>The title as it is filed: without its initial article, folded as the search folds words.</summary>
    private static string TitleOrder(Title title)
    {
        var key = string.Join(' ', CatalogSchema.Words.Terms($"{Filed(title)} {title.PartNumber} {title.PartName} {title.Remainder}"));
        return Cut(key, IndexLimits.ValueLength);
    }

    /// <summary>The title proper without its initial article.</summary>
    internal static string Filed(Title title) => title.NonFiling < title.Proper.Length ? title.Proper[title.NonFiling..] : title.Proper;

    internal static IEnumerable<string?> Titles(BibRecord record)
    {
        var title = record.Title;
        return
        [
            $"{title.Proper} {title.Remainder}", $"{title.PartNumber} {title.PartName}", title.Parallel, title.OriginalScript,
            .. record.WorkTitles.Select(work => work.Text),
        ];
    }

    internal static IEnumerable<string?> Names(Contributor contributor) => [contributor.Name, contributor.OriginalScript];

    private static IEnumerable<string?> Numbers(BibRecord record) =>
        record.Classifications.Select(number => number.Number).Concat(record.Holdings.Select(holding => holding.CallNumber));

    private static IEnumerable<string?> Rest(BibRecord record) =>
    [
        record.Responsibility, record.Edition, record.Summary, record.Contents, record.Audience,
        record.Year?.ToString(CultureInfo.InvariantCulture),
        .. record.Notes,
        .. record.Classifications.Select(number => number.Number),
        .. record.Holdings.Select(holding => holding.CallNumber).Distinct(),
    ];

    internal static void Add(IndexDocument document, string field, IEnumerable<string?> texts)
    {
        var room = IndexLimits.FieldLength;
        foreach (var text in texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct())
        {
            // "&" is a word, and the only sign that is one: analysis leaves signs out.
            var whole = text!.Replace("&", " dan ", StringComparison.Ordinal);
            var part = whole.Length <= room ? whole : whole[..room];
            document.AddText(field, part);
            room -= part.Length;
            if (room == 0)
            {
                return;
            }
        }
    }

    /// <summary>As many whole characters as there is room for in UTF-8.</summary>
    public static string Cut(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes)
        {
            return text;
        }

        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }
}
