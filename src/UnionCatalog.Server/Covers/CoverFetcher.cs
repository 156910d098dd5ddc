using System.Net;
using System.Net.Sockets;

namespace UnionCatalog.Server.Covers;

/// <summary>
/// Fetches a picture from where a record says it is. Every connection, that of a redirect as well, goes to an address that was looked
/// up and found public at that moment, so that no name can lead elsewhere between the check and the connection.
/// </summary>
internal sealed class CoverFetcher : IDisposable
{
    private readonly CoverOptions _options;
    private readonly HttpClient _http;

    public CoverFetcher(CoverOptions options)
    {
        _options = options;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = ConnectAsync, MaxResponseHeadersLength = 16,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        });
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "image/webp, image/jpeg, image/png, image/gif");
    }

    /// <summary>The picture; null where there is none to be had.</summary>
    public async Task<byte[]?> FetchAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(_options.Patience);
        try
        {
            return await FollowAsync(address, patience.Token);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or IOException or OperationCanceledException or SocketException or InvalidOperationException or UriFormatException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]?> FollowAsync(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= _options.MostRedirects && address.Scheme is "http" or "https" && address.UserInfo.Length == 0; redirects++)
        {
            using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return await ReadAsync(response, cancellation);
            }

            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return null;
            }

            address = new Uri(address, location);
        }

        return null;
    }

    private async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > _options.MostBytes)
        {
            return null;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var content = new byte[_options.MostBytes + 1];
        var read = await body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellation);
        return read <= _options.MostBytes && PictureKind.Of(content.AsSpan(0, read)) is not null ? content[..read] : null;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(_options.MayReach))
        {
            throw new HttpRequestException("This address is not of the open internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
