using Microsoft.Playwright;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The pages in a real browser: on a phone, a tablet and a desk, in both languages, without scripts.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BrowserTests : DemoInBrowser
{
    /// <summary>What can be tapped: of a box to be ticked, its words as well. The skip link is outside of the window until it has the focus.</summary>
    internal const string TooSmall = """
        () => [...document.querySelectorAll('a:not(.skip), button, input:not([type=hidden]), select, summary')]
            .filter(element => element.checkVisibility())
            .map(element => [element, (element.closest('label') ?? element).getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24)
            .map(([element, box]) => `${element.outerHTML.slice(0, 120)} is ${box.width} by ${box.height}`)
        """;

    internal const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    internal const string Unfold = """
        () => [...document.querySelectorAll('details')].map(details => details.open = true).length
        """;

    private static readonly int[] Widths = [360, 768, 1280];

    private (string Name, string Address)[] _pages = null!;

    [OneTimeSetUp]
    public async Task FindPages() => _pages = await PublicPages.OfAsync(Service);

    [Test]
    public async Task A_page_fits_its_window_and_a_finger([Values("id", "en")] string language)
    {
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(Service.Address, 1280, 800, language, complaints);
        using var all = Assert.EnterMultipleScope();
        foreach (var (name, address) in _pages)
        {
            var response = await page.GotoAsync(address);
            Assert.That(await page.Locator("html").GetAttributeAsync("lang"), Is.EqualTo(language));
            await FitAsync(page, language, name);
            if (await page.EvaluateAsync<int>(Unfold) > 0)
            {
                await FitAsync(page, language, name + "-unfolded");
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
        var page = await Browser.OpenAsync(Service.Address, 1280, 800, "id", complaints);
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

        await page.Locator(".filters input[type=checkbox]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chosen")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Each_name_on_the_shelf_stays_on_its_back([Values("id", "en")] string language)
    {
        const string Beyond = """
            () => [...document.querySelectorAll('.shelf .name')]
                .map(name => [name.textContent, name.getBoundingClientRect(), name.closest('a').getBoundingClientRect()])
                .filter(([, name, back]) => name.top < back.top || name.bottom > back.bottom || name.left < back.left || name.right > back.right)
                .map(([text, name, back]) => `${text} from ${name.top} to ${name.bottom} on ${back.top} to ${back.bottom}`)
            """;
        var page = await Browser.OpenAsync(Service.Address, 1280, 800, language, []);
        await page.GotoAsync("/");
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 800);
            Assert.That(await page.EvaluateAsync<string[]>(Beyond), Is.Empty, $"at {width} px");
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task In_the_dark_the_page_is_dark()
    {
        var page = await Browser.OpenAsync(Service.Address, 1280, 800, "id", [], ColorScheme.Dark);
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 800);
                await Picture.TakeAsync(page, $"{name}-{width}-dark");
                Assert.That(
                    await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"), Is.EqualTo("rgb(20, 32, 28)"), name);
            }
        }

        await page.Context.DisposeAsync();
    }

    [TestCase("home", "phone", 390, 844)]
    [TestCase("home", "desktop", 1280, 900)]
    [TestCase("search", "phone", 390, 844)]
    [TestCase("search", "desktop", 1280, 900)]
    [TestCase("record-twice", "phone", 390, 844)]
    [TestCase("record-editions", "desktop", 1280, 900)]
    [TestCase("duplicates", "phone", 390, 844)]
    [TestCase("duplicates", "desktop", 1280, 900)]
    public async Task The_pictures_of_the_pages_can_be_taken(string name, string where, int width, int height)
    {
        var page = await Browser.OpenAsync(Service.Address, width, height, "id", []);
        await page.GotoAsync(name == "search" ? "/search?q=ronggeng+dukuh+paruk" : _pages.Single(one => one.Name == name).Address);
        await page.EvaluateAsync<int>(name is "search" or "home" ? "() => 0" : Unfold);
        var picture = await page.ScreenshotAsync(new() { FullPage = name is not ("search" or "home") });
        await page.Context.DisposeAsync();

        Assert.That(picture, Has.Length.InRange(10_000, 600_000));
        if (Picture.AreWanted)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Places.Root, "tests", "UnionCatalog.Tests", "Pages", "Screenshots"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}-{where}.png"), picture);
        }
    }

    private static async Task FitAsync(IPage page, string language, string name)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 800);
            await Picture.TakeAsync(page, $"{name}-{width}-{language}");
            Assert.That(await page.EvaluateAsync<int>(Overflow), Is.Zero, $"{name} must not scroll sideways at {width} px");
            Assert.That(await page.EvaluateAsync<string[]>(TooSmall), Is.Empty, $"{name} has what is hard to tap at {width} px");
        }
    }
}
