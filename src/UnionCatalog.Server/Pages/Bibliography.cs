using UnionCatalog.Exporting;
using UnionCatalog.Exporting.Citing;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Pages;

/// <summary>How a bibliography is wanted.</summary>
/// <param name="Title">Its heading; empty for the usual one.</param>
/// <param name="Group">What it is ordered under, one of <see cref="Groups"/>.</param>
/// <param name="Style">The style of its references.</param>
public sealed record BibliographyRequest(string Title, string Group, CitationStyle Style)
{
    /// <summary>The longest heading: 200 characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>By subject, by author, or in one list.</summary>
    public static readonly IReadOnlyList<string> Groups = ["subject", "author", "none"];

    /// <summary>What is offered first.</summary>
    public static readonly BibliographyRequest Usual = new("", Groups[0], CitationStyle.Apa);

    /// <summary>Reads it from an address; what cannot be understood is as usual.</summary>
    public static BibliographyRequest Read(IQueryCollection query)
    {
        var title = Records.Text.DescriptionText.Clean(query["title"].ToString()) ?? "";
        return new BibliographyRequest(
            title.Length <= LongestTitle ? title : title[..LongestTitle],
            Groups.FirstOrDefault(group => group == query["group"].ToString(), Usual.Group),
            Enum.GetValues<CitationStyle>().FirstOrDefault(style => SearchParameters.NameOf(style) == query["style"].ToString(), Usual.Style));
    }
}

/// <summary>One heading of a bibliography and what stands under it.</summary>
/// <param name="Heading">The heading; null where the list has none.</param>
/// <param name="Lines">The references in their order.</param>
public sealed record BibliographyGroup(string? Heading, IReadOnlyList<BibliographyLine> Lines);

/// <summary>One reference, and who has the book.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Libraries">Each library with its call number.</param>
public sealed record BibliographyLine(Citation Reference, IReadOnlyList<string> Libraries);

/// <summary>Orders editions as cooperative bibliographies do: under subjects or authors, each by its reference.</summary>
internal static class Bibliography
{
    /// <summary>A book stands under its first subjects, that of proceedings not under every word of it.</summary>
    private const int MostSubjects = 3;

    public static IReadOnlyList<BibliographyGroup> Draw(IReadOnlyList<ExportedEdition> editions, BibliographyRequest wanted, PageTexts texts)
    {
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        return
        [
            .. editions.SelectMany(edition => Headings(edition, wanted.Group).Select(heading => (Heading: heading, Edition: edition)))
                .GroupBy(pair => pair.Heading)
                .OrderBy(group => group.Key is null or "")
                .ThenBy(group => group.Key, order)
                .Select(group => new BibliographyGroup(
                    group.Key is "" ? texts["bibliography.none." + wanted.Group] : group.Key,
                    [.. group.Select(pair => Line(pair.Edition, wanted.Style, texts)).OrderBy(line => line.Reference.Text, order)])),
        ];
    }

    /// <summary>The headings of one edition: empty for one that has none, null where there are none at all.</summary>
    private static IEnumerable<string?> Headings(ExportedEdition edition, string group) => group switch
    {
        "subject" => edition.Description.Subjects.Select(subject => (string?)subject.Text.Split(" -- ")[0]).Distinct().Take(MostSubjects).DefaultIfEmpty(""),
        "author" => edition.Description.Contributors.Select(one => (string?)one.Name).Take(1).DefaultIfEmpty(""),
        _ => [null],
    };

    private static BibliographyLine Line(ExportedEdition edition, CitationStyle style, PageTexts texts) => new(
        Citation.Of(edition, style, texts.Language),
        [.. edition.Libraries.Select(library => library.Holdings.Select(holding => holding.CallNumber).FirstOrDefault(number => number is not null) is { } number
            ? $"{library.Name} ({number})"
            : library.Name)]);
}
