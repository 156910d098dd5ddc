using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>The page that tells every reader why the records of an edition are together.</summary>
internal static class MatchEndpoints
{
    public static void MapMatching(this RouteGroupBuilder pages) => pages.MapMethods("/records/{id}/matching", PageEndpoints.Reading, ShowAsync);

    private static async Task<IResult> ShowAsync(
        string id, HttpContext http, ClusterExplainer explainer, MovedEditions moved, CatalogSearch catalog, CancellationToken cancellation)
    {
        if (await explainer.ExplainAsync(new ClusterId(id), cancellation) is not { } cluster)
        {
            return await moved.FindAsync(http, id) is { } living ? living : PageEndpoints.NotFound(http);
        }

        var texts = PageTexts.For(http.Request);
        var view = MatchView.For(http, texts, tellsNames: false);
        var shown = catalog.Find(cluster.Cluster)?.Description ?? (cluster.Members is [var first, ..] ? first.Record.Record : null);
        return PageEndpoints.Draw<MatchingPage>(http, new()
        {
            [nameof(MatchingPage.Cluster)] = view.Of(cluster, shown is null ? texts["record.no-title"] : view.Saying.Title(shown)),
        });
    }
}
