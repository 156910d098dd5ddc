using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>Suggestions while typing, as the keyboard and a screen reader have them; the answers are put in their place at the network.</summary>
public sealed class SuggestionBrowserTests : DemoInBrowser
{
    private const string Two = """
        { "suggestions": [
          { "kind": "title", "text": "Ronggeng Dukuh Paruk", "address": "/search?q=ronggeng" },
          { "kind": "author", "text": "<img src=x onerror=alert(1)>", "address": "/search?author=tohari" },
          { "kind": "title", "text": "elsewhere", "address": "https://evil.example/" },
          { "kind": "title", "text": "script", "address": "javascript:alert(1)" },
          { "kind": "title", "text": "another host", "address": "//evil.example/" } ] }
        """;

    [Test]
    public async Task The_arrows_choose_Enter_goes_there_and_Escape_closes()
    {
        var complaints = new List<string>();
        var page = await OpenAsync(complaints, route => route.FulfillAsync(new() { ContentType = "application/json", Body = Two }));
        await page.Locator("#q").PressSequentiallyAsync("rong");
        var options = page.GetByRole(AriaRole.Option);
        await Assertions.Expect(options).ToHaveCountAsync(2);
        var box = page.GetByRole(AriaRole.Combobox);
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        Assert.That(await page.Locator(".search [role=status]").InnerTextAsync(), Does.StartWith("2 saran"));
        Assert.That(await AccessTests.BreachesAsync(page), Is.Empty);

        await page.Keyboard.PressAsync("ArrowUp");
        Assert.That(await box.GetAttributeAsync("aria-activedescendant"), Is.EqualTo("suggestion-1"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.That(await box.GetAttributeAsync("aria-activedescendant"), Is.Null, "after the last comes the box itself");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Picture.TakeAsync(page, "suggestions", isWhole: false);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        Assert.That(await box.InputValueAsync(), Is.EqualTo("rong"), "Escape closes the list and keeps the words");
        await page.Keyboard.TypeAsync("g");
        await Assertions.Expect(options).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(options).ToHaveCountAsync(0);

        await box.FocusAsync();
        await page.Keyboard.TypeAsync("e");
        await Assertions.Expect(options).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(Service.Address, "/search?q=ronggeng").ToString());
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty, "and no text of a suggestion became a part of the page");
    }

    [Test]
    public async Task Enter_without_a_choice_searches_for_what_was_typed()
    {
        var page = await OpenAsync([], route => route.FulfillAsync(new() { ContentType = "application/json", Body = Two }));
        await page.Locator("#q").PressSequentiallyAsync("tohari");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(Service.Address, "/search?q=tohari").ToString());
        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task A_finger_takes_a_suggestion()
    {
        var page = await OpenAsync([], route => route.FulfillAsync(new() { ContentType = "application/json", Body = Two }), width: 360);
        await page.Locator("#q").PressSequentiallyAsync("rong");
        await page.GetByRole(AriaRole.Option).Last.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(Service.Address, "/search?author=tohari").ToString());
        await page.Context.DisposeAsync();
    }

    [TestCase(404, "")]
    [TestCase(500, "broken")]
    [TestCase(200, "no json")]
    public async Task Where_there_are_no_suggestions_the_box_is_a_box(int status, string body)
    {
        var asked = 0;
        var page = await OpenAsync([], route =>
        {
            asked++;
            return route.FulfillAsync(new() { Status = status, Body = body });
        });
        await page.RunAndWaitForResponseAsync(() => page.Locator("#q").PressSequentiallyAsync("to"), response => response.Url.Contains("/api/suggest", StringComparison.Ordinal));
        await page.Keyboard.TypeAsync("hari", new() { Delay = 200 });
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(Service.Address, "/search?q=tohari").ToString());
        Assert.That(asked, status == 404 ? Is.EqualTo(1) : Is.Positive, "what is not there is asked for once only");
        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task An_answer_that_comes_too_late_is_not_shown_over_a_later_one()
    {
        var page = await OpenAsync([], async route =>
        {
            var isFirst = route.Request.Url.EndsWith("q=ro", StringComparison.Ordinal);
            await Task.Delay(isFirst ? 1_000 : 0);
            await route.FulfillAsync(new() { ContentType = "application/json", Body = isFirst ? """{ "suggestions": [ { "kind": "title", "text": "late", "address": "/" } ] }""" : Two });
        });
        await page.Locator("#q").PressSequentiallyAsync("ro");
        await page.WaitForRequestAsync("**/api/suggest?q=ro");
        await page.Locator("#q").PressSequentiallyAsync("ng");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await page.WaitForTimeoutAsync(1_200);

        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(List<string> complaints, Func<IRoute, Task> answer, int width = 1280)
    {
        var page = await Browser.OpenAsync(Service.Address, width, 800, "id", complaints, scripts: true);
        await page.RouteAsync("**/api/suggest*", answer);
        await page.GotoAsync("/");
        return page;
    }
}
