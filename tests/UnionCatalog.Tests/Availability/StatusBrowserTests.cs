using Microsoft.Playwright;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Availability;

/// <summary>The page of a book in a browser: it asks the libraries itself, and is the same without scripts.</summary>
public sealed class StatusBrowserTests
{
    private Browser _browser = null!;
    private AskedCatalog _catalog = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.StartAsync();
        _catalog = await AskedCatalog.StartAsync();
        _catalog.Schools[1].Answer = School.Page(School.OneOut);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_catalog is not null)
        {
            await _catalog.DisposeAsync();
        }
    }

    [Test]
    public async Task A_script_asks_after_the_page_is_there_and_says_so_quietly()
    {
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(_catalog.Service.Address, 360, 800, "id", complaints, scripts: true);
        await page.GotoAsync($"/records/{_catalog.Id}");

        await Assertions.Expect(page.Locator("[data-live-told]")).ToHaveTextAsync("Status terbaru langsung dari perpustakaan: 2 menjawab.");
        await Assertions.Expect(page.Locator("[data-library=sma-1] .status")).ToHaveTextAsync("Tersedia");
        await Assertions.Expect(page.Locator("[data-library=sma-2] .status.onLoan")).ToHaveTextAsync("Dipinjam");
        await Assertions.Expect(page.Locator("[data-library=sma-2] .now")).ToContainTextAsync("kembali 3 Desember · ditanyakan pukul ");
        await Assertions.Expect(page.Locator("[data-library=down] .now")).ToHaveTextAsync("Data per 21 November 2026");
        Assert.That(await page.Locator("[data-live-told]").GetAttributeAsync("aria-live"), Is.EqualTo("polite"));
        Assert.That(await page.Locator("[data-live-link]").IsVisibleAsync(), Is.False);
        Assert.That(await page.Locator("#as-of").IsVisibleAsync(), Is.True, "two have not answered");
        Assert.That(await AccessTests.BreachesAsync(page), Is.Empty);
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Where_all_have_answered_nothing_is_said_of_the_last_harvest()
    {
        await using var catalog = await AskedCatalog.StartAsync(withSilent: false);
        var page = await _browser.OpenAsync(catalog.Service.Address, 360, 800, "id", [], scripts: true);
        await page.GotoAsync($"/records/{catalog.Id}");

        await Assertions.Expect(page.Locator("[data-live-told]")).ToHaveTextAsync("Status terbaru langsung dari perpustakaan: 2 menjawab.");
        await Assertions.Expect(page.Locator("#as-of")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Without_scripts_a_link_asks()
    {
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(_catalog.Service.Address, 360, 800, "en", complaints);
        await page.GotoAsync($"/records/{_catalog.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask the libraries now" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-library=sma-2] .status.onLoan")).ToHaveTextAsync("On loan");
        Assert.That(complaints, Is.Empty);
    }
}
