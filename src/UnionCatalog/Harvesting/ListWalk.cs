using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// Follows a run's lists, one a set, from page to page, and stores each page together with the position after it.
/// Distrusts the member: a list that goes in circles, ends early or never ends is a fault, not an end (see <see cref="ListAccount"/>).
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

    private readonly IReadOnlyList<string?> _sets = member.OaiPmh.Sets is { Count: > 0 } sets ? [.. sets] : [(string?)null];
    private readonly TokenForms _tokens = new(run.MetadataPrefix);
    private ListAccount _account = run.Position.ResumptionToken is null
        ? new(IsFiltered(member, run))
        : ListAccount.GoOn(IsFiltered(member, run), run.ListSize);
    private bool _asksByDays = identity.HasDays;
    private bool _triedGranularity;
    private int _pages;
    private int _restarts;

    /// <summary>The run as far as it is stored.</summary>
    public HarvestRun Run { get; private set; } = run;

    private string? Set => _sets[Run.Position.SetIndex];

    /// <summary>Walks on from the run's position to the end of its last list.</summary>
    /// <param name="requests">Stops asking the member.</param>
    /// <param name="storing">Stops storing.</param>
    /// <exception cref="MemberFault">The member's list cannot be followed to its end. What came is stored.</exception>
    public async Task FinishAsync(CancellationToken requests, CancellationToken storing)
    {
        while (Run.Position.SetIndex < _sets.Count)
        {
            if (++_pages > options.MaxPages)
            {
                throw Faults.TooManyPages(options.MaxPages);
            }

            var reply = await AskAsync(requests);
            if (reply.Errors is [var error, ..])
            {
                await HandleAsync(error, reply, requests, storing);
            }
            else
            {
                await TakeAsync(reply, storing);
            }
        }
    }

    private async Task<OaiReply> AskAsync(CancellationToken cancellation)
    {
        if (Run.Position.ResumptionToken is not { } token)
        {
            var from = Run.From is { } time ? OaiDates.Write(time, _asksByDays) : null;
            return await client.AskAsync(member, OaiRequest.ListRecords(Run.MetadataPrefix, from, Set), tally, cancellation);
        }

        var reply = await client.AskAsync(member, _tokens.Of(token), tally, cancellation);
        if (reply is { Errors.Count: 0, Request: { } request })
        {
            _tokens.Remember(token, request);
        }

        return reply;
    }

    private async Task HandleAsync(OaiError error, OaiReply reply, CancellationToken requests, CancellationToken storing)
    {
        var isInList = Run.Position.ResumptionToken is not null;
        if (error.Code == "noRecordsMatch" && !isInList)
        {
            await RequireSetAsync(requests);
            await StoreAsync(reply, NextList(), storing);
        }
        else if (isInList && reply.IsRefusal && _account.IsWhole)
        {
            await StoreAsync(reply, NextList(), storing); // a token too many, where the list ended exactly with its page
        }
        else if (error.Code == "badArgument" && !isInList && Run.From is not null && !_triedGranularity)
        {
            (_asksByDays, _triedGranularity) = (!_asksByDays, true); // it says that it has seconds and has days, or the reverse
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
        if (isWhole && !reply.Sets.Contains(set))
        {
            throw Faults.NoSuchSet(set, reply.Sets);
        }
    }

    /// <summary>A page that shows the list to be wrong is stored as well, but the position stays before it.</summary>
    private async Task TakeAsync(OaiReply page, CancellationToken cancellation)
    {
        var fault = _account.Take(page);
        if (fault is not null)
        {
            await StoreAsync(page, Run.Position, cancellation);
            throw fault;
        }

        await StoreAsync(page, page.Token?.Value is { Length: > 0 } token ? Run.Position with { ResumptionToken = token } : NextList(), cancellation);
    }

    private async Task StoreAsync(OaiReply reply, ListPosition next, CancellationToken cancellation)
    {
        using var activity = telemetry.StartPage(member.Id);
        var (records, setAside) = RecordSorter.Sort(reply.Records, member);
        foreach (var record in setAside)
        {
            HarvestLog.SetAside(log, member.Id, record.Identifier, record.Reason);
        }

        var spent = tally.Take();
        var page = new HarvestPage
        {
            RunId = Run.Id,
            Records = records,
            SetAside = setAside,
            IsMended = reply.IsMended,
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

    private void StartList() => _account = new(IsFiltered(member, Run));

    private static bool IsFiltered(Member member, HarvestRun run) => run.From is not null || member.OaiPmh.Sets.Count > 0;
}
