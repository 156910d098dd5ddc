using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The running service as its coordinator meets it, with reports that a test has kept.</summary>
internal sealed class CoordinatorService : IAsyncDisposable
{
    private CoordinatorService(RunningService service) => Service = service;

    public RunningService Service { get; }

    /// <summary>The coordinator's cookie, name and all.</summary>
    public string Cookie { get; private set; } = "";

    public static async Task<CoordinatorService> StartAsync(params NightReport[] reports)
    {
        var coordinator = new CoordinatorService(await RunningService.StartAsync(new MemberDirectory([])));
        foreach (var report in reports)
        {
            await coordinator.Service.Data.Store.Reports.KeepAsync(new KeptReport(report.Date, report.Drawn, report.ToJson()), default);
        }

        coordinator.Cookie = $"{CoordinatorGate.Cookie}={CoordinatorKey.Open(coordinator.Service.Folder).Issue(DateTimeOffset.UtcNow.AddDays(1))}";
        return coordinator;
    }

    public async Task<string> GetAsync(string address, string language = "id")
    {
        using var response = await Service.GetAsync(address, ("Cookie", Cookie), ("Accept-Language", language), ("Accept", "text/html"));
        Assert.That((int)response.StatusCode, Is.EqualTo(200), address);
        return await response.Content.ReadAsStringAsync();
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
