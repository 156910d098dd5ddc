using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Harvesting;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server;
using UnionCatalog.Store;
using UnionCatalog.Tests.FullText;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>
/// The whole road in one folder: two members, their harvests, the clusters and the index. The first member may do what it
/// likes; the second keeps well.
/// </summary>
internal sealed class FaultRoad : IAsyncDisposable
{
    private static readonly Lazy<Task<RoadState>> Undisturbed = new(ReadUndisturbedAsync);

    private readonly TempFolder _folder = new();
    private readonly Dictionary<long, long> _counted = [];
    private readonly HarvestOptions _options;
    private readonly string _data;
    private ServiceProvider _services = null!;

    private FaultRoad(HarvestOptions? options, string? data) => (_options, _data) = (options ?? new() { MaxPages = 200 }, data ?? _folder.File("data"));

    public FaultServer Server { get; } = new();

    public FaultServer NeighbourServer { get; } = new();

    public FakeTime Clock { get; } = new();

    public DataFolder Data { get; private set; } = null!;

    /// <summary>How the first member tells what is gone.</summary>
    public SweepMode Sweep { get; set; } = SweepMode.Never;

    public Member Member => Sweeping(OaiPages.Member(Server.Address));

    public Member Neighbour => OaiPages.Member(NeighbourServer.Address, "smk-tetangga");

    /// <summary>How many changes of records the clusters took in.</summary>
    public long Pulled { get; private set; }

    /// <summary>How many changes the runs counted.</summary>
    public long Counted => _counted.Values.Sum();

    /// <param name="options">The limits of a harvest; by default the usual ones, and no more than 200 pages.</param>
    /// <param name="data">The data folder; by default one that goes with the test.</param>
    public static async Task<FaultRoad> StartAsync(HarvestOptions? options = null, string? data = null)
    {
        var road = new FaultRoad(options, data);
        await road.OpenAsync();
        return road;
    }

    /// <summary>The first harvest of both members; nothing is wrong yet.</summary>
    public async Task<RoadState> HarvestGoodDataAsync()
    {
        Server.SecondPage = Books.SecondPageOfOld;
        Assert.That((await HarvestAsync(Member)).Failure, Is.Null);
        Assert.That((await HarvestAsync(Neighbour)).Failure, Is.Null);
        Server.SecondPage = Books.SecondPage;
        return await ReadAsync();
    }

    public async Task<HarvestRun> HarvestAsync(Member member, HarvestScope scope = HarvestScope.Incremental)
    {
        var run = (await _services.GetRequiredService<Harvester>().HarvestAsync(member, scope, Progress, default))!;
        Assert.That(await Data.Store.Harvests.ListLatestRunsAsync(default), Has.Member(run), "what is given back is what is stored");
        _counted[run.Id] = run.Counts.New + run.Counts.Changed + run.Counts.Deleted;
        return run;
    }

    /// <summary>Told after each page; null for nobody.</summary>
    public IProgress<HarvestRun>? Progress { get; set; }

    /// <summary>Has the later stages pull what is new, and reads everything that is there then.</summary>
    public async Task<RoadState> ReadAsync()
    {
        await DrawClustersAsync();
        await new Indexer(Data.Store.Clusters, Members, Data.Index, NullLogger<Indexer>.Instance).CatchUpAsync(null, default);
        var state = await RoadState.ReadAsync(Data);
        Assert.That(state.Records, Has.Count.EqualTo((await Data.Store.Harvests.CountLiveAsync(default)).Values.Sum()), "each live record is in one cluster");
        return state;
    }

    public async Task DrawClustersAsync() =>
        Pulled += await new ClusterBuilder(Data.Store.Clusters, Members, NullLogger<ClusterBuilder>.Instance).CatchUpAsync(null, default);

    /// <summary>Asserts that all is there, and once, as on a road where nothing ever went wrong.</summary>
    public async Task AssertAsUndisturbedAsync()
    {
        var state = await ReadAsync();
        var undisturbed = await Undisturbed.Value;
        Assert.That(state.Records, Is.EqualTo(undisturbed.Records), "records");
        Assert.That(state.Clusters, Is.EqualTo(undisturbed.Clusters), "clusters");
        Assert.That(state.Editions, Is.EqualTo(undisturbed.Editions), "editions");
        Assert.That(Pulled, Is.EqualTo(Counted), "entries of the change log");
    }

    /// <summary>What is told of a run: why it failed, else why its first record was set aside; null when all went well.</summary>
    public async Task<string?> ToldAsync(HarvestRun run) =>
        run.Failure ?? (await ListSetAsideAsync(run) is [var record, ..] ? record.Reason : null);

    public Task<IReadOnlyList<SetAsideRecord>> ListSetAsideAsync(HarvestRun run) => Data.Store.Harvests.ListSetAsideAsync(run.Id, 100, default);

    /// <summary>What a new process does.</summary>
    public async Task OpenAsync()
    {
        Data = await DataFolder.OpenAsync(_data, Clock, default);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddStore(Data.Store)
            .AddHarvesting(_options)
            .BuildServiceProvider();
    }

    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        await Data.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await Server.DisposeAsync();
        await NeighbourServer.DisposeAsync();
        _folder.Dispose();
    }

    private Member Sweeping(Member member) => member with { Source = (OaiPmhSource)member.Source with { Sweep = Sweep } };

    private MemberDirectory Members => new([Member, Neighbour]);

    private static async Task<RoadState> ReadUndisturbedAsync()
    {
        await using var road = await StartAsync();
        await road.HarvestGoodDataAsync();
        await road.HarvestAsync(road.Member);
        return await road.ReadAsync();
    }
}

/// <summary>Everything that the clusters and the index of a road hold, as lines that compare.</summary>
internal sealed record RoadState(IReadOnlyList<string> Records, IReadOnlyList<string> Clusters, int Editions)
{
    public static async Task<RoadState> ReadAsync(DataFolder data)
    {
        var (records, clusters) = (new List<string>(), new List<string>());
        await foreach (var (cluster, keys) in data.Store.Clusters.ListAsync(default))
        {
            clusters.Add(string.Join(" + ", keys.Select(key => key.ToString()).Order(StringComparer.Ordinal)));
            records.AddRange((await data.Store.Clusters.ListRecordsAsync(cluster, default)).Select(Line));
        }

        Assert.That(records, Is.Unique, "in two clusters");
        return new([.. records.Order(StringComparer.Ordinal)], [.. clusters.Order(StringComparer.Ordinal)], data.Index.CountDocuments());
    }

    private static string Line(HarvestedRecord.Live record) =>
        $"{record.Key} {record.Datestamp:O} {record.Format} {Convert.ToHexString(SHA256.HashData(record.Metadata.Span))}";
}
