using UnionCatalog.Harvesting;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Exports;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Covers;

/// <summary>The cover of an edition: the picture that its description names, handed on by this service, or a drawn one.</summary>
internal static class CoverEndpoints
{
    private const string ADay = "public, max-age=86400";
    private const string AnHour = "public, max-age=3600";

    public static IServiceCollection AddCovers(this IServiceCollection services, ServiceSettings settings) => services
        .AddSingleton(new CoverOptions { Folder = Path.Combine(settings.Data, "covers"), UserAgent = Introduction.UserAgent(settings.Contact) })
        .AddSingleton<CoverFetcher>()
        .AddSingleton<CoverKeeper>();

    public static void MapCovers(this WebApplication app) => app.MapMethods("/covers/{id}", PageEndpoints.Reading, GiveAsync).ExcludeFromDescription();

    private static async Task<IResult> GiveAsync(string id, HttpContext http, CatalogSearch catalog, MovedEditions moved, CoverKeeper covers)
    {
        if (catalog.Find(new ClusterId(id)) is not { } entry)
        {
            return await moved.FindAsync(http, id) is { } living ? living : TypedResults.NotFound();
        }

        var cover = entry.Description.Cover;
        var picture = cover is null ? null : await covers.FindAsync(cover);
        http.Response.Headers.CacheControl = cover is not null && picture is null ? AnHour : ADay;
        return picture is not null && PictureKind.Of(picture) is { } kind
            ? ExportAnswer.Bytes(picture, kind, fileName: null)
            : ExportAnswer.Bytes(CoverDrawing.Draw(entry.Id, entry.Description.Title.Proper), "image/svg+xml", fileName: null);
    }
}
