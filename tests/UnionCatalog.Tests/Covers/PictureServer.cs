using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UnionCatalog.Tests.Covers;

/// <summary>A school's server on loopback that answers for pictures in every way there is, and counts who asks.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    public static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100]];

    private readonly WebApplication _app;
    private int _asked;

    private PictureServer(WebApplication app) => _app = app;

    public int Asked => _asked;

    public Uri Address => new(_app.Urls.Single());

    public Uri At(string path) => new(Address, path);

    public static async Task<PictureServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new PictureServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _asked);
        return http.Request.Path.Value!.Trim('/').Split('/') switch
        {
            ["png"] => SendAsync(http, Png, "text/html"),
            ["jpeg"] => SendAsync(http, [0xFF, 0xD8, 0xFF, .. new byte[9]], "image/png"),
            ["gif"] => SendAsync(http, "GIF89a.........."u8.ToArray(), "image/gif"),
            ["webp"] => SendAsync(http, "RIFF....WEBPVP8 "u8.ToArray(), "image/webp"),
            ["svg"] => SendAsync(http, "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), "image/png"),
            ["html"] => SendAsync(http, "<html>"u8.ToArray(), "image/jpeg"),
            ["empty"] => SendAsync(http, [], "image/jpeg"),
            ["large"] => SendAsync(http, [.. Png, .. new byte[1024 * 1024]], "image/png"),
            ["endless"] => EndlessAsync(http),
            ["slow"] => Task.Delay(Timeout.Infinite, http.RequestAborted),
            ["gone"] => StatusAsync(http, HttpStatusCode.NotFound),
            ["redirect", "0"] => LeadAsync(http, "/png"),
            ["redirect", var number] => LeadAsync(http, $"/redirect/{int.Parse(number, null) - 1}"),
            ["away"] => LeadAsync(http, http.Request.QueryString.Value![1..]),
            _ => StatusAsync(http, HttpStatusCode.InternalServerError),
        };
    }

    private static Task SendAsync(HttpContext http, byte[] content, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        return http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }

    private static async Task EndlessAsync(HttpContext http)
    {
        await http.Response.Body.WriteAsync(Png);
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(new byte[64 * 1024], http.RequestAborted);
        }
    }

    private static Task LeadAsync(HttpContext http, string location)
    {
        http.Response.Headers.Location = location;
        return StatusAsync(http, HttpStatusCode.Found);
    }

    private static Task StatusAsync(HttpContext http, HttpStatusCode status)
    {
        http.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    }
}
