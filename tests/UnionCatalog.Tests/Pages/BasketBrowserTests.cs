using Microsoft.Playwright;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The basket in a real browser: filled on cards and pages, kept from page to page, gone when emptied.</summary>
public sealed class BasketBrowserTests : DemoInBrowser
{
    [Test]
    public async Task A_book_is_kept_on_a_card_found_in_the_basket_and_taken_out()
    {
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(Service.Address, 360, 800, "id", complaints, scripts: true);
        await page.GotoAsync("/search?q=ronggeng+dukuh+paruk");
        var keep = page.Locator(".card .keep");
        await Assertions.Expect(keep).ToHaveCountAsync(2);
        await keep.Nth(0).ClickAsync();
        await Assertions.Expect(keep.Nth(0)).ToHaveTextAsync("✓ Di keranjang");
        await Assertions.Expect(keep.Nth(0)).ToHaveAttributeAsync("aria-pressed", "true");

        await page.Locator(".card h2 a").Nth(1).ClickAsync();
        await page.Locator(".title-card .keep").ClickAsync();
        await Assertions.Expect(page.Locator("[data-basket]")).ToHaveTextAsync("Keranjang (2)");
        await page.Locator("[data-basket]").ClickAsync();
        await Assertions.Expect(page.Locator(".kept > li")).ToHaveCountAsync(2);

        await page.Locator(".kept .keep").Nth(0).ClickAsync();
        await Assertions.Expect(page.Locator(".kept > li")).ToHaveCountAsync(1);
        await page.GotoAsync("/basket");
        await Assertions.Expect(page.Locator(".kept > li")).ToHaveCountAsync(1);
        await page.Locator(".kept .keep").Nth(0).ClickAsync();
        await Assertions.Expect(page.Locator(".kept")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-basket]")).ToHaveTextAsync("Keranjang");
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Names_of_no_edition_leave_the_basket_and_whatever_else_was_put_there_is_no_basket()
    {
        var id = (await Service.GetJsonAsync("/api/search?q=tempo")).Ids()[0];
        var page = await Browser.OpenAsync(Service.Address, 360, 800, "id", [], scripts: true);
        await page.GotoAsync("/");
        foreach (var (kept, left) in new[] { ($"[\"{id}\",\"aaaaaaaaaaaa\"]", $"[\"{id}\"]"), ("{\"a\":1}", "[]"), ("[1,null,\"<b>\"]", "[]"), ("nonsense", "[]") })
        {
            await page.EvaluateAsync("kept => localStorage.setItem('basket', kept)", kept);
            await page.GotoAsync("/basket");
            await Assertions.Expect(page.Locator(".kept > li")).ToHaveCountAsync(left == "[]" ? 0 : 1);
            await page.WaitForFunctionAsync("left => localStorage.getItem('basket') === left", left);
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task Without_scripts_no_button_promises_anything()
    {
        var page = await Browser.OpenAsync(Service.Address, 360, 800, "id", []);
        foreach (var address in new[] { "/search?q=ronggeng", $"/records/{(await Service.GetJsonAsync("/api/search?q=ronggeng")).Ids()[0]}" })
        {
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator(".keep, .copy")).ToHaveCountAsync(0);
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task A_reference_is_copied_as_it_reads()
    {
        var id = (await Service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single();
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(Service.Address, 1280, 800, "id", complaints, scripts: true);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync($"/records/{id}");
        await page.Locator(".citations .copy").First.ClickAsync();
        await Assertions.Expect(page.Locator(".citations [role=status]").First).ToHaveTextAsync("Tersalin");

        Assert.That(
            await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"),
            Is.EqualTo((await Service.ReadAsync($"/records/{id}")).Texts(".citations dd")[0]));
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty, "the data block is no script that the policy would refuse");
    }
}
