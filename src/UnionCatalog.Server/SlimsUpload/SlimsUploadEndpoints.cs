using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Server.Operation;

namespace UnionCatalog.Server.SlimsUpload;

/// <summary>
/// The addresses to which SLiMS sends by its union catalogue upload (UCS): ucpoll.php what is new, uc-ops.php what is to be removed,
/// ucs.php both where it takes the server for version 3 or later. Each takes either.
/// </summary>
internal static class SlimsUploadEndpoints
{
    private static readonly string[] Addresses = ["/ucpoll.php", "/ucs.php", "/uc-ops.php"];

    /// <summary>Whoever opens an address in a browser is told as well that there is something here.</summary>
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    public static IServiceCollection AddSlimsUpload(this IServiceCollection services) => services
        .AddSingleton(new SlimsUploadOptions())
        .AddSingleton<SlimsDoor>();

    /// <summary>
    /// SLiMS puts a slash before the name, and whoever copied the server's address from a browser has one at its end already. Goes
    /// before the doors are mapped: once the address is matched it is too late.
    /// </summary>
    public static void UseSlimsAddresses(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.Path.Value is { } path && path.StartsWith("//", StringComparison.Ordinal) && Addresses.Contains(path[1..]))
            {
                http.Request.Path = path[1..];
            }

            return next(http);
        });
        app.UseRouting();
    }

    public static void MapSlimsUpload(this WebApplication app)
    {
        foreach (var address in Addresses)
        {
            app.MapMethods(address, Methods, AnswerAsync).HoldsSecrets().ExcludeFromDescription();
        }
    }

    /// <summary>Always 200: SLiMS shows nothing of any other answer but its number.</summary>
    private static async Task<JsonHttpResult<SlimsAnswer>> AnswerAsync(HttpContext http, SlimsDoor door)
    {
        // The door counts the bytes itself, and answers in SLiMS's words where they are too many.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        return TypedResults.Json(await door.AnswerAsync(http.Request.Body, http.Connection.RemoteIpAddress, http.RequestAborted));
    }
}
