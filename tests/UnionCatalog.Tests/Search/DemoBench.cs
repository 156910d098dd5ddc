using UnionCatalog.Server.Commands;
using UnionCatalog.Tests.Demo;

namespace UnionCatalog.Tests.Search;

/// <summary>The demo's six libraries in a store and an index, for all tests of searching. Tests only read it.</summary>
internal static class DemoBench
{
    private static readonly Dictionary<string, Lazy<Task<SearchBench>>> Filled =
        IndexEngines.All.ToDictionary(engine => engine, engine => new Lazy<Task<SearchBench>>(() => FillAsync(engine)));

    public static Task<SearchBench> Bench => Of(IndexEngines.All[0]);

    /// <summary>The same, over one of <see cref="IndexEngines"/>.</summary>
    public static Task<SearchBench> Of(string engine) => Filled[engine].Value;

    public static async Task EndAsync()
    {
        foreach (var filled in Filled.Values.Where(filled => filled is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await filled.Value).DisposeAsync();
        }
    }

    private static async Task<SearchBench> FillAsync(string engine)
    {
        var bench = await SearchBench.OpenAsync(Configurations.ReadMembers(Server.Demo.DemoNetwork.ConfigurationFolder)!, engine);
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
