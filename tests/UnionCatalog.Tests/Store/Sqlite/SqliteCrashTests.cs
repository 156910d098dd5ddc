using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Store.Sqlite;

/// <summary>
/// A crash leaves the write-ahead log cut off somewhere, perhaps with rubbish after it: the copy of a store under way with
/// its log cut at any byte must hold the pages that were whole by then, and nothing of the others.
/// </summary>
public sealed class SqliteCrashTests
{
    private const int Pages = 12;
    private static readonly SourceId Source = new("s");

    [Test]
    public async Task Wherever_the_log_is_cut_every_page_is_whole_or_absent()
    {
        using var folder = new TempFolder();
        var file = folder.File("store.db");
        await (await OpenAsync(file)).DisposeAsync();
        var wholeAt = new List<long>();
        byte[] log;
        await using (var store = await OpenAsync(file))
        {
            var run = await store.Harvests.BeginRunAsync(Source, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "marcxml", Started = DateTimeOffset.UnixEpoch }, default);
            wholeAt.Add(new FileInfo(file + "-wal").Length);
            for (var page = 1; page <= Pages; page++)
            {
                await store.Harvests.AppendPageAsync(Page(run.Id, page), default);
                wholeAt.Add(new FileInfo(file + "-wal").Length);
            }

            log = await ReadSharedAsync(file + "-wal");
            File.Copy(file, folder.File("copy.db"));
        }

        var random = new Random(7);
        for (var trial = 0; trial < 40; trial++)
        {
            var cut = trial <= Pages ? (int)wholeAt[trial] : random.Next((int)wholeAt[0], log.Length);
            var rubbish = new byte[trial % 2 * random.Next(9_000)];
            random.NextBytes(rubbish);
            await CheckAsync(folder, $"{trial}.db", [.. log[..cut], .. rubbish], wholeAt.FindLastIndex(end => end <= cut));
        }
    }

    private static async Task CheckAsync(TempFolder folder, string name, byte[] log, int pages)
    {
        File.Copy(folder.File("copy.db"), folder.File(name));
        await File.WriteAllBytesAsync(folder.File(name + "-wal"), log);
        await using var store = await OpenAsync(folder.File(name));
        var run = (await store.Harvests.FindRunningAsync(Source, default))!;
        await using var work = await store.Clusters.BeginAsync(default);
        var changes = await work.ReadChangesAsync(1_000);

        var whole = Enumerable.Range(1, pages).SelectMany(page => Page(run.Id, page).Records).ToList();
        Assert.That(run.Position.ResumptionToken, Is.EqualTo(pages == 0 ? null : $"token {pages}"), name);
        Assert.That(run.Counts, Is.EqualTo(new RunCounts { New = whole.Count, SetAside = pages, Requests = pages }), name);
        Assert.That(changes.Select(change => change.Subject.Key), Is.EqualTo(whole.Select(record => record.Key)), name);
        Assert.That(await store.Harvests.ListSetAsideAsync(run.Id, 1_000, default), Has.Count.EqualTo(pages), name);
        Assert.That((await store.Harvests.CountLiveAsync(default))[Source], Is.EqualTo(whole.Count), name);
    }

    private static HarvestPage Page(long run, int page) => new()
    {
        RunId = run,
        Records = [.. Enumerable.Range(0, 20).Select(n => new HarvestedRecord.Live(
            new RecordKey(Source, $"{page}-{n}"), null, MetadataFormat.MarcXml, Encoding.UTF8.GetBytes($"record {n} of page {page}")))],
        SetAside = [new SetAsideRecord(Source, null, "unreadable", new byte[] { 1, 2, 3 })],
        Next = new ListPosition(0, $"token {page}"),
    };

    private static Task<OpenStore> OpenAsync(string file) => SqliteStore.OpenAsync(file, TimeProvider.System, default);

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
