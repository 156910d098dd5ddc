using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Operation;

/// <summary>What a watcher of the running service is told.</summary>
internal sealed class HealthTests
{
    private RunningService _service = null!;

    [SetUp]
    public async Task StartAsync() => _service = await RunningService.StartAsync(new MemberDirectory([]));

    [TearDown]
    public ValueTask StopAsync() => _service.DisposeAsync();

    [Test]
    public async Task A_service_that_works_is_live_and_ready()
    {
        Assert.That(await AskAsync("live"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync("ready"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_service_whose_store_is_closed_is_live_but_not_ready()
    {
        await _service.Data.Store.DisposeAsync();

        Assert.That(await AskAsync("live"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync("ready"), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task A_service_whose_catalogue_cannot_keep_up_is_not_ready_until_it_can()
    {
        var updater = _service.Services.GetRequiredService<CatalogUpdater>();
        var inTheWay = Directory.CreateDirectory(Path.Combine(_service.Folder, "indexed-libraries.json"));

        Assert.That(() => updater.CatchUpAsync(null, null, default), Throws.InstanceOf<UnauthorizedAccessException>());
        Assert.That(await AskAsync("ready"), Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        inTheWay.Delete();
        await updater.CatchUpAsync(null, null, default);
        Assert.That(await AskAsync("ready"), Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<HttpStatusCode> AskAsync(string question)
    {
        using var answer = await _service.GetAsync($"/health/{question}");
        return answer.StatusCode;
    }
}
