using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Availability;

/// <summary>A library's catalogue on a loopback port that answers as a test has it, good or bad.</summary>
internal sealed class School : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _now;
    private int _most;

    private School(WebApplication app)
    {
        _app = app;
        app.Run(async http =>
        {
            Asked.Enqueue(http.Request.Path + http.Request.QueryString);
            UserAgents.Enqueue(http.Request.Headers.UserAgent.ToString());
            var now = Interlocked.Increment(ref _now);
            _most = Math.Max(_most, now);
            try
            {
                await Answer(http);
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        });
    }

    /// <summary>What it does with a request.</summary>
    public RequestDelegate Answer { get; set; } = Page(OneIn);

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<string> UserAgents { get; } = [];

    /// <summary>The most requests that were here at one time.</summary>
    public int MostAtOnce => _most;

    public Uri Address => new(_app.Urls.Single());

    public static string OneIn => """<div>P1</div><b class="availability-item item-available">Tersedia</b>""";

    public static string OneOut => """<div>P1</div><b class="availability-item item-onloan">Sedang dipinjam (kembali 2099-12-03)</b>""";

    public static async Task<School> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var school = new School(builder.Build());
        await school._app.StartAsync();
        return school;
    }

    /// <summary>A library whose catalogue this is.</summary>
    public Member Member(string id) => Member(id, new StatusRecipe(StatusForm.Slims, $"{Address}record?id={{number}}"));

    public static Member Member(string id, StatusRecipe? recipe) => new()
    {
        Id = new SourceId(id), Name = id, Kind = LibraryKind.Other, Place = "Sukamaju", Status = recipe, Source = new OaiPmhSource { BaseUrl = new Uri("http://localhost/oai") },
    };

    public static RequestDelegate Page(string html) => http => WriteAsync(http, html);

    public static RequestDelegate Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static RequestDelegate After(TimeSpan time, string html) => async http =>
    {
        await Task.Delay(time, http.RequestAborted);
        await WriteAsync(http, html);
    };

    public static RequestDelegate Never => http => Task.Delay(Timeout.Infinite, http.RequestAborted);

    /// <summary>Half the page, and the connection ends.</summary>
    public static RequestDelegate Cut => async http =>
    {
        http.Response.ContentLength = 10_000;
        await http.Response.WriteAsync(OneIn);
        await http.Response.Body.FlushAsync();
        http.Abort();
    };

    /// <summary>A page of that many bytes that begins well.</summary>
    public static RequestDelegate Endless(int size, bool packed) => async http =>
    {
        var chunk = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));
        http.Response.Headers.ContentEncoding = packed ? "gzip" : "";
        await using var body = packed ? new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true) : http.Response.Body;
        await body.WriteAsync(Encoding.ASCII.GetBytes(OneIn));
        for (var sent = 0; sent < size && !http.RequestAborted.IsCancellationRequested; sent += chunk.Length)
        {
            await body.WriteAsync(chunk);
        }
    };

    /// <summary>A byte now and then, for ever.</summary>
    public static RequestDelegate Trickle => async http =>
    {
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.WriteAsync(" ");
            await http.Response.Body.FlushAsync();
            await Task.Delay(100, http.RequestAborted);
        }
    };

    public static RequestDelegate Redirect(string address) => http =>
    {
        http.Response.Redirect(address);
        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task WriteAsync(HttpContext http, string html)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html);
    }
}
