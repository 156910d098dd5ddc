using UnionCatalog.Members;

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
        try
        {
            return await pages.TryAsync(
                member.Id,
                source,
                tally,
                async tryCancellation => await SendAnyAsync(forms[0], others, request => SendAsync(request, tryCancellation)),
                cancellation);
        }
        catch (MemberFault fault) when (fault.Salvaged is { } reply)
        {
            return reply;
        }

        async Task<OaiReply> SendAsync(OaiRequest request, CancellationToken tryCancellation)
        {
            var reply = await FetchAsync(source, tally, request.At(source.BaseUrl), tryCancellation);
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

    private async Task<OaiReply> FetchAsync(FetchedSource source, RequestTally tally, Uri address, CancellationToken cancellation)
    {
        var reply = await pages.FetchAsync(source, tally, address, _kind, cancellation);
        return reply.Errors.Find(error => error.Code == "InternalException") is { } passing ? throw Faults.Internal(passing) : reply;
    }
}
