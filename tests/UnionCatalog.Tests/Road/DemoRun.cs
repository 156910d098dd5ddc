using System.Diagnostics;
using System.Globalization;
using UnionCatalog.Tests.Commands;

namespace UnionCatalog.Tests.Road;

/// <summary>The demo verb in a folder.</summary>
internal static class DemoRun
{
    public const string Open = "The catalogue is open at ";

    /// <summary>Where the demo keeps its catalogue.</summary>
    public static string DataOf(TempFolder folder) => folder.File("demo");

    public static ServerProcess Start(TempFolder folder, out Uri address)
    {
        var port = ServerProcess.FreePort();
        address = new Uri($"http://127.0.0.1:{port}/");
        return ServerProcess.Start("demo", "--data", folder.Path, "--host", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Runs it until the page is there, then stops it as Ctrl-C does.</summary>
    /// <returns>What it said, and how long the harvest, the merge and the index took.</returns>
    public static async Task<(Finished Run, TimeSpan Took)> CompleteAsync(TempFolder folder, Func<Uri, Task>? visit = null)
    {
        await using var demo = Start(folder, out var address);
        await demo.LineAsync("");
        var watch = Stopwatch.StartNew();
        await demo.LineAsync(Open);
        var took = watch.Elapsed;
        if (visit is not null)
        {
            await visit(address);
        }

        var run = await demo.SignalAsync("INT");
        Assert.That(run.Code, Is.Zero, run.Everything);
        return (run, took);
    }
}
