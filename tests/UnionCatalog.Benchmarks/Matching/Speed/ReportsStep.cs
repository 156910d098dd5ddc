namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>What was reported of a store's crowds.</summary>
internal static class ReportsStep
{
    public static Task RunAsync(string folder)
    {
        Console.WriteLine($"reports store={Path.GetFileName(folder)} unknown");
        return Task.CompletedTask;
    }
}
