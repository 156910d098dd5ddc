namespace UnionCatalog.Server;

/// <summary>What every door has in common: headers that keep a page to itself, and a calm answer when something breaks.</summary>
internal static class Doors
{
    /// <summary>
    /// Nothing from anywhere but here: no scripts at all, no frames, no foreign pictures. A record that smuggles markup
    /// past the encoding still finds nothing that would run it.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseDoors(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = context => context.Exception is OperationCanceledException,
        });
        app.UseStatusCodePages();
    }
}
