using UnionCatalog.Search;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Docs;

/// <summary>One address of the API, as the page for programmers tells of it.</summary>
/// <param name="Name">Its name in the page's texts.</param>
/// <param name="Address">The address.</param>
/// <param name="Parameters">Its parameters, those together that are told of together: their names, and the name of the text.</param>
/// <param name="Examples">The examples, by their files' names.</param>
internal sealed record DocSection(string Name, string Address, IReadOnlyList<(string Names, string Text)> Parameters, params IReadOnlyList<string> Examples)
{
    public static IReadOnlyList<DocSection> All { get; } =
    [
        new(
            "search",
            "/api/search",
            [
                ("q", "q"), (Names<SearchField>(), "field"), (Names<SearchFacet>(), "facet"), ("yearFrom yearTo", "years"), ("addedFrom", "added"), ("near", "near"), ("sort", "sort"),
                ("page size", "page"), ("cursor", "cursor"),
            ],
            "search"),
        new("record", "/api/records/ID", [], "record", "record-bibtex"),
        new("suggest", "/api/suggest", [("q", "typed")], "suggest"),
        new("browse", "/api/browse/LIST", [("from", "from"), ("direction", "direction"), ("size", "size"), ("cursor", "place")], "browse"),
        new("libraries", "/api/libraries", [], "library"),
        new("holdings", "/api/holdings", [("isbn issn", "isbn"), ("title author", "named"), ("except", "except")], "holdings"),
        new("export", "/export", [("format", "format"), ("id", "id")], "export"),
    ];

    private static string Names<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(SearchParameters.NameOf));
}
