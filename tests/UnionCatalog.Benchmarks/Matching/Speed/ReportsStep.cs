using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching.Candidates;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>What was reported of a store's crowds: identifiers that are not believed, and blocks too large to be compared.</summary>
internal static class ReportsStep
{
    private const int Shown = 5;

    public static async Task RunAsync(string folder)
    {
        await using var store = await StoredNetwork.OpenAsync(folder);
        var suspicious = await store.Reviews.ListSuspiciousAsync(int.MaxValue, default);
        var crowds = await store.Reviews.ListCrowdsAsync(int.MaxValue, default);
        var shared = suspicious.Count(one => one.Identifier == WorstCases.SharedIsbn);
        Console.WriteLine($"reports store={Path.GetFileName(folder)} shared_isbn={shared} suspicious={suspicious.Count} crowds={crowds.Count} tasks={await store.Reviews.CountTasksAsync(default)}");
        foreach (var one in suspicious.Take(Shown))
        {
            Console.WriteLine($"reported identifier={one.Identifier} profiles={one.Records}");
        }

        foreach (var crowd in crowds.Take(Shown))
        {
            Console.WriteLine($"reported crowd={(BlockFamily)crowd.Family} profiles={crowd.Records} example={crowd.Example}");
        }
    }
}
