using UnionCatalog.Server.Commands;
using UnionCatalog.Tests.Demo;

namespace UnionCatalog.Tests.Search;

/// <summary>The demo's six libraries in a store and an index, for all tests of searching. Tests only read it.</summary>
internal static class DemoBench
{
    private static readonly Lazy<Task<SearchBench>> Filled = new(FillAsync);

    public static Task<SearchBench> Bench => Filled.Value;

    public static async Task EndAsync()
    {
        if (Filled is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Bench).DisposeAsync();
        }
    }

    private static async Task<SearchBench> FillAsync()
    {
        var bench = await SearchBench.OpenAsync(Configurations.ReadMembers(Server.Demo.DemoNetwork.ConfigurationFolder)!);
        await bench.AddAsync([.. DemoHarvest.Records()]);
        return bench;
    }
}

/// <summary>Lets go of what the tests of searching share.</summary>
[SetUpFixture]
internal sealed class DemoBenchEnd
{
    [OneTimeTearDown]
    public async Task EndAsync() => await DemoBench.EndAsync();
}
