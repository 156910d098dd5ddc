using Microsoft.Playwright;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Hostile;

/// <summary>The hostile catalogue in a real browser with scripts: nothing runs, nothing is asked of anyone else, no page bursts.</summary>
public sealed class HostileBrowserTests : DemoInBrowser
{
    /// <summary>Addresses of one door that are opened; every edition's page is.</summary>
    private const int Each = 5;

    private RunningService _service = null!;
    private HostileThings _things = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await HostileCatalog.Service;
        _things = await HostileThings.FindAsync(_service);
    }

    [Test]
    public async Task No_page_runs_asks_or_bursts()
    {
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(_service.Address, 360, 800, "id", complaints, scripts: true);
        await page.Context.AddCookiesAsync([CoordinatorCookie()]);
        foreach (var address in await PagesAsync())
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync<int>(BrowserTests.Unfold);
            Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero, $"{address} must not scroll sideways");
            Assert.That(await page.EvaluateAsync<bool>("() => 'xevil' in window || document.querySelector('[xevil], iframe, base') !== null"), Is.False, address);
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "Screenshots", "hostile-360.png"), FullPage = true });
        await page.Context.DisposeAsync();
        Assert.That(complaints.Where(complaint => !complaint.Contains("status of 404", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task The_basket_shows_letters()
    {
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(_service.Address, 360, 800, "id", complaints, scripts: true);
        await page.GotoAsync("/search?q=naskah&size=100");
        foreach (var keep in (await page.Locator(".card .keep").AllAsync()).Take(16))
        {
            await keep.ClickAsync();
        }

        await page.Locator("[data-basket]").ClickAsync();
        await Assertions.Expect(page.Locator(".kept > li").First).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    /// <summary>What the doors that answer with pages are opened at, those of every edition and a few of each other door.</summary>
    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        var pages = new List<string>();
        foreach (var door in HostileDoor.All)
        {
            var addresses = door.Addresses(_things).ToList();
            using var answer = await _service.GetAsync(addresses[0], HostileCatalog.Coordinator, ("Accept", "text/html"));
            if (answer is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "text/html" })
            {
                pages.AddRange(door.Address == "/records/{edition}" ? addresses : addresses.Take(Each));
            }
        }

        Assert.That(pages, Has.Count.GreaterThan(100));
        return pages;
    }

    private Cookie CoordinatorCookie()
    {
        var (name, value) = HostileCatalog.Coordinator.Value.Split('=', 2) is [var first, var second] ? (first, second) : ("", "");
        return new() { Name = name, Value = value, Url = _service.Address.ToString() };
    }
}
