using System.Globalization;
using System.Text;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>Writes a search as the query of an address, the way <see cref="SearchParameters.Read"/> reads it.</summary>
internal static class SearchAddress
{
    /// <summary>The query with its question mark, leaving out what is as by default; empty for the empty search.</summary>
    public static string Of(SearchRequest request)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Parts(request))
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }

    /// <summary>The parameters of the query, for a form to send them on.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parts(SearchRequest request)
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("q", request.Text.Length > 0 ? request.Text : null),
            .. request.Fields.OrderBy(pair => pair.Key).Select(field => (SearchParameters.NameOf(field.Key), (string?)field.Value)),
            .. from facet in request.Facets.OrderBy(pair => pair.Key) from value in facet.Value select (SearchParameters.NameOf(facet.Key), (string?)value),
            ("yearFrom", Number(request.YearFrom)),
            ("yearTo", Number(request.YearTo)),
            ("addedFrom", request.AddedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("near", request.Near),
            ("sort", request.Sort == SearchSort.Relevance ? null : SearchParameters.NameOf(request.Sort)),
            ("page", Number(request.Page, usual: 1)),
            ("size", Number(request.Size, usual: 20)),
        ];
        return from part in parts where part.Value is not null select KeyValuePair.Create(part.Name, part.Value);
    }

    /// <summary>The same search with one facet value added, or taken away where it was chosen; from the first page.</summary>
    public static SearchRequest Toggle(SearchRequest request, SearchFacet facet, string value)
    {
        var chosen = request.Facets.GetValueOrDefault(facet, []);
        var facets = new Dictionary<SearchFacet, IReadOnlyList<string>>(request.Facets)
        {
            [facet] = chosen.Contains(value) ? [.. chosen.Where(other => other != value)] : [.. chosen, value],
        };
        return request with { Facets = facets, Page = 1 };
    }

    private static string? Number(int? value, int? usual = null) => value == usual ? null : value?.ToString(CultureInfo.InvariantCulture);
}
