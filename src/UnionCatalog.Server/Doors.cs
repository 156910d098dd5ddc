using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using UnionCatalog.FullText;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Operation;
using UnionCatalog.Server.Pages;
using UnionCatalog.Server.Widget;

namespace UnionCatalog.Server;

/// <summary>What every door has in common: headers that keep a page to itself, and a calm answer when something breaks.</summary>
internal static class Doors
{
    /// <summary>
    /// Nothing from anywhere but here: our one script file, no script within a page, no frames, no foreign pictures. A record that
    /// smuggles markup past the encoding still finds nothing that would run it.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseDoors(this WebApplication app)
    {
        // A web server in front tells whom it speaks for and whether by HTTPS; nobody else is believed.
        app.UseForwardedHeaders(app.Services.GetRequiredService<TrustedProxies>().Options());
        app.Use((context, next) =>
        {
            // On starting, not now: what answers for a fault clears the headers that were set before it.
            context.Response.OnStarting(AddHeaders, context.Response);
            return next(context);
        });
        app.UseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = context => context.Exception is OperationCanceledException,
            ExceptionHandler = AnswerFaultAsync,
        });
        app.UseLimits();
    }

    private static Task AddHeaders(object response)
    {
        var (request, headers) = (((HttpResponse)response).HttpContext.Request, ((HttpResponse)response).Headers);
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        OpenDoors.Tell(request, headers);
        TellCaches(headers);
        return Task.CompletedTask;
    }

    /// <summary>
    /// What has a tag may be kept, but is asked for again each time, unless it says for how long it is good. Whatever is kept differs by
    /// how it is packed, whoever asked for it first.
    /// </summary>
    private static void TellCaches(IHeaderDictionary headers)
    {
        if (headers.ETag.Count > 0 && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }

        if (!headers.Vary.ToString().Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }
    }

    /// <summary>
    /// A program is told in its own form, a reader in words. A damaged index is built again by the next pull, so that is a
    /// matter of minutes; the log names the file.
    /// </summary>
    private static Task AnswerFaultAsync(HttpContext http)
    {
        var status = http.Features.Get<IExceptionHandlerFeature>()?.Error is IndexDamagedException
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;
        IResult answer = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Problem("Something went wrong here. Please try again in a moment.", statusCode: status)
            : PageEndpoints.Fault(http, status);
        return answer.ExecuteAsync(http);
    }
}
