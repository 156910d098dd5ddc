using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Pages;

/// <summary>How the values of facets are called on the page.</summary>
internal static class FacetNames
{
    public static string Of(SearchFacet facet, string value, PageContext context) => facet switch
    {
        SearchFacet.Library => context.Members.Find(new SourceId(value))?.Name ?? value,
        SearchFacet.Kind => context.Texts.Find("kind." + value, value),
        SearchFacet.Format => context.Texts.Find("format." + value, value),
        SearchFacet.Class => context.Texts.Find("class." + value, "") is { Length: > 0 } name ? $"{value} {name}" : value,
        SearchFacet.Audience => context.Texts.Find("audience." + value, value),
        SearchFacet.Available => context.Texts["available.now"],
        SearchFacet.Language => context.Texts.LanguageName(value),
        _ => value,
    };
}
