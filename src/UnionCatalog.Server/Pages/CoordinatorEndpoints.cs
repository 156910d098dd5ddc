using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Operation;

namespace UnionCatalog.Server.Pages;

/// <summary>Where the coordinator shows the key to a browser, and has it forgotten again.</summary>
internal static class CoordinatorEndpoints
{
    public static void MapCoordinator(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(CoordinatorDoor.Path, PageEndpoints.Reading, (HttpContext http, string? back) => Ask(http, back, null)).HoldsSecrets();
        pages.MapPost(CoordinatorDoor.Path, EnterAsync).HoldsSecrets();
        pages.MapPost(CoordinatorDoor.Path + "/leave", Leave).HoldsSecrets();
    }

    private static async Task<IResult> EnterAsync(HttpContext http, CoordinatorGate gate, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        var back = form["back"].ToString();
        return gate.Enter(form["key"].ToString(), http) switch
        {
            CoordinatorAnswer.Open => TypedResults.LocalRedirect(PageEndpoints.IsHere(back) ? back : NightEndpoints.Path),
            CoordinatorAnswer.Closed => Ask(http, back, "coordinator.closed", StatusCodes.Status429TooManyRequests),
            _ => Ask(http, back, "coordinator.wrong", StatusCodes.Status403Forbidden),
        };
    }

    private static RedirectHttpResult Leave(HttpContext http)
    {
        CoordinatorGate.Leave(http);
        return TypedResults.LocalRedirect("/");
    }

    private static DrawnPage Ask(HttpContext http, string? back, string? errorKey, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        var page = PageEndpoints.Draw<CoordinatorPage>(http, new()
        {
            [nameof(CoordinatorPage.Back)] = PageEndpoints.IsHere(back) ? back : null, [nameof(CoordinatorPage.ErrorKey)] = errorKey,
        });
        page.StatusCode = status;
        return page;
    }
}
