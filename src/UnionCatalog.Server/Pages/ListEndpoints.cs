using UnionCatalog.Search;
using UnionCatalog.Server.Exports;

namespace UnionCatalog.Server.Pages;

/// <summary>The pages of a reader's own list: the basket and the bibliography to print. The address holds the list; nothing is kept here.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/basket", PageEndpoints.Reading, BasketAsync);
        pages.MapMethods("/bibliography", PageEndpoints.Reading, BibliographyAsync);
    }

    private static Task<DrawnPage> BasketAsync(HttpContext http, EditionChooser chooser) =>
        WithChosenAsync(http, chooser, chosen => PageEndpoints.Draw<BasketPage>(http, new() { [nameof(BasketPage.Chosen)] = chosen }));

    private static Task<DrawnPage> BibliographyAsync(HttpContext http, EditionChooser chooser, ExportAnswer exports, TimeProvider clock) =>
        WithChosenAsync(http, chooser, chosen => PageEndpoints.Draw<BibliographyPage>(http, new()
        {
            [nameof(BibliographyPage.Chosen)] = chosen,
            [nameof(BibliographyPage.Wanted)] = BibliographyRequest.Read(http.Request.Query),
            [nameof(BibliographyPage.Editions)] = (IReadOnlyList<Exporting.ExportedEdition>)[.. chosen.Entries.Select(entry => exports.Draw(entry, http.Request))],
            [nameof(BibliographyPage.Date)] = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
        }));

    private static async Task<DrawnPage> WithChosenAsync(HttpContext http, EditionChooser chooser, Func<ChosenEditions, DrawnPage> draw)
    {
        try
        {
            return draw(await chooser.FindAsync(ChosenEditions.NamesIn(http.Request.Query), http.RequestAborted));
        }
        catch (InvalidSearchException invalid)
        {
            return PageEndpoints.Refusal(http, "basket.invalid", "basket.invalid.advice", invalid);
        }
    }
}
