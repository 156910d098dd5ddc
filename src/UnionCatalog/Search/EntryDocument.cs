using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Search;

/// <summary>
/// Makes the index document of an entry. The words of every record go in, not only those of the description shown,
/// so that each library's own spelling finds the edition.
/// </summary>
internal static class EntryDocument
{
    public static IndexDocument Draw(CatalogEntry entry, IReadOnlyList<BibRecord> records, MemberDirectory members)
    {
        var document = new IndexDocument(entry.Id) { Stored = EntryJson.Write(entry) };
        AddTexts(document, records);
        AddColumns(document, entry, members);
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
        Add(document, CatalogSchema.Everything, records.SelectMany(Rest));
    }

    private static void AddColumns(IndexDocument document, CatalogEntry entry, MemberDirectory members)
    {
        var description = entry.Description;
        foreach (var library in entry.Libraries.Select(held => held.Library).Distinct())
        {
            document.AddFacet(CatalogSchema.ColumnOf(SearchFacet.Library), library.Value);
            if (members.Find(library) is { } member)
            {
                document.AddFacet(CatalogSchema.ColumnOf(SearchFacet.Kind), LibraryKindNames.Of(member.Kind));
                document.AddFacet(CatalogSchema.ColumnOf(SearchFacet.Place), member.Place);
            }
        }

        document.AddFacet(CatalogSchema.ColumnOf(SearchFacet.Format), description.Format.ToString().ToLowerInvariant());
        foreach (var language in description.Languages)
        {
            document.AddFacet(CatalogSchema.ColumnOf(SearchFacet.Language), language);
        }

        if (description.Year is { } year)
        {
            document.AddFacet(CatalogSchema.Year, year.ToString(CultureInfo.InvariantCulture));
            document.SetNumber(CatalogSchema.YearNumber, year);
        }

        document.SetNumber(CatalogSchema.LibraryCount, entry.Libraries.DistinctBy(held => held.Library).Count());
        document.SetSortKey(CatalogSchema.TitleOrder, TitleOrder(description.Title));
    }

    /// <summary>The title as it is filed: without its initial article, folded as the search folds words.</summary>
    private static string TitleOrder(Title title)
    {
        var filed = title.NonFiling < title.Proper.Length ? title.Proper[title.NonFiling..] : title.Proper;
        return string.Join(' ', CatalogSchema.Words.Analyze($"{filed} {title.PartNumber} {title.PartName} {title.Remainder}"));
    }

    private static IEnumerable<string?> Titles(BibRecord record)
    {
        var title = record.Title;
        return [$"{title.Proper} {title.Remainder}", $"{title.PartNumber} {title.PartName}", title.Parallel, title.OriginalScript];
    }

    private static IEnumerable<string?> Names(Contributor contributor) => [contributor.Name, contributor.OriginalScript];

    private static IEnumerable<string?> Rest(BibRecord record) =>
    [
        record.Responsibility, record.Edition, record.Summary, record.Contents, record.Audience,
        .. record.Notes,
        .. record.Classifications.Select(number => number.Number),
        .. record.Holdings.Select(holding => holding.CallNumber).Distinct(),
    ];

    private static void Add(IndexDocument document, string field, IEnumerable<string?> texts)
    {
        foreach (var text in texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct())
        {
            document.AddText(field, text!);
        }
    }
}
