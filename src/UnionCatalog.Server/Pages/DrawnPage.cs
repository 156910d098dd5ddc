using System.IO.Pipelines;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace UnionCatalog.Server.Pages;

/// <summary>A page as an answer: drawn whole, then sent whole. Nothing on it waits, so there is nothing to send before the rest.</summary>
/// <param name="page">The page's component.</param>
/// <param name="parameters">The component's parameters.</param>
internal sealed class DrawnPage(Type page, IDictionary<string, object?> parameters) : IResult, IStatusCodeHttpResult
{
    /// <summary>The answer's status; null: as it is, 200 unless something else was set.</summary>
    public int? StatusCode { get; set; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCode ?? response.StatusCode;
        response.ContentType = "text/html; charset=utf-8";
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () => Write(await renderer.RenderComponentAsync(page, ParameterView.FromDictionary(parameters)), response.BodyWriter));
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static void Write(Microsoft.AspNetCore.Components.Web.HtmlRendering.HtmlRootComponent drawn, PipeWriter body)
    {
        using var text = new PipeTextWriter(body);
        drawn.WriteHtmlTo(text);
    }
}
