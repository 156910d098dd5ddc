using System.Net.Http.Headers;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Sits between the client and the network and keeps what goes over the wire, redirects and all.</summary>
/// <param name="limit">The most bytes of a body.</param>
/// <param name="clock">Times the requests.</param>
internal sealed class Listener(long limit, TimeProvider clock) : DelegatingHandler
{
    private readonly List<Exchange> _exchanges = [];

    /// <summary>The requests that were answered, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>The requests that were sent, answered or not.</summary>
    public int Requests { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        var started = clock.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken);
        var wire = await ReadAsync(response.Content, cancellationToken);
        using var page = await PageBytes.ReadAsync(new MemoryStream(wire), limit, cancellationToken);
        _exchanges.Add(new(
            request.RequestUri!,
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType ?? "",
            ServerOf(response.Headers),
            page.Memory.ToArray(),
            clock.GetElapsedTime(started))
        {
            IsSilentlyPacked = !page.Memory.Span.SequenceEqual(wire),
        });
        return response;
    }

    /// <summary>Loads the body, which the client then reads again.</summary>
    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        try
        {
            await content.LoadIntoBufferAsync(limit, cancellation);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Faults.TooLarge("", limit, "bytes");
        }

        return await content.ReadAsByteArrayAsync(cancellation);
    }

    private static string ServerOf(HttpResponseHeaders headers) =>
        string.Join(' ', headers.Where(header => header.Key is "Server" or "X-Powered-By" or "X-Generator").SelectMany(header => header.Value));
}
