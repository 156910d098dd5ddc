using System.Text;
using Microsoft.Playwright;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Uploads;

namespace UnionCatalog.Tests.Pages;

/// <summary>A librarian sends a list in a real browser, on a phone and at a desk, without scripts.</summary>
internal sealed class UploadBrowserTests
{
    private const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private const string TooSmall = """
        () => [...document.querySelectorAll('main a, main button, main input:not(.unseen), main select')]
            .map(element => [element, element.getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24)
            .map(([element, box]) => `${element.outerHTML.slice(0, 120)} is ${box.width} by ${box.height}`)
        """;

    private Browser _browser = null!;
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.StartAsync();
        _service = await UploadingMember.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    [TestCase(360, "id", ColorScheme.Light, false)]
    [TestCase(1280, "en", ColorScheme.Light, true)]
    [TestCase(320, "id", ColorScheme.Dark, true)]
    [TestCase(360, "en", ColorScheme.Dark, false)]
    public async Task A_librarian_sends_a_list(int width, string language, ColorScheme scheme, bool scripts)
    {
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(_service.Address, width, 800, language, complaints, scheme, scripts);
        await page.GotoAsync($"/upload/{UploadingMember.Id}");
        await CheckAsync(page, $"upload-{width}-{language}", scripts);

        await page.FillAsync("#password", UploadingMember.Password);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "daftar buku.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(UploadingMember.Sheet) });
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator(".previewed")).ToHaveCountAsync(2);
        await CheckAsync(page, $"upload-preview-{width}-{language}", scripts);

        await page.SelectOptionAsync("#column8", "Note");
        await page.ClickAsync("button[value=look]");
        await Assertions.Expect(page.Locator("#column8")).ToHaveValueAsync("Note");

        await page.ClickAsync("button[value=store]");
        await Assertions.Expect(page.Locator("main dl")).ToBeVisibleAsync();
        await CheckAsync(page, $"upload-done-{width}-{language}", scripts);
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    private static async Task CheckAsync(IPage page, string name, bool scripts)
    {
        await Picture.TakeAsync(page, name);
        Assert.That(await page.EvaluateAsync<int>(Overflow), Is.Zero, $"{name} must not scroll sideways");
        Assert.That(await page.EvaluateAsync<string[]>(TooSmall), Is.Empty, $"{name} has what is hard to tap");
        if (scripts)
        {
            Assert.That(await AccessTests.BreachesAsync(page), Is.Empty, name);
        }
    }
}
