using System.Diagnostics;
using System.Globalization;
using System.Xml;

namespace UnionCatalog.Benchmarks;

/// <summary>
/// How fast records come into the store, as a share of how fast they could be read at all. The floor is the same pages
/// downloaded and walked by a bare XmlReader that does nothing, in the same run on the same machine.
/// </summary>
internal static class HarvestBenchmark
{
    private const int Libraries = 8;

    /// <summary>What a school's system takes to draw a page, in milliseconds, at its very best.</summary>
    private const int Thinking = 20;

    public static async Task RunAsync(int records)
    {
        using var server = await PageServer.StartAsync(Math.Max(records / GeneratedPages.Size, Libraries));
        await WarmUpAsync(server);
        var floor = server.Pages * GeneratedPages.Size / (await TimeAsync(() => WalkAsync(server, server.Pages))).TotalSeconds;

        await using (var catalogue = await EmptyCatalogue.OpenAsync())
        {
            await ReportAsync("first-harvest", floor, server.Pages, () => catalogue.HarvestAsync(0, server, 0, server.Pages));
            await ReportAsync("nothing-changed", floor, server.Pages, () => catalogue.HarvestAsync(0, server, 0, server.Pages));
        }

        foreach (var delay in new[] { 0, Thinking })
        {
            var alone = await HarvestPartsAsync($"one-after-the-other,page={delay}ms", floor, server, delay, isParallel: false);
            var together = await HarvestPartsAsync($"eight-in-parallel,page={delay}ms", floor, server, delay, isParallel: true);
            Print($"case=parallel-to-one-after-the-other,page={delay}ms ratio={together / alone:0.00}");
        }

        if (await Catmandu.TryMeasureAsync(server) is { } theirs)
        {
            Print($"case=catmandu floor_rps={floor:0} stored_rps={theirs:0} ratio={theirs / floor:0.000}");
        }
    }

    /// <summary>What is compiled at first use is compiled before anything is measured.</summary>
    private static async Task WarmUpAsync(PageServer server)
    {
        var pages = Math.Min(server.Pages, 200);
        await WalkAsync(server, pages);
        await using var catalogue = await EmptyCatalogue.OpenAsync();
        await catalogue.HarvestAsync(0, server, 0, pages);
    }

    private static async Task WalkAsync(PageServer server, int pages)
    {
        using var http = new HttpClient();
        for (var page = 0; page < pages; page++)
        {
            await using var body = await http.GetStreamAsync(server.PageAt(page));
            using var xml = XmlReader.Create(body);
            while (xml.Read())
            {
            }
        }
    }

    private static async Task<TimeSpan> HarvestPartsAsync(string name, double floor, PageServer server, int delay, bool isParallel)
    {
        await using var catalogue = await EmptyCatalogue.OpenAsync();
        var share = server.Pages / Libraries;
        Task HarvestPartAsync(int part) => catalogue.HarvestAsync(part, server, part * share, share, delay);
        return await ReportAsync(name, floor, share * Libraries, async () =>
        {
            if (isParallel)
            {
                await Task.WhenAll(Enumerable.Range(0, Libraries).Select(part => Task.Run(() => HarvestPartAsync(part))));
                return;
            }

            for (var part = 0; part < Libraries; part++)
            {
                await HarvestPartAsync(part);
            }
        });
    }

    private static async Task<TimeSpan> ReportAsync(string name, double floor, int pages, Func<Task> harvest)
    {
        var took = await TimeAsync(harvest);
        var stored = pages * GeneratedPages.Size / took.TotalSeconds;
        Print($"case={name} floor_rps={floor:0} stored_rps={stored:0} ratio={stored / floor:0.00} rss_mb={PeakMemory()}");
        return took;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    /// <summary>The most memory that this process has had in use until now, in megabytes.</summary>
    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
