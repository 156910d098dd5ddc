using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>A store that is opened empty before each test, and the words the contract tests are written in.</summary>
public abstract class StoreContract
{
    protected static readonly SourceId Koha = new("koha-school");
    protected static readonly SourceId Slims = new("slims-school");
    protected static readonly DateTimeOffset Noon = new(2025, 3, 1, 12, 0, 0, TimeSpan.FromHours(7));

    private OpenStore? _store;

    protected IHarvestStore Harvests => _store!.Harvests;

    protected IHeldRemovals Held => _store!.Held;

    protected IClusterStore Clusters => _store!.Clusters;

    protected IOverrideStore Overrides => _store!.Overrides;

    protected IReviewStore Reviews => _store!.Reviews;

    protected IReportStore Reports => _store!.Reports;

    protected string Engine => _store!.Engine;

    /// <summary>Opens the store of this test, the same one each time.</summary>
    protected abstract Task<OpenStore> OpenAsync();

    [SetUp]
    public async Task Open() => _store = await OpenAsync();

    [TearDown]
    public async Task Close()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    protected async Task ReopenAsync()
    {
        await Close();
        await Open();
    }

    protected static RecordKey Key(string identifier, SourceId? source = null) => new(source ?? Koha, identifier);

    protected static HarvestedRecord Live(string identifier, string content, SourceId? source = null) =>
        new HarvestedRecord.Live(Key(identifier, source), Noon, MetadataFormat.MarcXml, Encoding.UTF8.GetBytes(content));

    protected static HarvestedRecord Deleted(string identifier, SourceId? source = null) =>
        new HarvestedRecord.Deleted(Key(identifier, source), Noon);

    /// <summary>A record in one line, because records that hold bytes do not compare.</summary>
    protected static string Show(HarvestedRecord? record) => record switch
    {
        HarvestedRecord.Live live => $"{live.Key} {live.Datestamp?.UtcDateTime:O} {live.Format} {Encoding.UTF8.GetString(live.Metadata.Span)}",
        HarvestedRecord.Deleted deleted => $"{deleted.Key} {deleted.Datestamp?.UtcDateTime:O} deleted",
        _ => "never told",
    };

    protected Task<HarvestRun> BeginRunAsync(SourceId? source = null) =>
        Harvests.BeginRunAsync(source ?? Koha, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "marcxml", Started = Noon }, default);

    protected Task<RunCounts> AppendAsync(HarvestRun run, params HarvestedRecord[] records) => Harvests.AppendPageAsync(
        new HarvestPage { RunId = run.Id, Records = records, Next = new ListPosition(0, "next"), Requests = 0 }, default);

    /// <summary>Puts a record into a cluster as clustering does: it moves, and both clusters are told in the log.</summary>
    protected static async Task AssignAsync(IClusteringWork work, ClusterId cluster, long record)
    {
        await TakeOutAsync(work, record);
        var number = await work.FindAddressAsync(cluster) is { } address ? address.Number : await work.AddAddressAsync(cluster, record);
        await work.PlaceAsync(new Placement(record, 0, number, 1));
        await work.TouchAsync(number);
    }

    /// <summary>Takes a record out of its cluster, if it is in one.</summary>
    protected static async Task TakeOutAsync(IClusteringWork work, long record)
    {
        if (await work.FindPlacementAsync(record) is { } placement)
        {
            await work.RemoveAsync(record);
            await work.TouchAsync(placement.Cluster);
        }
    }

    /// <summary>Reads all changes of records that no commit has gone past, in steps of <paramref name="limit"/>, and goes past them.</summary>
    protected async Task<List<RecordChange>> PullAsync(int limit = 100)
    {
        await using var work = await Clusters.BeginAsync(default);
        var all = new List<RecordChange>();
        while (await work.ReadChangesAsync(limit) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        await work.CommitAsync();
        return all;
    }
}
