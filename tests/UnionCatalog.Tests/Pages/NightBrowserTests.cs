using Microsoft.Playwright;
using UnionCatalog.Tests.Reports;

namespace UnionCatalog.Tests.Pages;

/// <summary>The nights' pages in a real browser, on the coordinator's phone and desk.</summary>
public sealed class NightBrowserTests
{
    private const string Night = "/reports/2026-11-25";

    private Browser _browser = null!;
    private CoordinatorService _coordinator = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.StartAsync();
        _coordinator = await CoordinatorService.StartAsync(
            MadeUpNight.Draw(), MadeUpNight.Draw([MadeUpNight.Fine("sma-1", "SMA Negeri 1", 5, 1, 0, 0)]) with { Date = MadeUpNight.Date.AddDays(-1) });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_coordinator is not null)
        {
            await _coordinator.DisposeAsync();
        }
    }

    [Test]
    public async Task A_page_fits_its_window_and_a_finger([Values(360, 768, 1280)] int width, [Values("id", "en")] string language)
    {
        var complaints = new List<string>();
        var page = await EnterAsync(width, 800, language, complaints);
        foreach (var (name, address) in new[] { ("nights", "/reports"), ("night", Night), ("night-well", "/reports/2026-11-24"), ("coordinator", "/coordinator?back=/reports") })
        {
            await page.GotoAsync(address);
            await Picture.TakeAsync(page, $"{name}-{width}-{language}");
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
        foreach (var address in new[] { "/reports", Night, "/reports/2026-11-24", "/coordinator?back=/reports" })
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync<int>(BrowserTests.Unfold);
            Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero, $"{address} must not scroll sideways");
            Assert.That(await AccessTests.BreachesAsync(page), Is.Empty, address);
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task The_key_is_typed_once_and_opens_the_page_that_was_asked_for()
    {
        var key = await File.ReadAllTextAsync(Path.Combine(_coordinator.Service.Folder, Server.Coordinator.CoordinatorKey.FileName));
        var page = await _browser.OpenAsync(_coordinator.Service.Address, 360, 800, "id", []);

        await page.GotoAsync(Night);
        await page.FillAsync("#key", key.Trim());
        await page.ClickAsync(".key button");
        await Assertions.Expect(page.Locator(".call")).ToHaveCountAsync(5);
        await page.ClickAsync(".leave button");
        await page.GotoAsync(Night);

        await Assertions.Expect(page.Locator("#key")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [TestCase("night-phone", 390, 844)]
    [TestCase("night-desktop", 1280, 900)]
    public async Task The_pictures_of_the_readme_can_be_taken(string name, int width, int height)
    {
        var page = await EnterAsync(width, height, "id", []);
        await page.GotoAsync(Night);
        var picture = await page.ScreenshotAsync();
        await page.Context.DisposeAsync();

        Assert.That(picture, Has.Length.InRange(10_000, 250_000));
        if (Picture.AreWanted)
        {
            await File.WriteAllBytesAsync(Path.Combine(Places.Root, "tests", "UnionCatalog.Tests", "Pages", "Screenshots", name + ".png"), picture);
        }
    }

    [Test]
    public async Task In_the_dark_the_page_is_dark()
    {
        var page = await EnterAsync(390, 844, "id", [], ColorScheme.Dark);
        await page.GotoAsync(Night);
        await Picture.TakeAsync(page, "night-390-dark");

        Assert.That(await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.call')).backgroundColor"), Is.EqualTo("rgb(28, 43, 38)"));
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> EnterAsync(int width, int height, string language, List<string> complaints, ColorScheme scheme = ColorScheme.Light, bool scripts = false)
    {
        var page = await _browser.OpenAsync(_coordinator.Service.Address, width, height, language, complaints, scheme, scripts);
        var (name, value) = _coordinator.Cookie.Split('=', 2) is [var first, var second] ? (first, second) : ("", "");
        await page.Context.AddCookiesAsync([new() { Name = name, Value = value, Url = _coordinator.Service.Address.ToString() }]);
        return page;
    }
}
