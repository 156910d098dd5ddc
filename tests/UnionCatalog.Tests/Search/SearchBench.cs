using System.Security;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.FullText;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Search;

/// <summary>A real store and index in a temporary folder, filled with records made of a few facts.</summary>
internal sealed class SearchBench : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private OpenStore _store = null!;

    public MemberDirectory Members { get; private init; } = new([Member("sd", LibraryKind.PrimarySchool, "Bantul"), Member("sma", LibraryKind.SeniorHighSchool, "Sewon")]);

    public IClusterStore Clusters => _store.Clusters;

    public ISearchIndex Index { get; private set; } = null!;

    public Indexer Indexer { get; private set; } = null!;

    public CatalogSearch Search { get; private set; } = null!;

    public static Task<SearchBench> OpenAsync() => OpenAsync(new SearchBench());

    public static Task<SearchBench> OpenAsync(MemberDirectory members) => OpenAsync(new SearchBench { Members = members });

    private static async Task<SearchBench> OpenAsync(SearchBench bench)
    {
        bench._store = await SqliteStore.OpenAsync(bench._folder.File("catalog.db"), TimeProvider.System, default);
        bench.Index = CatalogIndex.Open(bench._folder.File("index"), out _);
        bench.Indexer = new Indexer(bench._store.Clusters, bench.Members, bench.Index, NullLogger<Indexer>.Instance);
        bench.Search = new CatalogSearch(bench.Index, bench.Members);
        return bench;
    }

    public static Member Member(string id, LibraryKind kind, string place) => new()
    {
        Id = new SourceId(id), Name = id, Kind = kind, Place = place, Source = new OaiPmhSource { BaseUrl = new Uri("http://localhost/oai") },
    };

    /// <summary>A Dublin Core record of these facts, "element=value" each.</summary>
    public static HarvestedRecord Record(string library, string identifier, params string[] facts)
    {
        var elements = facts.Select(fact => fact.Split('=', 2)).Select(fact => $"<dc:{fact[0]}>{SecurityElement.Escape(fact[1])}</dc:{fact[0]}>");
        var xml = "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + string.Concat(elements) + "</oai_dc:dc>";
        return new HarvestedRecord.Live(new RecordKey(new SourceId(library), identifier), null, MetadataFormat.OaiDc, Encoding.UTF8.GetBytes(xml));
    }

    public static HarvestedRecord Deleted(string library, string identifier) =>
        new HarvestedRecord.Deleted(new RecordKey(new SourceId(library), identifier), null);

    /// <summary>Stores the records and draws their clusters, without telling the index.</summary>
    public async Task StoreAsync(params HarvestedRecord[] records)
    {
        foreach (var source in records.GroupBy(record => record.Key.Source))
        {
            var run = await _store.Harvests.BeginRunAsync(source.Key, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, default);
            await _store.Harvests.AppendPageAsync(new HarvestPage { RunId = run.Id, Records = [.. source], Next = new ListPosition(0, null) }, default);
            await _store.Harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UnixEpoch }, default);
        }

        await new ClusterBuilder(_store.Clusters, Members, NullLogger<ClusterBuilder>.Instance).CatchUpAsync(null, default);
    }

    public async Task AddAsync(params HarvestedRecord[] records)
    {
        await StoreAsync(records);
        await Indexer.CatchUpAsync(null, default);
    }

    /// <summary>The identifiers of the records found, in the order of the results.</summary>
    public IReadOnlyList<string> Find(SearchRequest request) =>
        [.. Search.Search(request).Entries.SelectMany(entry => entry.Libraries).Select(held => held.Identifier)];

    public IReadOnlyList<string> Find(string words) => Find(new SearchRequest { Text = words });

    /// <summary>Everything the index holds and counts, to compare.</summary>
    public string Show()
    {
        var all = Search.Search(new SearchRequest { Sort = SearchSort.Title, Size = 100 });
        return JsonSerializer.Serialize(new { all.Total, Entries = all.Entries.OrderBy(entry => entry.Id, StringComparer.Ordinal), all.Facets });
    }

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
