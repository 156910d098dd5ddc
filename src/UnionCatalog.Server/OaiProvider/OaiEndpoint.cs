using Microsoft.AspNetCore.Mvc;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>The door: OAI-PMH 2.0 over HTTP (section 3.1).</summary>
internal static class OaiEndpoint
{
    private const int MaxFormBytes = 64 * 1024;

    /// <summary>
    /// Serves a repository at a path by GET and POST. Compressed replies (section 3.1.3), which Identify promises, are the
    /// host's UseResponseCompression; the clock is the <see cref="TimeProvider"/> among the services, or the system's.
    /// </summary>
    public static IEndpointConventionBuilder MapOaiProvider(this IEndpointRouteBuilder endpoints, string path, OaiRepository repository)
    {
        var time = endpoints.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        var responder = new OaiResponder(repository);
        return endpoints
            .MapMethods(path, [HttpMethods.Get, HttpMethods.Post], context => AnswerAsync(context, repository, responder, time))
            .WithMetadata(new RequestSizeLimitAttribute(MaxFormBytes));
    }

    private static async Task AnswerAsync(HttpContext context, OaiRepository repository, OaiResponder responder, TimeProvider time)
    {
        var request = await ReadAsync(context.Request);
        var reply = responder.Answer(request);
        context.Response.ContentType = "text/xml; charset=utf-8";
        var baseUrl = repository.Identity.BaseUrl?.AbsoluteUri
            ?? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{context.Request.PathBase}{context.Request.Path}";
        await OaiXml.WriteAsync(context.Response.Body, repository, baseUrl, time.GetUtcNow(), request, reply);
    }

    private static async Task<OaiRequest> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return OaiRequest.Read(request.Query);
        }

        if (!request.HasFormContentType)
        {
            return OaiRequest.Unreadable(OaiErrorCode.BadVerb, "A POST request carries its arguments as application/x-www-form-urlencoded.");
        }

        try
        {
            return OaiRequest.Read(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException)
        {
            return OaiRequest.Unreadable(OaiErrorCode.BadArgument, "The arguments in the body cannot be read, or they are too long.");
        }
    }
}
