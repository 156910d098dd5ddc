using System.ComponentModel;
using System.Diagnostics;

namespace UnionCatalog.Benchmarks;

/// <summary>The harvesting client that libraries know, for comparison, where it is installed.</summary>
internal static class Catmandu
{
    /// <summary>It is measured on a part of the list: it takes minutes for what takes us seconds.</summary>
    private const int MostPages = 200;

    /// <summary>Records a second that it fetches and throws away; null where it is not installed.</summary>
    public static async Task<double?> TryMeasureAsync(PageServer server)
    {
        var pages = Math.Min(server.Pages, MostPages);
        try
        {
            var watch = Stopwatch.StartNew();
            using var client = Process.Start("catmandu", ["convert", "OAI", "--url", server.PartAt(0, pages).ToString(), "--metadataPrefix", "marcxml", "to", "Null"]);
            await client.WaitForExitAsync();
            return client.ExitCode == 0 ? pages * GeneratedPages.Size / watch.Elapsed.TotalSeconds : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
