using UnionCatalog.Availability;
using UnionCatalog.Harvesting;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Commands;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Availability;

/// <summary>Is it in, now? The libraries' own answer, kept for minutes.</summary>
internal static class AvailabilityEndpoint
{
    private const string AMinute = "public, max-age=60";

    public static IServiceCollection AddAvailability(this IServiceCollection services, ServiceSettings settings) => services
        .AddAvailability(new AvailabilityOptions { UserAgent = Introduction.UserAgent(settings.Contact) })
        .AddSingleton<HarvestDates>()
        .AddSingleton<EditionStatus>();

    /// <summary>The address at which an edition's libraries are asked.</summary>
    public static string AddressOf(string id) => $"/api/records/{id}/availability";

    public static void MapAvailability(this RouteGroupBuilder api) => api.MapGet("/records/{id}/availability", AnswerAsync)
        .WithName("availability")
        .WithSummary("Whether an edition is in, now, at each library")
        .WithDescription(
            "Asks the catalogues of the libraries that allow it, at most 20 and for at most 2 seconds; an answer is good for 5 minutes. "
            + "Of a library that is not asked or does not answer in time, the last harvest is told. "
            + "An edition that was united with another is answered by a redirection to that one (301).")
        .Takes()
        .Produces<ApiAvailability>()
        .Produces(StatusCodes.Status301MovedPermanently)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(string id, HttpContext http, CatalogSearch catalog, EditionStatus statuses, MovedEditions moved)
    {
        if (catalog.Find(new ClusterId(id)) is not { } entry)
        {
            return await moved.FindAsync(http, id) is { } living
                ? living
                : TypedResults.Problem("There is no edition of this name.", statusCode: StatusCodes.Status404NotFound);
        }

        var answer = ApiAvailability.From(entry, await statuses.FindAsync(entry, ask: true, http.RequestAborted));
        http.Response.Headers.CacheControl = AMinute;
        return TypedResults.Ok(answer);
    }
}
