using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>A reader's way through the pages in a real browser: from a word to a shelf, with and without scripts, by finger and by keyboard.</summary>
public sealed class FindingBrowserTests : DemoInBrowser
{
    private const string Focused = "() => document.activeElement.id || document.activeElement.name || document.activeElement.textContent.trim()";

    private readonly List<string> _complaints = [];

    [TearDown]
    public void Heed()
    {
        var complaints = _complaints.ToList();
        _complaints.Clear();
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task From_a_word_by_a_facet_to_a_record_and_on_in_the_other_language([Values] bool scripts)
    {
        var page = await OpenAsync(360, scripts);
        await page.RouteAsync("**/api/suggest*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{ "suggestions": [] }""" }));
        await page.GotoAsync("/");
        await TypeAsync(page, "sejarah", scripts);
        await page.Locator(".search button").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Saring" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("SMA Negeri 1 Sukamaju") }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("900 Sejarah") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).ClickAsync();

        await Assertions.Expect(page.Locator(".chosen a:not(.all)")).ToHaveCountAsync(2);
        Assert.That(await page.Locator(".card:has(.library:has-text('SMA Negeri 1 Sukamaju'))").CountAsync(), Is.EqualTo(await page.Locator(".card").CountAsync()));
        var title = await page.Locator(".card h2 a").First.InnerTextAsync();
        await page.Locator(".card h2 a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);

        var here = new Uri(page.Url).AbsolutePath;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByText("English", new() { Exact = true }).ClickAsync();
        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo(here));
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task A_bar_of_the_years_and_the_switch_are_taken_by_the_keyboard_alone()
    {
        var page = await OpenAsync(1280, scripts: false);
        await page.GotoAsync("/search?q=sejarah");
        await page.Locator(".available button").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator(".available button")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.Locator(".years svg a").Last.FocusAsync();
        var bar = await page.Locator(".years svg a").Last.GetAttributeAsync("aria-label");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(bar!.Split(": ")[1]);
        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task The_keyboard_walks_in_the_order_of_the_page_and_is_never_caught()
    {
        var page = await OpenAsync(1280, scripts: true);
        await page.GotoAsync("/search?q=ronggeng+dukuh+paruk");
        var walked = new List<string>();
        for (var step = 0; step < 200 && walked.Count(one => one == "Langsung ke isi") < 2; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            walked.Add(await page.EvaluateAsync<string>(Focused));
        }

        string[] landmarks = ["Langsung ke isi", "Katalog Bersama", "English", "q", "Cari", "Pencarian rinci", "Cara mencari", "available", "sort", "Urutkan", "Ubah pencarian", "Dekat dari mana?", "Ronggeng Dukuh Paruk", "library", "Terapkan", "Perpustakaan"];
        var places = landmarks.Select(landmark => walked.IndexOf(landmark)).ToList();
        Assert.That(places, Has.None.Negative, string.Join(" | ", walked));
        Assert.That(places, Is.Ordered);
        Assert.That(walked.Count(one => one == "Langsung ke isi"), Is.EqualTo(2), "from the end the walk begins again");
        await page.Context.DisposeAsync();
    }

    [TestCase(320, 640)]
    [TestCase(640, 360)]
    public async Task What_has_the_focus_is_seen_whole_or_in_part(int width, int height)
    {
        var page = await OpenAsync(width, scripts: false, height);
        await page.GotoAsync("/search?q=sejarah");
        for (var step = 0; step < 60; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.That(await page.EvaluateAsync<bool>("""
                () => { const box = document.activeElement.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
                  return document.activeElement.contains(document.elementFromPoint(x, y)) || document.activeElement.closest('label')?.contains(document.elementFromPoint(x, y)); }
                """), Is.True, await page.EvaluateAsync<string>(Focused));
        }

        await page.Context.DisposeAsync();
    }

    // A page that is left takes back what it still asks for, which the browser reports as a request that failed: the answer is waited for.
    private static async Task TypeAsync(IPage page, string words, bool scripts)
    {
        if (!scripts)
        {
            await page.FillAsync("#q", words);
            return;
        }

        var answer = await page.RunAndWaitForResponseAsync(() => page.FillAsync("#q", words), "**/api/suggest*");
        await answer.FinishedAsync();
    }

    private Task<IPage> OpenAsync(int width, bool scripts, int height = 800) => Browser.OpenAsync(Service.Address, width, height, "id", _complaints, scripts: scripts);
}
