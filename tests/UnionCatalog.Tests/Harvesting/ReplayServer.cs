using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>What the server does for one request.</summary>
internal sealed record Reply(byte[] Body)
{
    public Reply(string body)
        : this(System.Text.Encoding.UTF8.GetBytes(body))
    {
    }

    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "text/xml; charset=utf-8";

    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>gzip, deflate or br; null for none.</summary>
    public string? Encoding { get; init; }

    /// <summary>Breaks the connection after so many bytes.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Never answers.</summary>
    public bool Stalls { get; init; }

    public static Reply File(string path) => new(System.IO.File.ReadAllBytes(path));

    public static Reply Fail(int status, params (string Name, string Value)[] headers) => new("") { Status = status, Headers = headers };
}

/// <summary>
/// A web server on loopback that answers each request from a script: replies by the request's arguments, in turn, the last
/// one for ever. A request that is not in the script is answered by <see cref="Otherwise"/>, or 404.
/// </summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Queue<Reply>> _script = new();

    private ReplayServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/oai");

    /// <summary>The requests that came, as "verb=ListRecords&amp;metadataPrefix=oai_dc", decoded.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The same, byte for byte as they came.</summary>
    public ConcurrentQueue<string> Wire { get; } = new();

    public ConcurrentQueue<string> UserAgents { get; } = new();

    /// <summary>Called after a request was written down and before it is answered.</summary>
    public Action<string>? Arrived { get; set; }

    /// <summary>Answers what is not in the script, by the decoded arguments.</summary>
    public Func<string, Task<Reply>> Otherwise { get; set; } = _ => Task.FromResult(Reply.Fail(404));

    /// <summary>Called after a request was answered.</summary>
    public Action? Answered { get; set; }

    public static async Task<ReplayServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ReplayServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <param name="arguments">
    /// Decoded; or, with a "?" before them, as they must come byte for byte. With a path before the "?", for that path alone; with
    /// "*" at the end, for all that begin so.
    /// </param>
    /// <param name="replies">The replies in turn, the last one for ever.</param>
    public ReplayServer On(string arguments, params Reply[] replies)
    {
        _script[arguments] = new(replies);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var wire = context.Request.QueryString.Value!;
        var arguments = WebUtility.UrlDecode(wire.TrimStart('?').Replace("+", "%2B", StringComparison.Ordinal));
        Wire.Enqueue(wire);
        Requests.Enqueue(arguments);
        UserAgents.Enqueue(context.Request.Headers.UserAgent.ToString());
        Arrived?.Invoke(arguments);
        var path = context.Request.Path.Value;
        var reply = Next([$"{path}{wire}", $"{path}?{arguments}", wire, arguments]) ?? await Otherwise(arguments);
        if (reply.Stalls)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        Answered?.Invoke(); // before the reply is on its way: its reader may be faster than we are
        await WriteAsync(context, reply);
    }

    private Reply? Next(string[] names)
    {
        if (Find(names) is not { } replies)
        {
            return null;
        }

        lock (replies)
        {
            return replies.Count > 1 ? replies.Dequeue() : replies.Peek();
        }
    }

    private Queue<Reply>? Find(string[] names) =>
        names.Select(name => _script.GetValueOrDefault(name)).FirstOrDefault(replies => replies is not null)
        ?? _script.Where(entry => entry.Key.EndsWith('*') && names.Any(name => name.StartsWith(entry.Key[..^1], StringComparison.Ordinal)))
            .OrderByDescending(entry => entry.Key.Length).Select(entry => entry.Value).FirstOrDefault();

    private static async Task WriteAsync(HttpContext context, Reply reply)
    {
        var body = Pack(reply.Body, reply.Encoding);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = body.Length;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Encoding is not null)
        {
            context.Response.Headers.ContentEncoding = reply.Encoding;
        }

        // Of less than it promised Kestrel sends what there is and closes; Abort would take back even the headers.
        await context.Response.Body.WriteAsync(body.AsMemory(0, reply.CutAfter ?? body.Length));
    }

    private static byte[] Pack(byte[] body, string? encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => packed,
        })
        {
            packer.Write(body);
            packer.Flush();
            if (encoding is null)
            {
                return packed.ToArray();
            }
        }

        return packed.ToArray();
    }
}
