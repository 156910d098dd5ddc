using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Server.Pages;

/// <summary>One value of a description, and who says so.</summary>
/// <param name="Field">What it is, in the reader's language.</param>
/// <param name="Value">The value, shortened.</param>
/// <param name="Libraries">The libraries' names, the first few and how many more.</param>
internal sealed record SourceLine(string Field, string Value, IReadOnlyList<string> Libraries)
{
    private const int MostLines = 60;
    private const int MostLibraries = 3;
    private const int LongestValue = 90;

    /// <summary>The lines of an edition, in the order of its page; none where it has one record only.</summary>
    public static IReadOnlyList<SourceLine> Of(CatalogEntry entry, PageContext context)
    {
        if (entry.Sources is not { } sources)
        {
            return [];
        }

        return
        [
            .. Values(entry.Description, context.Texts)
                .Where(line => sources.ContainsKey(line.Field))
                .SelectMany(line => line.Values.Zip(sources[line.Field], (value, records) => new SourceLine(line.Name, Shorten(value), Names(entry, records, context))))
                .Take(MostLines),
        ];
    }

    private static IEnumerable<(CardField Field, string Name, IEnumerable<string> Values)> Values(BibRecord record, PageTexts texts) =>
    [
        (CardField.Title, texts["field.title"], [record.Title.Proper]),
        (CardField.PartNumber, texts["record.part"], Only(record.Title.PartNumber)),
        (CardField.PartName, texts["record.part"], Only(record.Title.PartName)),
        (CardField.Remainder, texts["column.subtitle"], Only(record.Title.Remainder)),
        (CardField.OriginalScript, texts["record.original-script"], Only(record.Title.OriginalScript)),
        (CardField.ParallelTitle, texts["record.parallel"], Only(record.Title.Parallel)),
        (CardField.WorkTitles, texts["record.work-titles"], record.WorkTitles.Select(title => title.Text)),
        (CardField.Responsibility, texts["column.responsibility"], Only(record.Responsibility)),
        (CardField.Contributors, texts["record.by"], record.Contributors.Select(contributor => RecordLines.Contributor(contributor, texts))),
        (CardField.Edition, texts["record.edition"], Only(record.Edition)),
        (CardField.Publications, texts["record.published"], record.Publications.Select(RecordLines.Publication)),
        (CardField.Year, texts["facet.year"], Only(record.Year?.ToString(CultureInfo.InvariantCulture))),
        (CardField.Extent, texts["record.extent"], Only(record.Extent?.Text)),
        (CardField.Series, texts["record.series"], record.Series.Select(RecordLines.Series)),
        (CardField.Subjects, texts["record.subjects"], record.Subjects.Select(subject => subject.Text)),
        (CardField.Classifications, texts["record.classification"], record.Classifications.Select(number => number.Number)),
        (CardField.Languages, texts["record.language"], record.Languages.Select(texts.LanguageName)),
        (CardField.Format, texts["record.format"], [RecordLines.FormatName(record.Format, texts)]),
        (CardField.Audience, texts["record.audience"], Only(record.Audience)),
        (CardField.Identifiers, texts["record.identifiers"], record.Identifiers.Select(identifier => RecordLines.Identifier(identifier, texts))),
        (CardField.Summary, texts["record.summary"], Only(record.Summary)),
        (CardField.Contents, texts["record.contents"], Only(record.Contents)),
        (CardField.Notes, texts["record.notes"], record.Notes),
        (CardField.Links, texts["record.links"], record.Links.Select(link => link.Label ?? link.Address.Host)),
    ];

    private static List<string> Names(CatalogEntry entry, IReadOnlyList<int> records, PageContext context)
    {
        var libraries = records.Where(record => record >= 0 && record < entry.Libraries.Count).Select(record => entry.Libraries[record].Library).Distinct().ToList();
        var all = entry.Libraries.Select(held => held.Library).Distinct().Count();
        if (libraries.Count == all && all > 1)
        {
            return [context.Texts["sources.all"]];
        }

        var names = libraries.Take(MostLibraries).Select(library => context.Members.Find(library)?.Name ?? library.Value).ToList();
        if (libraries.Count > MostLibraries)
        {
            names.Add(context.Texts.Count("sources.more", libraries.Count - MostLibraries));
        }

        return names;
    }

    private static string Shorten(string value) =>
        value.Length <= LongestValue ? value : value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…";

    private static IEnumerable<string> Only(string? value) => value is null ? [] : [value];
}
