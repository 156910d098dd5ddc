using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting;
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

    private HarvestBench(ReplayServer server, HarvestOptions options) => (Server, _options) = (server, options);

    public ReplayServer Server { get; }

    public FakeTime Clock { get; } = new();

    public OpenStore Store { get; private set; } = null!;

    public Harvester Harvester { get; private set; } = null!;

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
        Store = await SqliteStore.OpenAsync(_folder.File("catalogue.db"), Clock, CancellationToken.None);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new Lines(_log)))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Store.Harvests)
            .AddHarvesting(_options)
            .BuildServiceProvider();
        Harvester = _services.GetRequiredService<Harvester>();
    }

    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }

    public Member Member(params string[] sets) => Pages.Member(Server.Address, sets: sets);

    public Task<HarvestRun> FullAsync(Member? member = null) => HarvestAsync(HarvestScope.Full, member);

    public Task<HarvestRun> IncrementalAsync(Member? member = null) => HarvestAsync(HarvestScope.Incremental, member);

    public async Task<long> CountLiveAsync() =>
        (await Store.Harvests.CountLiveAsync(CancellationToken.None)).Values.Sum();

    public Task<HarvestedRecord?> FindAsync(string identifier) =>
        Store.Harvests.FindRecordAsync(new(Member().Id, identifier), CancellationToken.None);

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
