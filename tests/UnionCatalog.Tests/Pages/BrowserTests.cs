using Microsoft.Playwright;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The pages in a real browser: on a phone, a tablet and a desk, in both languages, without scripts.</summary>
public sealed class BrowserTests
{
    /// <summary>What can be tapped; the skip link is outside of the window until it has the focus.</summary>
    internal const string TooSmall = """
        () => [...document.querySelectorAll('a:not(.skip), button, input:not([type=hidden]), select, summary')]
            .filter(element => element.checkVisibility())
            .map(element => [element, element.getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24)
            .map(([element, box]) => `${element.outerHTML.slice(0, 120)} is ${box.width} by ${box.height}`)
        """;

    internal const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    internal const string Unfold = """
        () => [...document.querySelectorAll('details')].map(details => details.open = true).length
        """;

    private Browser _browser = null!;
    private RunningService _service = null!;
    private (string Name, string Address)[] _pages = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.StartAsync();
        _service = await DemoCatalog.Service;
        var arabic = (await _service.GetJsonAsync("/api/search?q=%D9%82%D8%A7%D9%85%D9%88%D8%B3")).Ids()[0];
        var held = (await _service.GetJsonAsync("/api/search?sort=mostHeld")).Ids()[0];
        var edition = (await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids()[0];
        var twice = (await _service.GetJsonAsync("/api/libraries/smkn-1-sukamaju/duplicates")).GetProperty("editions").EnumerateArray().First().Id();
        _pages =
        [
            ("home", "/"), ("search", "/search?q=sejarah&library=perpusda-sukamaju"), ("arabic", "/search?language=ara"), ("record", $"/records/{held}"),
            ("record-arabic", $"/records/{arabic}"), ("record-editions", $"/records/{edition}"), ("record-twice", $"/records/{twice}"), ("libraries", "/libraries"), ("duplicates", "/libraries/smkn-1-sukamaju/duplicates"), ("nothing", "/search?q=xyzzy"), ("missing", "/nothing"), ("invalid", "/search?page=0"),
        ];
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [Test]
    public async Task A_page_fits_its_window_and_a_finger([Values(360, 768, 1280)] int width, [Values("id", "en")] string language)
    {
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(_service.Address, width, 800, language, complaints);
        foreach (var (name, address) in _pages)
        {
            var response = await page.GotoAsync(address);
            await PictureAsync(page, $"{name}-{width}-{language}");
            Assert.That(await page.Locator("html").GetAttributeAsync("lang"), Is.EqualTo(language));
            Assert.That(await page.EvaluateAsync<int>(Overflow), Is.Zero, $"{name} must not scroll sideways");
            Assert.That(await page.EvaluateAsync<string[]>(TooSmall), Is.Empty, $"{name} has what is hard to tap");
            if (await page.EvaluateAsync<int>(Unfold) > 0)
            {
                await PictureAsync(page, $"{name}-unfolded-{width}-{language}");
                Assert.That(await page.EvaluateAsync<int>(Overflow), Is.Zero, $"{name} unfolded must not scroll sideways");
            }

            if (!response!.Ok)
            {
                // Chromium notes an error page as an error; that is what it is.
                complaints.RemoveAll(complaint => complaint.Contains("Failed to load resource", StringComparison.Ordinal));
            }
        }

        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task The_keyboard_is_enough()
    {
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(_service.Address, 1280, 800, "id", complaints);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator(".skip:focus");
        var box = await skip.BoundingBoxAsync();
        Assert.That(box!.X, Is.Not.Negative, "the skip link is seen while it has the focus");
        await page.Keyboard.PressAsync("Enter");
        Assert.That(new Uri(page.Url).Fragment, Is.EqualTo("#content"));

        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.Locator(":focus").GetAttributeAsync("id"), Is.EqualTo("q"), "after the skip comes the search box");
        await page.Keyboard.TypeAsync("ronggeng dukuh paruk");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(2);
        Assert.That(new Uri(page.Url).PathAndQuery, Is.EqualTo("/search?q=ronggeng+dukuh+paruk"));

        await page.Locator(".filters a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chosen")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task In_the_dark_the_page_is_dark()
    {
        var page = await _browser.OpenAsync(_service.Address, 360, 800, "id", [], ColorScheme.Dark);
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            await PictureAsync(page, $"{name}-360-dark");
            Assert.That(
                await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"), Is.EqualTo("rgb(20, 32, 28)"), name);
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task Hostile_records_neither_run_nor_burst_the_page()
    {
        var service = await HostileCatalog.Service;
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(service.Address, 360, 800, "id", complaints, scripts: true);
        string[] addresses = ["/", "/libraries", "/search?size=100", .. (await service.GetJsonAsync("/api/search?size=100&sort=title")).Ids().SelectMany(id => new[] { $"/records/{id}", $"/records/{id}/matching" })];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            Assert.That(await page.EvaluateAsync<int>(Overflow), Is.Zero, $"{address} must not scroll sideways");
        }

        await PictureAsync(page, "hostile-360");
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    [TestCase("search", "phone", 390, 844)]
    [TestCase("search", "desktop", 1280, 900)]
    [TestCase("record-twice", "phone", 390, 844)]
    [TestCase("record-editions", "desktop", 1280, 900)]
    [TestCase("duplicates", "phone", 390, 844)]
    [TestCase("duplicates", "desktop", 1280, 900)]
    public async Task The_pictures_of_the_pages_can_be_taken(string name, string where, int width, int height)
    {
        var page = await _browser.OpenAsync(_service.Address, width, height, "id", []);
        await page.GotoAsync(name == "search" ? "/search?q=ronggeng+dukuh+paruk" : _pages.Single(one => one.Name == name).Address);
        await page.EvaluateAsync<int>(name == "search" ? "() => 0" : Unfold);
        var picture = await page.ScreenshotAsync(new() { FullPage = name != "search" });
        await page.Context.DisposeAsync();

        Assert.That(picture, Has.Length.InRange(10_000, 400_000));
        if (Environment.GetEnvironmentVariable("UNION_CATALOG_SCREENSHOTS") is { Length: > 0 })
        {
            var folder = Directory.CreateDirectory(Path.Combine(Places.Root, "tests", "UnionCatalog.Tests", "Pages", "Screenshots"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}-{where}.png"), picture);
        }
    }

    private static Task<byte[]> PictureAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "Screenshots", name + ".png"), FullPage = true,
    });
}
