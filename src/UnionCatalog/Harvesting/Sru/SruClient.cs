using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Fetches replies over HTTP.</summary>
internal sealed class SruClient(PageFetcher pages, HarvestOptions options)
{
    private readonly PageKind<SruReply> _kind = new(
        page => SruPage.Read(page, options),
        reply => reply.Diagnostics.Count > 0,
        SruFaults.Status);

    /// <summary>Sends a request until it is answered or given up.</summary>
    /// <exception cref="MemberFault">It was given up.</exception>
    public async Task<SruReply> AskAsync(Member member, SruSource source, SruRequest request, RequestTally tally, CancellationToken cancellation)
    {
        return await pages.TryAsync(
            member.Id,
            source,
            tally,
            async tryCancellation =>
            {
                var reply = await pages.FetchAsync(source, tally, request.At(source.BaseUrl), _kind, tryCancellation);
                return WhyAgain(reply) is { } fault ? throw fault : reply;
            },
            cancellation);
    }

    /// <summary>What the server has, by its own account. Nothing where it does not answer that: explain is the part of SRU that is left out most.</summary>
    /// <exception cref="MemberFault">It does not answer anything.</exception>
    public async Task<SruReply> ExplainAsync(Member member, SruSource source, RequestTally tally, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(member, source, SruRequest.Explain(source.Version), tally, cancellation);
        }
        catch (MemberFault fault) when (!fault.IsPassing)
        {
            return new();
        }
    }

    private static MemberFault? WhyAgain(SruReply reply) =>
        reply is { HasAnswer: false, Broken: null } ? Faults.NoAnswer() :
        reply.Records.Count == 0 && reply.Diagnostics.Find(diagnostic => diagnostic.IsPassing) is { } passing ? SruFaults.Protocol(passing, query: "") : null;
}
