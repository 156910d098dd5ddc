using System.Text.Json;
using Microsoft.Playwright;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The table of who has a book, in a real browser: stacked on a phone, a table all the same, and changed by what libraries answer.</summary>
public sealed class HoldingTableTests : DemoInBrowser
{
    private static readonly string[] Roles = ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"];

    private string _address = null!;

    [OneTimeSetUp]
    public async Task FindBook() => _address = $"/records/{(await Service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single()}";

    [Test]
    public async Task Stacked_on_a_phone_it_stays_a_table_to_who_has_it_read_out()
    {
        var page = await Browser.OpenAsync(Service.Address, 1280, 800, "id", []);
        await page.GotoAsync(_address);
        var (wide, isTable) = (await ToldAsync(page), await IsDrawnAsTableAsync(page));
        await page.SetViewportSizeAsync(360, 800);
        var (narrow, isStillTable) = (await ToldAsync(page), await IsDrawnAsTableAsync(page));
        await page.Context.DisposeAsync();

        Assert.That((isTable, isStillTable), Is.EqualTo((true, false)));
        Assert.That(wide.Keys, Is.EquivalentTo(Roles));
        Assert.That(narrow, Is.EquivalentTo(wide));
    }

    [Test]
    public async Task No_word_of_it_is_broken_on_a_tablet()
    {
        const string Broken = """
            () => [...document.querySelectorAll('.holdings :is(th, td):not(.shelfmark)')].flatMap(cell => {
                const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
                while (texts.nextNode()) {
                    for (const word of texts.currentNode.data.matchAll(/\p{L}+/gu)) {
                        const range = document.createRange();
                        range.setStart(texts.currentNode, word.index);
                        range.setEnd(texts.currentNode, word.index + word[0].length);
                        if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0]);
                    }
                }
                return broken;
            })
            """;
        var page = await Browser.OpenAsync(Service.Address, 768, 800, "id", []);
        foreach (var library in Service.Members.All)
        {
            var id = (await Service.GetJsonAsync($"/api/search?library={library.Id.Value}&sort=mostHeld")).Ids()[0];
            await page.GotoAsync($"/records/{id}");
            Assert.That(await page.EvaluateAsync<string[]>(Broken), Is.Empty, $"{id} at {library.Name}");
        }

        await page.Context.DisposeAsync();
    }

    [Test]
    public async Task What_a_library_answers_holds_of_all_its_shelves()
    {
        const string Answer = """{ "libraries": [ { "library": "perpusda-sukamaju", "status": "onLoan", "copies": 3, "available": 0, "due": null, "askedAt": "2026-11-27T03:00:00Z", "from": "live" } ] }""";
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(Service.Address, 360, 800, "en", complaints, scripts: true);
        await page.RouteAsync("**/availability", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Answer }));
        await page.GotoAsync(_address);
        var status = page.Locator("[data-library=perpusda-sukamaju] .status");

        await Assertions.Expect(status).ToHaveTextAsync(["On loan"]);
        await Assertions.Expect(page.Locator("[data-library=perpusda-sukamaju] td.told")).ToHaveAttributeAsync("rowspan", "2");
        await Assertions.Expect(page.Locator("[data-library=sman-1-sukamaju] .status")).ToHaveTextAsync(["2 of 2 available"]);
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    private static Task<bool> IsDrawnAsTableAsync(IPage page) => page.EvaluateAsync<bool>("() => getComputedStyle(document.querySelector('.holdings')).display === 'table'");

    /// <summary>What the browser tells a screen reader: how many of each part of a table.</summary>
    private static async Task<Dictionary<string, int>> ToldAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value;
        await session.DetachAsync();
        return tree.GetProperty("nodes").EnumerateArray().Where(node => !node.GetProperty("ignored").GetBoolean()).Select(RoleOf).Where(Roles.Contains)
            .GroupBy(role => role).ToDictionary(same => same.Key, same => same.Count());

        static string RoleOf(JsonElement node) => node.GetProperty("role").GetProperty("value").GetString()!;
    }
}
