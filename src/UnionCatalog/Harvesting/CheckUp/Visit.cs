using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Harvesting.Sru;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>
/// Asks a school's server with the harvest's own client, one request at a time and each once, and sees what went over the wire.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly SourceId Patient = new("check-up");

    private readonly CheckUpOptions _options;
    private readonly Listener _listener;
    private readonly ServiceProvider _services;
    private readonly OaiClient _oai;
    private readonly SruClient _sru;
    private readonly CancellationTokenSource _timeLimit;
    private readonly CancellationTokenSource _stop;
    private readonly Dictionary<(Uri Address, TimeSpan Timeout), Member> _members = [];

    public Visit(CheckUpOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        _options = options;
        _listener = new(options.MaxPageBytes, clock);
        _services = new ServiceCollection()
            .AddSingleton(clock)
            .AddHarvesting(new HarvestOptions { Contact = options.Contact, MaxPageBytes = options.MaxPageBytes })
            .ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => _listener))
            .BuildServiceProvider();
        _oai = _services.GetRequiredService<OaiClient>();
        _sru = _services.GetRequiredService<SruClient>();
        _timeLimit = new(options.TimeLimit, clock);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_timeLimit.Token, cancellation);
    }

    /// <summary>What went over the wire, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _listener.Exchanges;

    /// <summary>The requests that were sent.</summary>
    public int Requests => _listener.Requests;

    /// <summary>Asks an address that is only tried, which may take less time.</summary>
    public Task<Answer> TryAsync(Uri address, OaiRequest request) => AskAsync(address, request, _options.SearchTimeout);

    /// <summary>Asks.</summary>
    public Task<Answer> AskAsync(Uri address, OaiRequest request) => AskAsync(address, request, _options.RequestTimeout);

    /// <summary>Asks by SRU 1.1.</summary>
    /// <returns>The reply, and what went over the wire; null where none could be read.</returns>
    public async Task<(SruReply Reply, Exchange Exchange)?> TryAsync(Uri address, SruRequest request)
    {
        var source = new SruSource { BaseUrl = address, RequestTimeout = _options.SearchTimeout, Retries = 0 };
        try
        {
            var reply = await FetchAsync(() => _sru.AskAsync(Describe(source), source, request, new RequestTally(), _stop.Token));
            return (reply, Exchanges[^1]);
        }
        catch (MemberFault)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        _timeLimit.Dispose();
        await _services.DisposeAsync();
    }

    private async Task<Answer> AskAsync(Uri address, OaiRequest request, TimeSpan timeout)
    {
        var before = Exchanges.Count;
        try
        {
            var reply = await FetchAsync(() => _oai.AskAsync(MemberAt(address, timeout), request, new RequestTally(), _stop.Token));
            return new(reply, null, LastSince(before));
        }
        catch (MemberFault fault)
        {
            return new(null, fault, LastSince(before));
        }
    }

    private async Task<T> FetchAsync<T>(Func<Task<T>> ask)
    {
        if (Requests >= _options.MostRequests)
        {
            throw new VisitEnded();
        }

        try
        {
            return await ask();
        }
        catch (OperationCanceledException) when (_timeLimit.IsCancellationRequested)
        {
            throw new VisitEnded();
        }
    }

    private Exchange? LastSince(int before) => Exchanges.Count > before ? Exchanges[^1] : null;

    /// <summary>One member an address, so that an address which fails again and again closes no other's circuit.</summary>
    private Member MemberAt(Uri address, TimeSpan timeout)
    {
        if (!_members.TryGetValue((address, timeout), out var member))
        {
            member = Describe(new OaiPmhSource { BaseUrl = address, RequestTimeout = timeout, Retries = 0 });
            _members.Add((address, timeout), member);
        }

        return member;
    }

    private static Member Describe(MemberSource source) => new()
    {
        Id = Patient,
        Name = Patient.Value,
        Kind = LibraryKind.Other,
        Place = Patient.Value,
        Source = source,
    };
}

/// <summary>The check-up has asked as often, or taken as long, as it may.</summary>
internal sealed class VisitEnded : Exception;
