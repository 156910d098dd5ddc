using Microsoft.Playwright;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Hostile;

/// <summary>The hostile catalogue in a real browser with scripts: nothing runs, nothing is asked of anyone else, no page bursts.</summary>
public sealed class HostileBrowserTests : DemoInBrowser
{
    /// <summary>Addresses of one door that are opened; every edition's page is.</summary>
    private const int Each = 5;

    /// <summary>Whether the list under the box has these texts, letter by letter.</summary>
    private const string Shown = """
        texts => {
            const shown = [...document.querySelectorAll('.suggestions bdi')].map(text => text.textContent);
            return shown.length === texts.length && shown.every((text, place) => text === texts[place]);
        }
        """;

    /// <summary>What is in that list, or anywhere, that the script does not make.</summary>
    private const string Smuggled = """
        () => [...document.querySelectorAll('.suggestions, .suggestions *')]
            .flatMap(element => [element.localName, ...element.getAttributeNames()])
            .filter(name => !['ul', 'li', 'bdi', 'span', 'class', 'id', 'role', 'hidden', 'aria-label', 'aria-selected', 'data-address'].includes(name))
            .concat([...document.querySelectorAll('[xevil]')].map(element => element.outerHTML), 'xevil' in window ? ['a script ran'] : [])
        """;

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
            await VisitAsync(page, address);
        }

        await Picture.TakeAsync(page, "hostile-360");
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

    [Test]
    public async Task What_is_suggested_is_letters_and_leads_to_a_page()
    {
        var complaints = new List<string>();
        var addresses = new HashSet<string>();
        var page = await Browser.OpenAsync(_service.Address, 360, 800, "id", complaints, scripts: true);
        await page.GotoAsync("/");
        foreach (var begun in HostileThings.Begun)
        {
            var answer = await page.RunAndWaitForResponseAsync(() => page.Locator("#q").FillAsync(begun), answer => Uri.UnescapeDataString(answer.Url).EndsWith("/api/suggest?q=" + begun, StringComparison.Ordinal));
            var suggestions = (await answer.JsonAsync())!.Value.GetProperty("suggestions").EnumerateArray().ToList();
            await page.WaitForFunctionAsync(Shown, suggestions.ConvertAll(suggestion => suggestion.GetProperty("text").GetString()));
            Assert.That(await page.EvaluateAsync<string[]>(Smuggled), Is.Empty, begun);
            Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero, $"what is suggested for {begun} must not scroll sideways");
            addresses.UnionWith(suggestions.Select(suggestion => suggestion.GetProperty("address").GetString()!));
        }

        await Picture.TakeAsync(page, "hostile-suggestions-360", isWhole: false);
        Assert.That(addresses.Where(address => address.Contains(HostileCatalog.Mark, StringComparison.Ordinal)), Is.Not.Empty, "something planted was suggested");
        foreach (var address in addresses)
        {
            await VisitAsync(page, address);
        }

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

    private static async Task VisitAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.EvaluateAsync<int>(BrowserTests.Unfold);
        Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero, $"{address} must not scroll sideways");
        Assert.That(await page.EvaluateAsync<bool>("() => 'xevil' in window || document.querySelector('[xevil], iframe, base') !== null"), Is.False, address);
    }

    private Cookie CoordinatorCookie()
    {
        var (name, value) = HostileCatalog.Coordinator.Value.Split('=', 2) is [var first, var second] ? (first, second) : ("", "");
        return new() { Name = name, Value = value, Url = _service.Address.ToString() };
    }
}
