using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Api;

/// <summary>The real service over a few books of three libraries: some together, some apart, some not certain.</summary>
internal sealed class MatchedCatalog : IAsyncDisposable
{
    /// <summary>One book of three libraries, each writing it in its own way.</summary>
    public static readonly string[] Together = ["sma-1/oai:sma1/buku:1", "smp-2/oai:smp2:1", "perpusda/1"];

    /// <summary>Two books that differ by their class alone.</summary>
    public static readonly string[] Apart = ["sma-1/oai:sma1/buku:2", "smp-2/oai:smp2:2"];

    /// <summary>Two records that may be one book.</summary>
    public static readonly string[] Unsure = ["sma-1/oai:sma1/buku:3", "smp-2/oai:smp2:3"];

    /// <summary>Where the API takes and lists what the coordinator decides.</summary>
    public const string Decisions = "/api/matching/overrides";

    /// <summary>A number that stands in many books.</summary>
    public const string WrongNumber = "9786020331607";

    private MatchedCatalog(RunningService service)
    {
        Service = service;
        CoordinatorKey.Open(service.Folder);
        Key = ("Authorization", $"Bearer {File.ReadAllText(Path.Combine(service.Folder, CoordinatorKey.FileName)).Trim()}");
        Cookie = ("Cookie", $"{CoordinatorGate.Cookie}={CoordinatorKey.Open(service.Folder).Issue(DateTimeOffset.UtcNow.AddDays(1))}");
    }

    public RunningService Service { get; }

    /// <summary>The header by which a program is the coordinator.</summary>
    public (string Name, string Value) Key { get; }

    /// <summary>The header by which a browser is the coordinator's.</summary>
    public (string Name, string Value) Cookie { get; }

    /// <summary>The bytes of two records of Dublin Core that matching is not sure of.</summary>
    public static byte[][] UnsureRecords => [Dublin(UnsurePair().Left), Dublin(UnsurePair().Right)];

    /// <summary>Starts it.</summary>
    /// <param name="wrongNumbers">How many books more there are that all bear <see cref="WrongNumber"/>.</param>
    public static async Task<MatchedCatalog> StartAsync(int wrongNumbers = 0)
    {
        Member[] members = [Member("sma-1", "SMA Negeri 1 Sukamaju"), Member("smp-2", "SMP Negeri 2 Sukamaju"), Member("perpusda", "Perpustakaan Daerah Sukamaju")];
        var catalog = new MatchedCatalog(await RunningService.StartAsync(new MemberDirectory(members)));
        var (left, right) = UnsurePair();
        await catalog.StoreAsync(
            (Together[0], "title=Laskar Pelangi|creator=Hirata, Andrea|publisher=Bentang Pustaka|date=2005|identifier=9793062797|format=xiv, 529 hlm. ; 20 cm|language=id"),
            (Together[1], "title=LASKAR PELANGI|creator=Andrea Hirata|publisher=PT Bentang Pustaka|date=2005|identifier=978-979-3062-79-2|format=529 hal.|language=Indonesia"),
            (Together[2], "title=Laskar pelangi / Andrea Hirata|creator=Andrea Hirata|publisher=Bentang|date=2005|identifier=979-3062-79-7|format=529 p.|language=ind"),
            (Apart[0], "title=Kimia untuk SMA/MA kelas X|creator=Unggul Sudarmo|publisher=Erlangga|date=2013|format=250 hlm.|language=id"),
            (Apart[1], "title=Kimia untuk SMA/MA kelas XI|creator=Unggul Sudarmo|publisher=Erlangga|date=2013|format=250 hlm.|language=id"),
            (Unsure[0], left),
            (Unsure[1], right));
        await catalog.StoreAsync([.. Enumerable.Range(1, wrongNumbers).Select(number => (
            $"{(number % 3 == 0 ? "smp-2/oai:smp2:w" : "sma-1/oai:sma1:w")}{number}",
            $"title={WrongTitle(number)}|creator=Penulis {(char)('A' + (number % 26))}{number}|publisher=Erlangga|date={1980 + (number % 40)}|identifier={WrongNumber}"))]);
        await catalog.CatchUpAsync();
        return catalog;
    }

    /// <summary>Stores records, given as their key and the elements of their Dublin Core, and brings nothing up to date.</summary>
    public async Task StoreAsync(params (string Key, string Facts)[] records)
    {
        var harvests = Service.Data.Store.Harvests;
        foreach (var source in records.Select(record => (Key: RecordKey.Parse(record.Key)!, record.Facts)).GroupBy(record => record.Key.Source))
        {
            var run = await harvests.BeginRunAsync(source.Key, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UtcNow }, default);
            await harvests.AppendPageAsync(
                new HarvestPage { RunId = run.Id, Next = new ListPosition(0, null), Records = [.. source.Select(record => new HarvestedRecord.Live(record.Key, null, MetadataFormat.OaiDc, Dublin(record.Facts)))] },
                default);
            await harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UtcNow }, default);
        }
    }

    /// <summary>Brings the clusters and the index up to date, as the running service does when it is woken.</summary>
    public Task CatchUpAsync() => Service.Services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, default);

    /// <summary>The edition that a record is shown under.</summary>
    public async Task<string> EditionOfAsync(string key) =>
        (await Service.Data.Store.Clusters.FindClusterAsync(RecordKey.Parse(key)!, default))!.Value.Value;

    /// <summary>Asks as the coordinator's program.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content, Headers = { { Key.Name, Key.Value } } };
        return await Service.Client.SendAsync(request);
    }

    /// <summary>What is answered to the coordinator.</summary>
    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Sends a decision of the coordinator's.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> DecideAsync(object decision)
    {
        using var response = await SendAsync(HttpMethod.Post, Decisions, JsonContent.Create(decision));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static Member Member(string id, string name) => new()
    {
        Id = new SourceId(id), Name = name, Kind = LibraryKind.Other, Place = "Sukamaju", Source = new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai") },
    };

    /// <summary>The first of a few pairs, each less alike than the one before, that the present weights are not sure of.</summary>
    private static (string Left, string Right) UnsurePair()
    {
        const string Left = "title=Bumi Manusia|creator=Toer, Pramoedya Ananta|publisher=Hasta Mitra|date=1980|format=354 hlm.|language=id";
        string[] others =
        [
            "title=Bumi Manusia|creator=Pramoedya Ananta Toer|publisher=Hasta Mitra|date=1981|language=id",
            "title=Bumi Manusia|creator=Pramoedya Ananta Toer|date=1980|language=id",
            "title=Bumi Manusia|creator=Pramoedya Ananta Toer|publisher=Lentera Dipantara|date=1980|language=id",
            "title=Bumi Manusia|creator=Pramoedya Ananta Toer|date=1981|language=id",
            "title=Bumi Manusia|creator=Pramoedya Ananta Toer|language=id",
            "title=Bumi Manusia : sebuah roman|creator=Pramoedya|language=id",
            "title=Bumi Manusia|date=1980",
            "title=Bumi Manusia",
        ];
        var right = others.First(other => PairComparer.Judge(Features(Left), Features(other)) is { Outcome: Outcome.Unsure, Veto: null });
        return (Left, right);
    }

    private static MatchFeatures Features(string facts) =>
        RecordReader.Read(MetadataFormat.OaiDc, Dublin(facts), new HoldingsMapping()) is RecordReading.Readable { Record: var record } ? MatchFeatures.From(record) : throw new InvalidOperationException(facts);

    private static byte[] Dublin(string facts) => Encoding.UTF8.GetBytes(
        "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + string.Concat(facts.Split('|').Select(fact => fact.Split('=', 2)).Select(fact => $"<dc:{fact[0]}>{System.Security.SecurityElement.Escape(fact[1])}</dc:{fact[0]}>"))
        + "</oai_dc:dc>");

    private static string WrongTitle(int number)
    {
        string[] firsts = ["Sejarah", "Fisika", "Biologi", "Ekonomi", "Geografi", "Sosiologi", "Seni", "Olahraga", "Bahasa", "Agama", "Pertanian", "Akuntansi", "Hukum", "Musik"];
        string[] seconds = ["dasar", "terapan", "modern", "nusantara", "populer", "praktis", "lengkap", "umum", "remaja", "daerah", "dunia", "anak", "keluarga", "desa", "kota", "laut"];
        return $"{firsts[number % firsts.Length]} {seconds[number % seconds.Length]} {(number > 224 ? "pilihan" : "")}".Trim();
    }
}
