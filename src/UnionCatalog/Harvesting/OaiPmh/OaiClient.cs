using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Fetches replies over HTTP.</summary>
internal sealed class OaiClient(PageFetcher pages, HarvestOptions options)
{
    private readonly PageKind<OaiReply> _kind = new(
        page => PageReader.Read(page, options),
        reply => reply.Errors.Count > 0,
        Faults.Status);

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
            return await pages.TryAsync(
                member.Id,
                source,
                async tryCancellation => await SendAnyAsync(forms[0], others, request => SendAsync(request, tryCancellation)),
                cancellation);
        }
        catch (MemberFault fault) when (fault.Salvaged is { } reply)
        {
            return reply;
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
        var reply = await pages.FetchAsync(address, _kind, cancellation);
        return reply.Errors.Find(error => error.Code == "InternalException") is { } passing ? throw Faults.Internal(passing) : reply;
    }
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
