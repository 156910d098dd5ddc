using UnionCatalog.Members;
using UnionCatalog.Server.Commands;
using UnionCatalog.Store;
using DemoNetwork = UnionCatalog.Server.Demo.DemoNetwork;

namespace UnionCatalog.Tests.Api;

/// <summary>The demo's six libraries, harvested over HTTP once for all tests of the doors, and served. Tests only read it.</summary>
internal static class DemoCatalog
{
    private static readonly Lazy<Task<RunningService>> Started = new(StartAsync);

    public static Task<RunningService> Service => Started.Value;

    public static async Task EndAsync()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Service).DisposeAsync();
        }
    }

    private static async Task<RunningService> StartAsync()
    {
        var configured = Configurations.ReadMembers(DemoNetwork.ConfigurationFolder)!;
        await using var network = await DemoNetwork.StartAsync(configured.All, default);
        var service = await RunningService.StartAsync(new MemberDirectory(network.Members));
        var outcome = await HarvestCommand.HarvestAndReportAsync(service.Services, service.Members.All, HarvestScope.Full, default);
        Assert.That(outcome, Is.EqualTo(ExitCode.Success), "the demo's libraries must be harvested");
        return service;
    }
}
