using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>Why records are together, and what waits for a person, in a real browser.</summary>
public sealed class MatchingBrowserTests
{
    private Browser _browser = null!;
    private MatchedCatalog _catalog = null!;
    private (string Name, string Address)[] _pages = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.StartAsync();
        _catalog = await MatchedCatalog.StartAsync(wrongNumbers: 260);
        await _catalog.Service.Services.GetRequiredService<DecisionDesk>().DecideAsync(
            new(OverrideKind.Apart, MatchedCatalog.Apart[0], MatchedCatalog.Apart[1], "kelas X dan kelas XI", "Bu Sari"), default);
        await _catalog.CatchUpAsync();
        _pages =
        [
            ("matching-decided", $"/records/{await _catalog.EditionOfAsync(MatchedCatalog.Apart[0])}/matching"),
            ("matching", $"/records/{await _catalog.EditionOfAsync(MatchedCatalog.Together[0])}/matching"),
            ("matching-near", $"/records/{await _catalog.EditionOfAsync(MatchedCatalog.Unsure[0])}/matching"),
            ("review", "/coordinator/matching"), ("decisions", "/coordinator/matching/decisions"),
        ];
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
    public async Task A_page_fits_its_window_and_a_finger([Values(360, 768, 1280)] int width, [Values("id", "en")] string language)
    {
        var complaints = new List<string>();
        var page = await EnterAsync(width, 800, language, complaints);
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            await Picture.TakeAsync(page, $"{name}-{width}-{language}");
            foreach (var summary in await page.Locator("summary").AllAsync())
            {
                await summary.ClickAsync();
            }

            await Picture.TakeAsync(page, $"{name}-open-{width}-{language}");
            Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero, $"{name} must not scroll sideways");
            Assert.That(await page.EvaluateAsync<string[]>(BrowserTests.TooSmall), Is.Empty, $"{name} has what is hard to tap");
        }

        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    [TestCase(1280, "id", ColorScheme.Light)]
    [TestCase(1280, "en", ColorScheme.Dark)]
    [TestCase(320, "en", ColorScheme.Light)]
    [TestCase(320, "id", ColorScheme.Dark)]
    public async Task No_page_breaks_a_rule_of_access(int width, string language, ColorScheme scheme)
    {
        var page = await EnterAsync(width, 640, language, [], scheme, scripts: true);
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync<int>(BrowserTests.Unfold);
            Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero, $"{name} must not scroll sideways");
            Assert.That(await AccessTests.BreachesAsync(page), Is.Empty, name);
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task In_the_dark_the_page_is_dark()
    {
        var page = await EnterAsync(390, 844, "id", [], ColorScheme.Dark);
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            await Picture.TakeAsync(page, $"{name}-390-dark");
            Assert.That(await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"), Is.EqualTo("rgb(20, 32, 28)"), name);
        }

        await page.Context.DisposeAsync();
    }

    [TestCase("matching-phone", 390, 844, "matching")]
    [TestCase("matching-desktop", 1280, 900, "matching")]
    [TestCase("review-phone", 390, 844, "review")]
    [TestCase("review-desktop", 1280, 900, "review")]
    public async Task The_pictures_of_the_readme_can_be_taken(string name, int width, int height, string shown)
    {
        var page = await EnterAsync(width, height, "id", []);
        await page.GotoAsync(_pages.Single(one => one.Name == shown).Address);
        var picture = await page.ScreenshotAsync();
        await page.Context.DisposeAsync();

        Assert.That(picture, Has.Length.InRange(10_000, 250_000));
        if (Picture.AreWanted)
        {
            await File.WriteAllBytesAsync(Path.Combine(Places.Root, "tests", "UnionCatalog.Tests", "Pages", "Screenshots", name + ".png"), picture);
        }
    }

    private async Task<IPage> EnterAsync(int width, int height, string language, List<string> complaints, ColorScheme scheme = ColorScheme.Light, bool scripts = false)
    {
        var page = await _browser.OpenAsync(_catalog.Service.Address, width, height, language, complaints, scheme, scripts);
        var cookie = _catalog.Cookie.Value.Split('=', 2);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = _catalog.Service.Address.ToString() }]);
        return page;
    }
}
