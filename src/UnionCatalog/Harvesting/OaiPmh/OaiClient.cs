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
    private const long LargestError = 1 << 20;

    /// <summary>Sends a request until it is answered or given up.</summary>
    /// <exception cref="MemberFault">It was given up.</exception>
    public Task<OaiReply> AskAsync(Member member, OaiRequest request, RequestTally tally, CancellationToken cancellation) =>
        AskAsync(member, [request], tally, cancellation);

    /// <summary>
    /// Sends a request until it is answered or given up. Where the member refuses it as it is written, its other forms are
    /// tried, each once.
    /// </summary>
    /// <returns>The answer, with the form that brought it; what the member said to the first form where none did.</returns>
    /// <exception cref="MemberFault">It was given up.</exception>
    public async Task<OaiReply> AskAsync(Member member, IReadOnlyList<OaiRequest> forms, RequestTally tally, CancellationToken cancellation)
    {
        var source = (FetchedSource)member.Source;
        var others = new Queue<OaiRequest>(forms.Skip(1));
        var isRetry = false;
        try
        {
            return await pipelines.For(member.Id, source).ExecuteAsync(
                async tryCancellation => await SendAnyAsync(forms[0], others, request => SendAsync(request, tryCancellation)),
                cancellation);
        }
        catch (MemberFault fault) when (fault.Salvaged is { } reply)
        {
            return reply;
        }
        catch (TimeoutRejectedException error)
        {
            throw Faults.TimedOut(source.BaseUrl, source.RequestTimeout, error);
        }
        catch (BrokenCircuitException error)
        {
            throw Faults.Resting(source.BaseUrl, options.Rest, error);
        }

        async Task<OaiReply> SendAsync(OaiRequest request, CancellationToken tryCancellation)
        {
            tally.Count(isRetry);
            isRetry = true;
            var reply = await FetchAsync(request.At(source.BaseUrl), tryCancellation);
            reply.Request = request;
            return reply;
        }
    }

    /// <summary>What the first form came to is what is told when no other does better: it is the standard's, or the one that worked before.</summary>
    private static async Task<OaiReply> SendAnyAsync(OaiRequest first, Queue<OaiRequest> others, Func<OaiRequest, Task<OaiReply>> send)
    {
        OaiReply? refusal = null;
        MemberFault? fault = null;
        try
        {
            refusal = await send(first);
            if (!refusal.IsRefusal)
            {
                return refusal;
            }
        }
        catch (MemberFault error) when (error.IsRefusal)
        {
            fault = error;
        }

        while (others.TryDequeue(out var other))
        {
            try
            {
                if (await send(other) is { Errors.Count: 0 } reply)
                {
                    return reply;
                }
            }
            catch (MemberFault)
            {
                // The member understands this form still less.
            }
        }

        return refusal ?? throw fault!;
    }

    private async Task<OaiReply> FetchAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var response = await GetAsync(address, cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var reply = response.IsSuccessStatusCode
                ? PageReader.Read(await PageBytes.ReadAsync(body, options.MaxPageBytes, cancellation), options)
                : await ReadErrorAsync(address, response, body, cancellation);
            return reply.Errors.Find(error => error.Code == "InternalException") is { } passing ? throw Faults.Internal(passing) : reply;
        }
        catch (Exception error) when (Explain(address, error) is { } fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw fault;
        }
    }

    /// <summary>Some systems say in the status as well what the protocol says in the body only; the body knows better what is wrong.</summary>
    private async Task<OaiReply> ReadErrorAsync(Uri address, HttpResponseMessage response, Stream body, CancellationToken cancellation)
    {
        var page = ReadOnlyMemory<byte>.Empty;
        if ((int)response.StatusCode is not (408 or 429 or 503))
        {
            try
            {
                page = await PageBytes.ReadAsync(body, Math.Min(LargestError, options.MaxPageBytes), cancellation);
                var reply = PageReader.Read(page, options);
                if (reply.Errors.Count > 0)
                {
                    return reply;
                }
            }
            catch (Exception error) when (error is MemberFault or IOException or InvalidDataException or HttpRequestException)
            {
                // It is no reply of OAI-PMH, so the status has to say it all.
            }
        }

        throw Faults.Status(address, response.StatusCode, RetryAfter(response.Headers), PageText.Title(page));
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
