using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Reports;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.Reports;

/// <summary>A real store, a clock that is set by hand, and members whose nights the tests make up run by run.</summary>
internal sealed class NightBench : IAsyncDisposable
{
    public static readonly DateOnly Night = new(2026, 11, 25);

    /// <summary>One in the night of the 25th, in Jakarta.</summary>
    public static readonly DateTimeOffset One = new(2026, 11, 25, 1, 0, 0, TimeSpan.FromHours(7));

    private readonly TempFolder _folder = new();
    private int _record;

    public FakeTime Clock { get; } = new();

    public OpenStore Store { get; private set; } = null!;

    public MemberDirectory Members { get; } = new([]);

    public NightOptions Options { get; set; } = new();

    public NightReporter Reporter => new(Store.Harvests, new HeldReporter(Store.Held, Members), Store.Reports, Members, Options, Clock);

    public static async Task<NightBench> StartAsync(params Member[] members)
    {
        var bench = new NightBench();
        bench.Store = await SqliteStore.OpenAsync(bench._folder.File("store.db"), bench.Clock, default);
        bench.Members.Replace(members);
        bench.At(One);
        return bench;
    }

    public static Member Fetched(string id) => new()
    {
        Id = new SourceId(id), Name = $"Perpustakaan {id}", Kind = LibraryKind.SeniorHighSchool, Place = "Sewon",
        Source = new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai") },
    };

    public static Member Sending(string id) => Fetched(id) with { Source = new SlimsUploadSource() };

    public void At(DateTimeOffset time) => Clock.Advance(time - Clock.GetUtcNow());

    public async Task<NightReport> DrawAsync(DateTimeOffset now, DateOnly? night = null)
    {
        At(now);
        return (await Reporter.FindOrDrawAsync(night ?? Night, default))!;
    }

    /// <summary>A run from its beginning to its end.</summary>
    public async Task<HarvestRun> RunAsync(
        Member member, DateTimeOffset started, int records = 0, int setAside = 0, RunOrigin origin = RunOrigin.Harvest, RunEnd? end = null, bool isSweep = false, string? prefix = null)
    {
        var run = await BeginAsync(member, started, origin, isSweep);
        await AppendAsync(run, records, setAside, prefix);
        return await EndAsync(run, end ?? new RunEnd { Ended = started.AddMinutes(10) });
    }

    public Task<HarvestRun> BeginAsync(Member member, DateTimeOffset started, RunOrigin origin = RunOrigin.Harvest, bool isSweep = false) => Store.Harvests.BeginRunAsync(
        member.Id, new RunStart { Origin = origin, Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = started, IsSweep = isSweep }, default);

    public Task AppendAsync(HarvestRun run, int records, int setAside = 0, string? prefix = null) => Store.Harvests.AppendPageAsync(
        new HarvestPage
        {
            RunId = run.Id,
            Records = [.. Enumerable.Range(0, records).Select(number => Record(run.Source, prefix is null ? $"oai:x:{_record++}" : $"{prefix}{number}"))],
            SetAside = [.. Enumerable.Range(0, setAside).Select(number => new SetAsideRecord(run.Source, $"oai:bad:{number}", "The record has no MARC fields.", new byte[] { 1 }))],
            Next = new ListPosition(0, "next"),
            Requests = 2,
            Retries = 1,
        },
        default);

    public Task<HarvestRun> EndAsync(HarvestRun run, RunEnd end) => Store.Harvests.EndRunAsync(run.Id, end, default);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }

    private static HarvestedRecord.Live Record(SourceId source, string identifier) => new(
        new(source, identifier), One, MetadataFormat.OaiDc,
        Encoding.UTF8.GetBytes($"""<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Judul {identifier}</dc:title></oai_dc:dc>"""));
}
