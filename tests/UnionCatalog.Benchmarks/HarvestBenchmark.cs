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
        double ours;
        await using (var catalogue = await EmptyCatalogue.OpenAsync())
        {
            var took = await ReportAsync("first-harvest", server, server.Pages, () => catalogue.HarvestAsync(0, server, 0, server.Pages));
            ours = server.Pages * GeneratedPages.Size / took.TotalSeconds;
            await ReportAsync("nothing-changed", server, server.Pages, () => catalogue.HarvestAsync(0, server, 0, server.Pages));
        }

        foreach (var delay in new[] { 0, Thinking })
        {
            var alone = await HarvestPartsAsync($"one-after-the-other,page={delay}ms", server, delay, isParallel: false);
            var together = await HarvestPartsAsync($"eight-in-parallel,page={delay}ms", server, delay, isParallel: true);
            Print($"case=parallel-to-one-after-the-other,page={delay}ms ratio={together / alone:0.00}");
        }

        if (await Catmandu.TryMeasureAsync(server) is { } theirs)
        {
            Print($"case=catmandu fetched_rps={theirs:0} ours_to_theirs={ours / theirs:0.0}");
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

    private static async Task<TimeSpan> HarvestPartsAsync(string name, PageServer server, int delay, bool isParallel)
    {
        await using var catalogue = await EmptyCatalogue.OpenAsync();
        var share = server.Pages / Libraries;
        Task HarvestPartAsync(int part) => catalogue.HarvestAsync(part, server, part * share, share, delay);
        return await ReportAsync(name, server, share * Libraries, async () =>
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

    /// <summary>The floor is measured anew before each case: what else the machine does changes in minutes.</summary>
    private static async Task<TimeSpan> ReportAsync(string name, PageServer server, int pages, Func<Task> harvest)
    {
        var floor = await MeasureAsync(server.Pages, () => WalkAsync(server, server.Pages));
        var ours = await MeasureAsync(pages, harvest);
        Print($"case={name} floor_rps={floor.Rate:0} stored_rps={ours.Rate:0} ratio={ours.Rate / floor.Rate:0.00} rss_mb={PeakMemory()} floor_cpu_us={floor.Processor:0} stored_cpu_us={ours.Processor:0}");
        return ours.Took;
    }

    /// <returns>How long it took, records a second, and microseconds of processor time a record, which hardly depend on what else runs.</returns>
    private static async Task<(TimeSpan Took, double Rate, double Processor)> MeasureAsync(int pages, Func<Task> work)
    {
        double records = pages * GeneratedPages.Size;
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await work();
        var took = watch.Elapsed;
        return (took, records / took.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / records);
    }

    /// <summary>The most memory that this process has had in use until now, in megabytes.</summary>
    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
