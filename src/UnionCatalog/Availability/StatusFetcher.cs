using System.Net;

namespace UnionCatalog.Availability;

/// <summary>Sends one request to a library's catalogue. It reads no more of the answer than it may, and throws for no answer whatever.</summary>
internal sealed class StatusFetcher(HttpClient http, AvailabilityOptions options, TimeProvider clock)
{
    /// <summary>Asks once.</summary>
    /// <param name="address">Where.</param>
    /// <param name="patience">Ends the wait.</param>
    public async Task<Fetched> FetchAsync(Uri address, CancellationToken patience)
    {
        var begun = clock.GetTimestamp();
        try
        {
            return await FollowAsync(address, patience);
        }
        catch (OperationCanceledException)
        {
            // One that had to wait for its turn and was left too little time says nothing of the library.
            return clock.GetElapsedTime(begun) > options.Patience / 2 ? new Fetched.Failure() : new Fetched.Nothing();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException or UriFormatException or NotSupportedException or InvalidOperationException)
        {
            return new Fetched.Failure();
        }
    }

    private async Task<Fetched> FollowAsync(Uri address, CancellationToken patience)
    {
        var asked = address;
        for (var redirects = 0; redirects <= options.MostRedirects; redirects++)
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await ReadAsync(response, patience);
            }

            if (!Uri.TryCreate(address, response.Headers.Location, out var target) || !IsTheLibrarys(target, asked))
            {
                return new Fetched.Nothing();
            }

            address = target;
        }

        return new Fetched.Nothing();
    }

    /// <summary>A library's server must not send us where only we can look: it may lead to itself, by HTTPS or with "www." before its name.</summary>
    private static bool IsTheLibrarys(Uri target, Uri asked) =>
        target.UserInfo.Length == 0
        && Bare(target.IdnHost) == Bare(asked.IdnHost)
        && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && asked.Scheme == Uri.UriSchemeHttp))
        && (target.IsDefaultPort || target.Port == asked.Port);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private async Task<Fetched> ReadAsync(HttpResponseMessage response, CancellationToken patience)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return (int)response.StatusCode is 408 or 429 or >= 500 ? new Fetched.Failure() : new Fetched.Nothing();
        }

        if (response.Content.Headers.ContentLength > options.MostBytes)
        {
            return new Fetched.Nothing();
        }

        await using var body = await response.Content.ReadAsStreamAsync(patience);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, patience)) > 0)
        {
            if (read.Length + count > options.MostBytes)
            {
                return new Fetched.Nothing();
            }

            read.Write(buffer, 0, count);
        }

        return new Fetched.Answer(read.ToArray());
    }
}
