using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Harvesting.DryRuns;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>A replaying server, an empty store in a file, and a harvester between them.</summary>
internal sealed class HarvestBench : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HarvestOptions _options;
    private readonly ConcurrentQueue<string> _log = new();
    private ServiceProvider _services = null!;

    private HarvestBench(ReplayServer server, HarvestOptions options) =>
        (Server, _options) = (server, options with { PagesFolder = _folder.File("pages") });

    public ReplayServer Server { get; }

    public FakeTime Clock { get; } = new();

    public OpenStore Store { get; private set; } = null!;

    public Harvester Harvester { get; private set; } = null!;

    public Replayer Replayer { get; private set; } = null!;

    public string StoreFile => _folder.File("catalogue.db");

    /// <summary>Where the pages of those members are kept that are <see cref="Kept"/>.</summary>
    public string PagesFolder => _options.PagesFolder!;

    public IReadOnlyCollection<string> Log => _log;

    public static async Task<HarvestBench> StartAsync(HarvestOptions? options = null)
    {
        var bench = new HarvestBench(await ReplayServer.StartAsync(), options ?? new());
        bench.Server.On("verb=Identify", Pages.Identify());
        await bench.OpenAsync();
        return bench;
    }

    /// <summary>What a new process does: opens the store that the last one left and starts a harvester on it.</summary>
    public async Task OpenAsync()
    {
        Store = await SqliteStore.OpenAsync(StoreFile, Clock, CancellationToken.None);
        _services = Services(Store.Harvests, _options);
        Harvester = _services.GetRequiredService<Harvester>();
        Replayer = _services.GetRequiredService<Replayer>();
    }

    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }

    /// <summary>What harvesting, or replaying, would change.</summary>
    public async Task<DryRun> DryRunAsync(Func<Harvester, Replayer, Task> run)
    {
        var store = new DryRunStore(Store.Harvests);
        await using var services = Services(store, _options with { LeavesFiles = true });
        await run(services.GetRequiredService<Harvester>(), services.GetRequiredService<Replayer>());
        return store.Results.Single();
    }

    /// <inheritdoc cref="DryRunAsync(Func{Harvester, Replayer, Task})"/>
    public Task<DryRun> DryRunAsync(HarvestScope scope, Member? member = null) =>
        DryRunAsync((harvester, _) => harvester.HarvestAsync(member ?? Member(), scope, null, CancellationToken.None));

    public Task<HarvestRun?> ReplayAsync(Member? member = null, DateOnly? from = null) =>
        Replayer.ReplayAsync(member ?? Member(), from, null, CancellationToken.None);

    /// <summary>A member whose pages are kept.</summary>
    public static Member Kept(Member member, int days = 3650) => member with { Source = (FetchedSource)member.Source with { ArchiveDays = days } };

    public Member Member(params string[] sets) => Pages.Member(Server.Address, sets: sets);

    public Task<HarvestRun> FullAsync(Member? member = null) => HarvestAsync(HarvestScope.Full, member);

    public Task<HarvestRun> IncrementalAsync(Member? member = null) => HarvestAsync(HarvestScope.Incremental, member);

    public async Task<long> CountLiveAsync() =>
        (await Store.Harvests.CountLiveAsync(CancellationToken.None)).Values.Sum();

    public Task<HarvestedRecord?> FindAsync(string identifier) =>
        Store.Harvests.FindRecordAsync(new(Member().Id, identifier), CancellationToken.None);

    /// <summary>A member's live records, by identifier, as text.</summary>
    public async Task<SortedDictionary<string, string>> ListLiveAsync(Member member)
    {
        var live = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var identifier in Store.Harvests.ListRemovableAsync(member.Id, CancellationToken.None))
        {
            var record = (HarvestedRecord.Live)(await Store.Harvests.FindRecordAsync(new(member.Id, identifier), CancellationToken.None))!;
            live[identifier] = $"{record.Datestamp:O} {record.Format} {System.Text.Encoding.UTF8.GetString(record.Metadata.Span)}";
        }

        return live;
    }

    public Task<HarvestRun?> FindRunningAsync() => Store.Harvests.FindRunningAsync(Member().Id, CancellationToken.None);

    /// <summary>The run as it is stored, to compare with what the harvester gave back.</summary>
    public async Task<HarvestRun> LatestRunAsync() =>
        (await Store.Harvests.ListLatestRunsAsync(CancellationToken.None)).Single(run => run.Source == Member().Id);

    public Task<IReadOnlyList<SetAsideRecord>> ListSetAsideAsync(HarvestRun run) =>
        Store.Harvests.ListSetAsideAsync(run.Id, 100, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private ServiceProvider Services(IHarvestStore store, HarvestOptions options) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(new Lines(_log)))
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(store)
        .AddHarvesting(options)
        .BuildServiceProvider();

    private async Task<HarvestRun> HarvestAsync(HarvestScope scope, Member? member) =>
        (await Harvester.HarvestAsync(member ?? Member(), scope, null, CancellationToken.None))!;

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
