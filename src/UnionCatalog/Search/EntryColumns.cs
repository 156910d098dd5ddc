using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Search;

/// <summary>What of an edition is counted, narrowed by and ordered by.</summary>
internal static class EntryColumns
{
    /// <summary>Subjects and names of one edition that are counted; a volume of proceedings has hundreds of authors.</summary>
    internal const int MostHeadings = 20;

    public static void Add(IndexDocument document, CatalogEntry entry, MemberDirectory members)
    {
        AddLibraries(document, entry, members);
        AddDescription(document, entry.Description);
        AddAll(document, SearchFacet.Class, Classes(entry));
        if (entry.Added is { } day)
        {
            document.SetNumber(CatalogSchema.Added, CatalogSchema.DayNumber(day));
        }

        document.SetNumber(CatalogSchema.LibraryCount, entry.Libraries.DistinctBy(held => held.Library).Count());
    }

    private static void AddLibraries(IndexDocument document, CatalogEntry entry, MemberDirectory members)
    {
        foreach (var (library, records) in entry.Libraries.CountBy(held => held.Library))
        {
            Add(document, SearchFacet.Library, library.Value);
            if (records > 1)
            {
                document.AddFacet(CatalogSchema.DuplicatedAt, library.Value);
            }
        }

        var held = entry.Libraries.Select(library => members.Find(library.Library)).OfType<Member>().Distinct().ToList();
        AddAll(document, SearchFacet.Kind, held.Select(member => LibraryKindNames.Of(member.Kind)));
        AddAll(document, SearchFacet.Place, held.Select(member => member.Place));
        AddAll(document, SearchFacet.Regency, held.Select(member => member.Regency));
        AddAll(document, SearchFacet.Province, held.Select(member => member.Province));
        if (entry.Libraries.Any(library => library.Holdings.Any(holding => holding.Status == ItemStatus.Available)))
        {
            Add(document, SearchFacet.Available, SearchRequest.AvailableNow);
        }
    }

    private static void AddDescription(IndexDocument document, BibRecord description)
    {
        Add(document, SearchFacet.Format, description.Format.ToString().ToLowerInvariant());
        AddAll(document, SearchFacet.Language, description.Languages.Take(IndexLimits.FacetValues));
        AddAll(document, SearchFacet.SubjectHeading, description.Subjects.Select(subject => subject.Text).Take(MostHeadings));
        AddAll(document, SearchFacet.AuthorName, description.Contributors.Select(contributor => contributor.Name).Take(MostHeadings));
        AddAll(document, SearchFacet.Audience, description.AudienceLevels);
        if (description.Year is { } year)
        {
            Add(document, SearchFacet.Year, year.ToString(CultureInfo.InvariantCulture));
            document.SetNumber(CatalogSchema.YearNumber, year);
        }
    }

    /// <summary>By the records' Dewey numbers; where they have none, by call numbers that begin like one, as school libraries' do.</summary>
    private static IEnumerable<string> Classes(CatalogEntry entry)
    {
        var numbers = entry.Description.Classifications.Where(number => number.Scheme == ClassificationScheme.Ddc).Select(number => number.Number).ToList();
        var told = numbers.Count > 0
            ? numbers
            : entry.Libraries.SelectMany(library => library.Holdings).Select(holding => holding.CallNumber?.Split(' ')[0]).OfType<string>();
        return told.Select(DeweyNumber.Find).OfType<string>().Select(number => number[0] + "00").Distinct();
    }

    private static void AddAll(IndexDocument document, SearchFacet facet, IEnumerable<string?> values)
    {
        foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value)).Distinct())
        {
            Add(document, facet, value!);
        }
    }

    private static void Add(IndexDocument document, SearchFacet facet, string value) =>
        document.AddFacet(CatalogSchema.ColumnOf(facet), EntryDocument.Cut(value, IndexLimits.ValueLength));
}
