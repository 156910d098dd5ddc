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
        void Add(string name, string value) =>
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        void AddNumber(string name, int? value, int? usual = null)
        {
            if (value is { } number && number != usual)
            {
                Add(name, number.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (request.Text.Length > 0)
        {
            Add("q", request.Text);
        }

        foreach (var (field, text) in request.Fields.OrderBy(pair => pair.Key))
        {
            Add(SearchParameters.NameOf(field), text);
        }

        foreach (var (facet, values) in request.Facets.OrderBy(pair => pair.Key))
        {
            foreach (var value in values)
            {
                Add(SearchParameters.NameOf(facet), value);
            }
        }

        AddNumber("yearFrom", request.YearFrom);
        AddNumber("yearTo", request.YearTo);
        if (request.Sort != SearchSort.Relevance)
        {
            Add("sort", SearchParameters.NameOf(request.Sort));
        }

        AddNumber("page", request.Page, usual: 1);
        AddNumber("size", request.Size, usual: 20);
        return query.ToString();
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
}
