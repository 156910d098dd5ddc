using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// Follows a run's lists, one a set, from page to page, and stores each page together with the position after it.
/// Distrusts the member: a list that goes in circles, ends early or never ends is a fault, not an end.
/// </summary>
internal sealed class ListWalk(
    OaiClient client,
    IHarvestStore store,
    HarvestOptions options,
    HarvestTelemetry telemetry,
    ILogger log,
    Member member,
    HarvestRun run,
    OaiIdentity identity,
    RequestTally tally,
    IProgress<HarvestRun>? progress)
{
    private const int MostRestarts = 2;
    private const int MostEmptyPages = 10;

    /// <summary>A list may end this much short: completeListSize may be an estimate (OAI-PMH 2.0, section 3.5).</summary>
    private const double LeastShare = 0.9;

    private readonly IReadOnlyList<string?> _sets = member.OaiPmh.Sets is { Count: > 0 } sets ? [.. sets] : [(string?)null];
    private TokenLoop _loop = new();
    private long? _came = run.Position.ResumptionToken is null ? 0 : null; // of a list begun earlier it is not known
    private long? _promised = run.ListSize;
    private int _pages;
    private int _restarts;
    private int _emptyPages;
    private Task<OaiReply>? _ahead;

    /// <summary>The run as far as it is stored.</summary>
    public HarvestRun Run { get; private set; } = run;

    private string? Set => _sets[Run.Position.SetIndex];

    /// <summary>Walks on from the run's position to the end of its last list.</summary>
    /// <param name="requests">Stops asking the member.</param>
    /// <param name="storing">Stops storing.</param>
    /// <exception cref="MemberFault">The member's list cannot be followed to its end. What came is stored.</exception>
    public async Task FinishAsync(CancellationToken requests, CancellationToken storing)
    {
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(requests);
        try
        {
            await FollowAsync(asking.Token, storing);
        }
        finally
        {
            await asking.CancelAsync();
            await ((Task?)_ahead ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken requests, CancellationToken storing)
    {
        while (Run.Position.SetIndex < _sets.Count)
        {
            if (++_pages > options.MaxPages)
            {
                throw Faults.TooManyPages(options.MaxPages);
            }

            var reply = await (_ahead ?? AskAsync(Run.Position, requests));
            _ahead = null;
            if (reply.Errors is [var error, ..])
            {
                await HandleAsync(error, reply, requests, storing);
            }
            else
            {
                await TakeAsync(reply, requests, storing);
            }
        }
    }

    private Task<OaiReply> AskAsync(ListPosition position, CancellationToken cancellation) =>
        client.AskAsync(member, Request(position), tally, cancellation);

    private OaiRequest Request(ListPosition position) => position.ResumptionToken is { } token
        ? OaiRequest.NextRecords(token)
        : OaiRequest.ListRecords(Run.MetadataPrefix, Run.From is { } from ? OaiDates.Write(from, identity.HasDays) : null, Set);

    private async Task HandleAsync(OaiError error, OaiReply reply, CancellationToken requests, CancellationToken storing)
    {
        var isInList = Run.Position.ResumptionToken is not null;
        if (error.Code == "noRecordsMatch" && !isInList)
        {
            await RequireSetAsync(requests);
            await StoreAsync(reply, NextList(), storing);
        }
        else if (error.Code == "badResumptionToken" && isInList && ++_restarts <= MostRestarts)
        {
            HarvestLog.Restarts(log, member.Id, Run.Id);
            await store.RestartRunAsync(Run.Id, storing);
            Run = Run with { Position = new(0, null) };
            StartList();
        }
        else
        {
            throw Faults.Protocol(error, Set);
        }
    }

    /// <summary>
    /// A set that was never there is answered like one without records: a misspelt name would harvest nothing for ever.
    /// </summary>
    private async Task RequireSetAsync(CancellationToken cancellation)
    {
        if (Set is not { } set || Run.From is not null)
        {
            return;
        }

        var reply = await client.AskAsync(member, OaiRequest.ListSets, tally, cancellation);
        var isWhole = reply.Errors.Count == 0 && string.IsNullOrEmpty(reply.Token?.Value);
        if (isWhole && reply.Sets.All(known => known.Spec != set))
        {
            throw Faults.NoSuchSet(set, reply.Sets.Select(known => known.Spec));
        }
    }

    /// <summary>A page that shows the list to be wrong is stored as well, but the position stays before it.</summary>
    private async Task TakeAsync(OaiReply page, CancellationToken requests, CancellationToken storing)
    {
        _came += page.Records.Count;
        _promised = page.Token?.ListSize ?? _promised;
        var token = page.Token?.Value;
        var fault = string.IsNullOrEmpty(token) ? CheckEnd() : CheckNext(page, token);
        if (fault is not null)
        {
            await StoreAsync(page, Run.Position, storing);
            throw fault;
        }

        var next = string.IsNullOrEmpty(token) ? NextList() : Run.Position with { ResumptionToken = token };
        await StoreAsync(page, next, storing, askAhead: () => _ahead = next.ResumptionToken is null ? null : AskAsync(next, requests));
    }

    private MemberFault? CheckEnd() =>
        _came is { } came && _promised is { } promised && came < promised * LeastShare ? Faults.ShortList(came, promised) : null;

    private MemberFault? CheckNext(OaiReply page, string token)
    {
        _emptyPages = page.Records.Count == 0 ? _emptyPages + 1 : 0;
        return _emptyPages == MostEmptyPages ? Faults.EmptyPages(MostEmptyPages)
            : _loop.Closes(token) ? Faults.TokenLoop()
            : null;
    }

    /// <param name="reply">The page.</param>
    /// <param name="next">The position after it.</param>
    /// <param name="cancellation">Stops storing.</param>
    /// <param name="askAhead">Asks for the page after it, which the member draws while this one is stored.</param>
    private async Task StoreAsync(OaiReply reply, ListPosition next, CancellationToken cancellation, Action? askAhead = null)
    {
        var spent = tally.Take();
        askAhead?.Invoke();
        using var activity = telemetry.StartPage(member.Id);
        var (records, setAside) = RecordSorter.Sort(reply.Records, member);
        foreach (var record in setAside)
        {
            HarvestLog.SetAside(log, member.Id, record.Identifier, record.Reason);
        }

        var page = new HarvestPage
        {
            RunId = Run.Id,
            Records = records,
            SetAside = setAside,
            Next = next,
            ServerTime = reply.ResponseDate,
            ListSize = reply.Token?.ListSize,
            Requests = spent.Requests,
            Retries = spent.Retries,
        };
        var counts = await store.AppendPageAsync(page, cancellation);
        telemetry.Count(member.Id, counts);
        Run = Run with
        {
            Position = next,
            Counts = Run.Counts + counts,
            ServerTime = Run.ServerTime ?? page.ServerTime,
            ListSize = page.ListSize ?? Run.ListSize,
        };
        progress?.Report(Run);
    }

    private ListPosition NextList()
    {
        StartList();
        return new(Run.Position.SetIndex + 1, null);
    }

    private void StartList() => (_loop, _came, _promised, _emptyPages) = (new(), 0, null, 0);
}
