using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// Follows a provider's lists, one a set, from page to page.
/// While a page is stored the next one is asked for, so the walk's position may be a page ahead of the run's.
/// Distrusts the member: a list that goes in circles, ends early or never ends is a fault, not an end (see <see cref="ListAccount"/>).
/// </summary>
internal sealed class OaiWalk(OaiClient client, HarvestOptions options, Member member, OaiPmhSource source, RequestTally tally) : ISourceWalk
{
    private const int MostRestarts = 2;

    private readonly IReadOnlyList<string?> _sets = source.Sets is { Count: > 0 } sets ? [.. sets] : [(string?)null];
    private RunRecorder _recorder = null!;
    private TokenForms _tokens = null!;
    private ListAccount _account = null!;
    private ListPosition _at = null!;
    private bool _asksByDays;
    private bool _triedGranularity;
    private int _pages;
    private int _restarts;

    /// <inheritdoc/>
    /// <remarks>The member's address, be it with or without encryption, and its sets.</remarks>
    public string Lists => string.Join(' ', [source.BaseUrl.Host + source.BaseUrl.PathAndQuery, .. source.Sets]);

    /// <inheritdoc/>
    public string? Format => source.MetadataPrefix;

    /// <inheritdoc/>
    public TimeSpan TimeLimit => source.HarvestTimeout;

    private HarvestRun Run => _recorder.Run;

    private string? Set => _sets[_at.SetIndex];

    private bool IsFiltered => Run.From is not null || source.Sets.Count > 0;

    /// <inheritdoc/>
    public async Task<SourcePlan?> PlanAsync(HarvestRun? cutOff, CancellationToken cancellation)
    {
        var identity = await IdentifyAsync(cancellation);
        _asksByDays = identity.HasDays;
        var sweep = source.Sweep != SweepMode.Auto ? source.Sweep
            : identity.KeepsDeletions ? SweepMode.Never
            : SweepMode.Weekly;
        return new(cutOff?.MetadataPrefix ?? await ChoosePrefixAsync(cancellation), source.TrustDates ? source.Overlap : null, sweep);
    }

    /// <inheritdoc/>
    public async Task WalkAsync(RunRecorder recorder, CancellationToken requests, CancellationToken storing)
    {
        (_recorder, _at) = (recorder, recorder.Run.Position);
        _tokens = new(Run.MetadataPrefix, source.Tokens);
        _account = _at.ResumptionToken is null ? new(IsFiltered) : ListAccount.GoOn(IsFiltered, Run.ListSize);
        while (_at.SetIndex < _sets.Count)
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

    private async Task<OaiIdentity> IdentifyAsync(CancellationToken cancellation)
    {
        var reply = await client.AskAsync(member, OaiRequest.Identify, tally, cancellation);
        return reply.Identity ?? throw (reply.Errors is [var error, ..] ? Faults.Protocol(error, set: null) : Faults.NoAnswer());
    }

    private async Task<string> ChoosePrefixAsync(CancellationToken cancellation) =>
        source.MetadataPrefix
        ?? FormatChoice.Choose((await client.AskAsync(member, OaiRequest.ListMetadataFormats, tally, cancellation)).Formats);

    private async Task<OaiReply> AskAsync(CancellationToken cancellation)
    {
        if (_at.ResumptionToken is not { } token)
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
        var isInList = _at.ResumptionToken is not null;
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
            await _recorder.RestartAsync(storing);
            _at = Run.Position;
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
            await StoreAsync(page, _at, cancellation);
            throw fault;
        }

        await StoreAsync(page, page.Token?.Value is { Length: > 0 } token ? _at with { ResumptionToken = token } : NextList(), cancellation);
    }

    private Task StoreAsync(OaiReply reply, ListPosition next, CancellationToken cancellation)
    {
        var (records, setAside) = RecordSorter.Sort(reply.Records, member);
        _at = next;
        return _recorder.HandOverAsync(
            new HarvestPage
            {
                RunId = Run.Id,
                Records = records,
                SetAside = setAside,
                IsMended = reply.IsMended,
                Next = next,
                ServerTime = reply.ResponseDate,
                ListSize = reply.Token?.ListSize,
            },
            cancellation);
    }

    private ListPosition NextList()
    {
        StartList();
        return new(_at.SetIndex + 1, null);
    }

    private void StartList() => _account = new(IsFiltered);
}
