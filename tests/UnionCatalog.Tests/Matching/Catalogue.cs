using System.Security;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Matching;

/// <summary>A store in a temporary folder with a builder of clusters on it.</summary>
internal sealed class Catalogue : IAsyncDisposable
{
    private readonly TempFolder _folder;

    // Its records name their items, each in a hasPart.
    private readonly MemberDirectory _members = new([new Member
    {
        Id = new SourceId("sma"), Name = "SMA Contoh", Kind = LibraryKind.Other, Place = "Contoh", Holdings = new HoldingsMapping { BarcodesInHasPart = true },
        Source = new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai") },
    }]);

    private readonly OpenStore _store;

    private readonly SqliteSession _file;

    private Catalogue(TempFolder folder, OpenStore store) =>
        (_folder, _store, _file) = (folder, store, new SqliteSession(folder.File("catalogue.db"), SqliteOpenMode.ReadOnly));

    public IClusterStore Clusters => _store.Clusters;

    public static async Task<Catalogue> OpenAsync()
    {
        var folder = new TempFolder();
        return new Catalogue(folder, await SqliteStore.OpenAsync(folder.File("catalogue.db"), TimeProvider.System, CancellationToken.None));
    }

    /// <summary>A Dublin Core record of these facts.</summary>
    public static HarvestedRecord Record(string source, string identifier, params (string Element, string Value)[] facts)
    {
        var elements = string.Concat(facts.Select(fact => $"<dc:{fact.Element}>{SecurityElement.Escape(fact.Value)}</dc:{fact.Element}>"));
        var xml = "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + elements + "</oai_dc:dc>";
        return new HarvestedRecord.Live(new RecordKey(new SourceId(source), identifier), null, MetadataFormat.OaiDc, Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>Stores records, live and deleted, as one harvest a source.</summary>
    public async Task StoreAsync(IEnumerable<HarvestedRecord> records)
    {
        foreach (var source in records.GroupBy(record => record.Key.Source))
        {
            var run = await _store.Harvests.BeginRunAsync(
                source.Key, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, CancellationToken.None);
            await _store.Harvests.AppendPageAsync(
                new HarvestPage { RunId = run.Id, Records = [.. source], Next = new ListPosition(0, null) }, CancellationToken.None);
            await _store.Harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        }
    }

    public IOverrideStore Overrides => _store.Overrides;

    public IReviewStore Reviews => _store.Reviews;

    /// <summary>How two records stand, explained.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="options">What the clusters were drawn within.</param>
    public async Task<PairExplanation> ExplainAsync(RecordKey left, RecordKey right, ClusterOptions options)
    {
        var records = new RecordFinder(_store.Harvests, _store.Clusters, _members);
        var explaining = await new MatchExplainer(records, new MeetingFinder(Reviews, options), Overrides, Reviews).ExplainAsync(left, right, default);
        return ((PairExplaining.Explained)explaining).Pair;
    }

    /// <summary>Why the records of a cluster are together, explained.</summary>
    public Task<ClusterExplanation?> ExplainAsync(ClusterId cluster)
    {
        var records = new RecordFinder(_store.Harvests, _store.Clusters, _members);
        return new ClusterExplainer(_store.Clusters, records, new MatchExplainer(records, new MeetingFinder(Reviews), Overrides, Reviews), Overrides, Reviews).ExplainAsync(cluster, default);
    }

    /// <summary>Makes what is stored of a record such that whoever reads it fails.</summary>
    public void Damage(RecordKey record)
    {
        using var session = new SqliteSession(_folder.File("catalogue.db"), SqliteOpenMode.ReadWrite);
        session.Execute("UPDATE records SET metadata = x'00' WHERE identifier = ?1", record.Identifier);
    }

    public Task<long> CatchUpAsync(ClusterOptions? options = null, IProgress<long>? progress = null) =>
        new ClusterBuilder(_store.Clusters, _members, NullLogger<ClusterBuilder>.Instance, options ?? new()).CatchUpAsync(progress, CancellationToken.None);

    /// <summary>Draws everything anew.</summary>
    public async Task RebuildAsync(ClusterOptions? options = null)
    {
        await _store.Clusters.ResetAsync(CancellationToken.None);
        await CatchUpAsync(options);
    }

    /// <summary>The clusters by name, each with its records in a fixed order.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync()
    {
        var clusters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (cluster, records) in _store.Clusters.ListAsync(CancellationToken.None))
        {
            clusters[cluster.Value] = string.Join(" + ", records.Select(record => record.ToString()).Order(StringComparer.Ordinal));
        }

        return clusters;
    }

    /// <summary>Which records are together, whatever the clusters are called.</summary>
    public async Task<IReadOnlyList<string>> PartitionAsync() => [.. (await ListAsync()).Values.Order(StringComparer.Ordinal)];

    /// <summary>The clusters by name with their records, where their addresses lead, and what is left to a person: all that a rebuild must give again.</summary>
    public async Task<string> ShowAsync()
    {
        var lines = (await ListAsync()).Select(cluster => $"{cluster.Key}: {cluster.Value}").ToList();
        lines.AddRange(_file.List("SELECT c.id, t.id FROM clusters c JOIN clusters t ON t.number = c.target ORDER BY c.id", row => $"{row.GetString(0)} -> {row.GetString(1)}"));
        lines.AddRange((await Reviews.ListTasksAsync(0, 1_000, default)).Select(task => $"{task.Left} ? {task.Right}: {task.Weight}, {task.Holdings}, {task.LeftRecord} and {task.RightRecord}").Order(StringComparer.Ordinal));
        lines.AddRange((await Reviews.ListCrowdsAsync(1_000, default)).Select(crowd => $"{crowd.Family} crowded: {crowd.Records}").Order(StringComparer.Ordinal));
        lines.AddRange((await Reviews.ListSuspiciousAsync(1_000, default)).Select(suspicion => $"{suspicion.Identifier} suspicious: {suspicion.Records}"));
        foreach (var table in (string[])["profiles", "blocks", "pairs"])
        {
            lines.Add($"{table}: {_file.Find<long>($"SELECT count(*) FROM {table}")}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>How many rows there are of what is drawn from records.</summary>
    public Task<long> CountRowsAsync() => Task.FromResult(
        ((string[])["memberships", "profiles", "blocks", "pairs", "crowds", "suspicious", "reviews"]).Sum(table => _file.Find<long>($"SELECT count(*) FROM {table}")));

    public async ValueTask DisposeAsync()
    {
        _file.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
