using System.Diagnostics;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>
/// Real pages, damaged in thousands of ways: none crashes or hangs the reader, what is taken is valid, what is not is kept with its
/// reason. One in twenty goes on into a store and its clusters.
/// </summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class FuzzTests
{
    private const int StoredOneIn = 20;

    /// <summary>Far more than a page takes on a busy machine; a page that hangs takes more still.</summary>
    private static readonly TimeSpan LongestForOnePage = TimeSpan.FromSeconds(20);

    private static readonly HarvestOptions Options = new();
    private static readonly Member Library = OaiPages.Member(new Uri("http://127.0.0.1/oai"));

    [TestCase(4_000)]
    [TestCase(20_000, Category = "Long")]
    public async Task Damaged_pages_crash_nothing_and_hang_nothing_and_what_is_stored_is_valid(int pages)
    {
        var real = RealPages.Load();
        using var folder = new TempFolder();
        await using var store = await SqliteStore.OpenAsync(folder.File("fuzz.db"), TimeProvider.System, default);
        var run = await store.Harvests.BeginRunAsync(Library.Id, Start, default);
        var before = Environment.CpuUsage.TotalTime;
        var (taken, setAside, refused, stored) = (0, 0, 0, new HashSet<string>());
        for (var seed = 0; seed < pages; seed++)
        {
            var watch = Stopwatch.StartNew();
            var reply = await ReadAsync(new PageMutator(real, seed).Next(), seed);
            var (records, aside) = reply is null ? ([], []) : RecordSorter.Sort(reply.Records, Library);
            Assert.That(watch.Elapsed, Is.LessThan(LongestForOnePage), $"seed {seed}");
            records.ForEach(record => AssertValid(record, seed));
            aside.ForEach(record => AssertKept(record, seed));
            (taken, setAside, refused) = (taken + records.Count, setAside + aside.Count, refused + (reply is null ? 1 : 0));
            if (seed % StoredOneIn == 0)
            {
                await store.Harvests.AppendPageAsync(new HarvestPage { RunId = run.Id, Records = records, SetAside = aside, Next = new(0, null) }, default);
                records.ForEach(record => Note(stored, record));
            }
        }

        TestContext.Out.WriteLine($"{real.Count} real pages; {taken} records taken, {setAside} set aside, {refused} pages refused; {(Environment.CpuUsage.TotalTime - before).TotalSeconds:N0} seconds of a processor");
        Assert.That(taken, Is.GreaterThan(pages / 2), "the damage is too great to try anything");
        Assert.That(setAside, Is.GreaterThan(pages / 50), "the damage is too small to try anything");
        Assert.That(refused, Is.GreaterThan(pages / 50));
        await AssertStoredAsync(store, stored);
    }

    private static RunStart Start => new() { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Lists = "", Started = DateTimeOffset.UnixEpoch };

    /// <summary>The page as the client reads it; null where it is refused.</summary>
    private static async Task<OaiReply?> ReadAsync(byte[] page, int seed)
    {
        try
        {
            using var bytes = await PageBytes.ReadAsync(new MemoryStream(page), Options.MaxPageBytes, default);
            return PageReader.Read(bytes.Memory, Options);
        }
        catch (MemberFault fault)
        {
            Assert.That(fault.Message, Does.Match(@"^[A-Z].*[.…]$").And.Not.Match(@"[\x00-\x1f]").And.Length.LessThan(1_000), $"seed {seed}");
            return fault.Salvaged;
        }
        catch (InvalidDataException)
        {
            return null; // gzip that is damaged: the client has words for it
        }
        catch (Exception crash)
        {
            throw new AssertionException($"Seed {seed}: {crash}", crash);
        }
    }

    private static void AssertValid(HarvestedRecord record, int seed)
    {
        Assert.That(record.Key.Identifier, Is.Not.Empty.And.Length.LessThanOrEqualTo(1000), $"seed {seed}");
        if (record is not HarvestedRecord.Live live)
        {
            return;
        }

        Assert.That(Utf8.IsValid(live.Metadata.Span), Is.True, $"seed {seed}");
        Assert.That(() => Parse(live.Metadata), Throws.Nothing, $"seed {seed}");
        Assert.That(RecordReader.Read(live.Format, live.Metadata, new()), Is.TypeOf<RecordReading.Readable>(), $"seed {seed}: {Encoding.UTF8.GetString(live.Metadata.Span)}");
    }

    private static void AssertKept(SetAsideRecord record, int seed)
    {
        Assert.That(record.Reason, Does.Match(@"^[A-Z][^\x00-\x1f]*[.…]$"), $"seed {seed}");
        var hadNothing = record.Reason.Contains("without metadata", StringComparison.Ordinal) || record.Reason.Contains("identifier", StringComparison.Ordinal);
        Assert.That(record.Bytes.Length, hadNothing ? Is.Not.Negative : Is.Positive, $"seed {seed}: {record.Reason}");
    }

    private static void Parse(ReadOnlyMemory<byte> metadata)
    {
        using var xml = XmlReader.Create(new MemoryStream(metadata.ToArray()));
        while (xml.Read())
        {
        }
    }

    private static void Note(HashSet<string> live, HarvestedRecord record)
    {
        if (record is HarvestedRecord.Live)
        {
            live.Add(record.Key.Identifier);
        }
        else
        {
            live.Remove(record.Key.Identifier);
        }
    }

    private static async Task AssertStoredAsync(OpenStore store, HashSet<string> live)
    {
        Assert.That((await store.Harvests.CountLiveAsync(default))[Library.Id], Is.EqualTo(live.Count));
        await new ClusterBuilder(store.Clusters, new MemberDirectory([Library]), NullLogger<ClusterBuilder>.Instance).CatchUpAsync(null, default);
        var clustered = new List<string>();
        await foreach (var (_, records) in store.Clusters.ListAsync(default))
        {
            clustered.AddRange(records.Select(record => record.Identifier));
        }

        Assert.That(clustered, Is.EquivalentTo(live), "each is in one cluster");
    }
}
