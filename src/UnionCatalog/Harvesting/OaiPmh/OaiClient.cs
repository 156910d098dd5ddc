using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// Fetches replies over HTTP. A reply is fetched and read as a unit, so that one cut short in the middle is fetched again
/// like one that never came.
/// </summary>
internal sealed class OaiClient(HttpClient http, MemberPipelines pipelines, HarvestOptions options, TimeProvider clock)
{
    private const int MostRedirects = 5;

    /// <summary>Sends a request until it is answered or given up.</summary>
    /// <exception cref="MemberFault">It was given up.</exception>
    public async Task<OaiReply> AskAsync(Member member, OaiRequest request, RequestTally tally, CancellationToken cancellation)
    {
        var address = request.At(member.OaiPmh.BaseUrl);
        var isRetry = false;
        try
        {
            return await pipelines.For(member).ExecuteAsync(
                async tryCancellation =>
                {
                    tally.Count(isRetry);
                    isRetry = true;
                    return await FetchAsync(address, tryCancellation);
                },
                cancellation);
        }
        catch (TimeoutRejectedException error)
        {
            throw Faults.TimedOut(address, member.OaiPmh.RequestTimeout, error);
        }
        catch (BrokenCircuitException error)
        {
            throw Faults.Resting(address, options.Rest, error);
        }
    }

    private async Task<OaiReply> FetchAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var response = await GetAsync(address, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                throw Faults.Status(address, response.StatusCode, RetryAfter(response.Headers));
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            await using var page = new PageStream(body, options.MaxPageBytes, cancellation);
            return await OaiReader.ReadAsync(page, options);
        }
        catch (Exception error) when (Explain(address, error) is { } fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw fault;
        }
    }

    /// <summary>Follows redirects itself: SocketsHttpHandler would take "ftp://host" for a web address.</summary>
    private async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellation)
    {
        for (var hop = 0; ; hop++)
        {
            var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return response;
            }

            response.Dispose();
            var isAllowed = Uri.TryCreate(address, response.Headers.Location, out var target)
                && hop < MostRedirects
                && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && address.Scheme == Uri.UriSchemeHttp));
            address = isAllowed ? target! : throw Faults.Redirected(address);
        }
    }

    private static MemberFault? Explain(Uri address, Exception error) => error switch
    {
        HttpRequestException { InnerException: IOException inner, HttpRequestError: HttpRequestError.Unknown } => Faults.Cut(address, inner),
        HttpRequestException refused => Faults.Connection(address, refused),
        IOException => Faults.Cut(address, error),
        InvalidDataException => Faults.Garbled(address, error),
        _ => null,
    };

    /// <summary>A date is counted from the member's own clock where it tells it, so that a wrong clock does no harm.</summary>
    private TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => Max(date - (headers.Date ?? clock.GetUtcNow()), TimeSpan.Zero),
        _ => null,
    };

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}

/// <summary>Counts one harvest's requests between two pages that are stored.</summary>
internal sealed class RequestTally
{
    private long _requests;
    private long _retries;

    public void Count(bool isRetry)
    {
        _requests++;
        _retries += isRetry ? 1 : 0;
    }

    /// <summary>What was counted since the last time.</summary>
    public RunCounts Take()
    {
        var counts = new RunCounts { Requests = _requests, Retries = _retries };
        (_requests, _retries) = (0, 0);
        return counts;
    }
}
