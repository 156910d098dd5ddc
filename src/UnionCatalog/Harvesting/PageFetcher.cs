using System.Net;
using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting;

/// <summary>What a protocol knows of its pages.</summary>
/// <param name="Read">
/// Reads a page, whose bytes are gone afterwards; throws <see cref="MemberFault"/> for what is no page of this protocol.
/// </param>
/// <param name="TellsError">Whether a page says what is wrong, which it may do under any status.</param>
/// <param name="Status">Says what a status means that no page explains: the address, the status, Retry-After, the web page's title.</param>
internal sealed record PageKind<TReply>(
    Func<ReadOnlyMemory<byte>, TReply> Read,
    Func<TReply, bool> TellsError,
    Func<Uri, HttpStatusCode, TimeSpan?, string?, MemberFault> Status);

/// <summary>
/// Fetches pages over HTTP, whatever the protocol. A page is fetched and read as a unit, so that one cut short in the middle is
/// fetched again like one that never came.
/// </summary>
internal sealed class PageFetcher(HttpClient http, MemberPipelines pipelines, HarvestOptions options, TimeProvider clock)
{
    private const int MostRedirects = 5;
    private const long LargestError = 1 << 20;

    /// <summary>Tries until it goes well or is given up, as patiently as the member's configuration has it.</summary>
    /// <exception cref="MemberFault">It was given up.</exception>
    public async Task<TReply> TryAsync<TReply>(
        SourceId member, FetchedSource source, RequestTally tally, Func<CancellationToken, ValueTask<TReply>> send, CancellationToken cancellation)
    {
        tally.Begin();
        try
        {
            return await pipelines.For(member, source).ExecuteAsync(send, cancellation);
        }
        catch (BrokenCircuitException error)
        {
            throw Faults.Resting(source.BaseUrl, options.Rest, error);
        }
    }

    /// <summary>Fetches one page, once, when its turn has come.</summary>
    /// <exception cref="MemberFault">It did not come, not in time, or is none.</exception>
    /// <exception cref="MemberPause">The member may not be asked now.</exception>
    public async Task<TReply> FetchAsync<TReply>(
        FetchedSource source, RequestTally tally, Uri address, PageKind<TReply> kind, CancellationToken cancellation)
    {
        using var turn = await tally.TakeTurnAsync(cancellation);
        using var limit = new CancellationTokenSource(source.RequestTimeout, clock); // from here: waiting for the turn is not the member's fault
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await FetchAsync(tally, address, kind, either.Token);
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Faults.TimedOut(source.BaseUrl, source.RequestTimeout, error);
        }
    }

    private async Task<TReply> FetchAsync<TReply>(RequestTally tally, Uri address, PageKind<TReply> kind, CancellationToken cancellation)
    {
        try
        {
            using var response = await GetAsync(address, cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return response.IsSuccessStatusCode
                ? await ReadPageAsync(tally, address, kind, response, body, cancellation)
                : await ReadErrorAsync(tally, address, kind, response, body, cancellation);
        }
        catch (Exception error) when (Explain(address, error) is { } fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw fault;
        }
    }

    private async Task<TReply> ReadPageAsync<TReply>(
        RequestTally tally, Uri address, PageKind<TReply> kind, HttpResponseMessage response, Stream body, CancellationToken cancellation)
    {
        using var page = await ReadAsync(tally, address, response, body, options.MaxPageBytes, cancellation);
        return kind.Read(page.Memory);
    }

    /// <summary>The page is kept before anybody reads it: what cannot be read today may be once this program knows better.</summary>
    private static async Task<PageBytes> ReadAsync(
        RequestTally tally, Uri address, HttpResponseMessage response, Stream body, long limit, CancellationToken cancellation)
    {
        var page = await PageBytes.ReadAsync(body, limit, cancellation);
        tally.Keep(address, response, page.Memory);
        return page;
    }

    /// <summary>Some systems say in the status as well what the protocol says in the body only; the body knows better what is wrong.</summary>
    private async Task<TReply> ReadErrorAsync<TReply>(
        RequestTally tally, Uri address, PageKind<TReply> kind, HttpResponseMessage response, Stream body, CancellationToken cancellation)
    {
        string? title = null;
        if ((int)response.StatusCode is not (408 or 429 or 503))
        {
            try
            {
                using var page = await ReadAsync(tally, address, response, body, Math.Min(LargestError, options.MaxPageBytes), cancellation);
                title = PageText.Title(page.Memory);
                var reply = kind.Read(page.Memory);
                if (kind.TellsError(reply))
                {
                    return reply;
                }
            }
            catch (Exception error) when (error is MemberFault or IOException or InvalidDataException or HttpRequestException)
            {
                // It is no reply of the protocol, so the status has to say it all.
            }
        }

        throw kind.Status(address, response.StatusCode, RetryAfter(response.Headers), title);
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
