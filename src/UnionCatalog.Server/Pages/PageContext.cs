using UnionCatalog.Members;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Pages;

/// <summary>What every page needs to be drawn.</summary>
/// <param name="Texts">The words of the reader's language.</param>
/// <param name="Address">The path and query of this page, for the language switch to come back to.</param>
/// <param name="Members">The libraries, for their names.</param>
/// <param name="Editions">How many editions the union has.</param>
public sealed record PageContext(PageTexts Texts, string Address, MemberDirectory Members, int Editions)
{
    /// <summary>Where readers find the pages, without a slash at its end.</summary>
    public string Site { get; init; } = "";

    /// <summary>The other language, for the switch.</summary>
    public PageTexts OtherTexts => PageTexts.All.First(texts => texts != Texts);

    public static PageContext For(HttpContext http)
    {
        var services = http.RequestServices;
        return new PageContext(
            PageTexts.For(http.Request),
            http.Request.Path + http.Request.QueryString,
            services.GetRequiredService<MemberDirectory>(),
            services.GetRequiredService<CatalogSearch>().EntryCount)
        {
            Site = services.GetRequiredService<PublicAddress>().Of(http.Request),
        };
    }
}
