using System.Diagnostics;
using System.Globalization;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>How the running service answers a union of readers at once: in a process of its own over a catalogue of this size, asked over HTTP from here.</summary>
internal sealed class LoadBenchmark(LoadOptions options)
{
    private const ulong Seed = 5;
    private const ulong WarmUpSeed = 6;

    /// <summary>More than are answered in a minute.</summary>
    private const int Searches = 100_000;

    private const int Others = 20_000;

    /// <summary>Long enough for what is hot to be compiled for the second time, also where the machine has other work.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private const int WarmUpSearches = 5_000;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    private static readonly string[] FullPages =
    [
        "/search",
        "/search?q=bahasa&near=Kabupaten%20Jakarta&library=library-0011&library=library-0012&regency=Kabupaten%20Jakarta",
        "/search?q=sejarah&kind=primary-school&kind=public-library&language=ind&near=Kabupaten%20Jakarta&sort=nearest&yearFrom=1990",
    ];

    private readonly Report _report = new();

    private string Folder => Path.Combine(options.Folder, options.Clusters.ToString(CultureInfo.InvariantCulture));

    public async Task<int> RunAsync()
    {
        _report.Print($"load clusters={options.Clusters} connections={options.Connections} seconds={options.Seconds} cores={Environment.ProcessorCount} machine_load={LoadOf()}");
        MakeIfMissing();
        var editions = new MadeEditions(options.Clusters);
        await PrintStartsAsync(editions);
        await using (var server = await RunningServer.StartAsync(Folder))
        {
            await MeasureAsync(server, editions);
        }

        LoadBars.Print(_report);
        if (options.IsWritten)
        {
            LoadReport.Write(_report, options);
        }

        return 0;
    }

    private void MakeIfMissing()
    {
        var built = Path.Combine(Folder, MadeCatalogue.BuiltFile);
        if (File.Exists(built))
        {
            _report.Echo(File.ReadAllText(built));
            return;
        }

        Child.Run(_report, MadeCatalogue.Verb, Folder, options.Clusters.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Starts, the files forgotten by the system, and one with them in memory.</summary>
    private async Task PrintStartsAsync(MadeEditions editions)
    {
        foreach (var isCold in new[] { true, true, false })
        {
            if (isCold)
            {
                Folders.Forget(MadeCatalogue.Index(Folder));
            }

            await using var server = await RunningServer.StartAsync(Folder);
            using var client = new HttpClient { BaseAddress = server.Address };
            var start = Stopwatch.GetTimestamp();
            await client.GetStringAsync(new Uri(new Questions(editions, Seed).Search(0).Address, UriKind.Relative));
            _report.Print($"start cold={(isCold ? "yes" : "no")} ready_ms={server.Ready:0} first_search_ms={Stopwatch.GetElapsedTime(start).TotalMilliseconds:0}");
        }
    }

    private async Task MeasureAsync(RunningServer server, MadeEditions editions)
    {
        var questions = new Questions(editions, Seed);
        var searches = Draw(Searches, questions.Search);
        var before = Draw(Searches / 10, new Questions(editions, WarmUpSeed).Search);
        using var many = new Drive(server, options.Connections);
        using var one = new Drive(server, 1);
        await many.RunAsync(before, WarmUp, WarmUpSearches);
        foreach (var address in new[] { "/health/live", "/help" })
        {
            await many.RunAsync([new Request("floor", address)], Short / 4);
            (await many.RunAsync([new Request("floor", address)], Short)).Print(_report, $"floor address={address}");
        }

        var found = await many.RunAsync(searches, TimeSpan.FromSeconds(options.Seconds));
        found.Print(_report, "search");
        found.PrintKinds(_report);
        found.PrintFaults(_report);
        _report.Print($"memory rss_mb={server.Memory("VmRSS:"):0} peak_mb={server.Memory("VmHWM:"):0} own_mb={server.Memory("RssAnon:"):0} mapped_mb={server.Memory("RssFile:"):0}");
        PrintRatios();
        await PrintPagesAsync(server);
        await PrintOthersAsync(one, "suggest", questions.Suggestion);
        await PrintOthersAsync(one, "holdings", questions.Holdings);
        await PrintOthersAsync(one, "record", questions.Record);
        await PrintBesideAsync(many, searches, one, Draw(Others, questions.Holdings));
    }

    /// <summary>What a phone has to load of pages of results that have much to offer, uncompressed.</summary>
    private async Task PrintPagesAsync(RunningServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var style = (await client.GetByteArrayAsync(new Uri("/style.css", UriKind.Relative))).Length;
        var most = 0;
        foreach (var address in FullPages)
        {
            most = Math.Max(most, (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length + style);
        }

        _report.Print($"page n={FullPages.Length} most_kb={most / 1000.0:0.0} style_kb={style / 1000.0:0.0}");
    }

    /// <summary>What the widget asks while all others search. Whose processor time it was cannot be told.</summary>
    private async Task PrintBesideAsync(Drive many, List<Request> searches, Drive one, List<Request> holdings)
    {
        var searching = many.RunAsync(searches, Short);
        var asked = await one.RunAsync(holdings, Short);
        await searching;
        (asked with { Server = default, Client = default }).Print(_report, "beside=holdings");
    }

    /// <summary>One after the other, so that what is told is what one takes at the server.</summary>
    private async Task PrintOthersAsync(Drive drive, string name, Func<int, Request> draw)
    {
        var requests = Draw(Others, draw);
        await drive.RunAsync(requests, Short / 2);
        requests.Reverse();
        (await drive.RunAsync(requests, Short)).Print(_report, name);
    }

    private void PrintRatios()
    {
        foreach (var address in new[] { "/health/live", "/help" })
        {
            _report.Print($"ratio search_to={address} server_cpu={_report.Find("search", "server_cpu_ms") / _report.Find($"floor address={address}", "server_cpu_ms"):0.0} per_s={_report.Find("search", "per_s") / _report.Find($"floor address={address}", "per_s"):0.000}");
        }
    }

    private static List<Request> Draw(int count, Func<int, Request> draw) => [.. Enumerable.Range(0, count).Select(draw)];

    private static string LoadOf() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "-";
}
