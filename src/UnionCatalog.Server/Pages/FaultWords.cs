using UnionCatalog.Search;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Pages;

/// <summary>Tells a reader why a search cannot be answered, and calls what is wrong by the name that stands on its box.</summary>
internal static class FaultWords
{
    /// <summary>The parts of an address that are no field and no facet.</summary>
    public static readonly IReadOnlyList<string> Parts = ["q", "yearFrom", "yearTo", "addedFrom", "near", "sort", "page", "size", "from", "direction"];

    /// <summary>The reason in the page's language; null for what only programs bring about.</summary>
    public static string? Of(InvalidSearchException invalid, PageTexts texts) =>
        invalid.Fault == SearchFault.Other ? null : texts.Format("fault." + SearchParameters.NameOf(invalid.Fault), [NameOf(invalid.Field, texts), .. invalid.Limits]);

    private static string NameOf(string field, PageTexts texts) =>
        texts.Find("parameter." + field, texts.Find("field." + field, texts.Find("facet." + field, field)));
}
