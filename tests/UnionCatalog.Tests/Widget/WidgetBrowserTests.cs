using Microsoft.Playwright;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Demo;
using UnionCatalog.Server.Widget;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Widget;

/// <summary>The widget in a real browser, in other catalogues' pages on another origin.</summary>
public sealed class WidgetBrowserTests : WidgetInBrowser
{
    [TestCase(OpacSystem.Slims, "smkn-1-sukamaju", "Juga ada di perpustakaan ini")]
    [TestCase(OpacSystem.Koha, "sman-1-sukamaju", "Also at these libraries")]
    [TestCase(OpacSystem.Inlislite, "man-1-sukamaju", "Juga ada di perpustakaan ini")]
    public async Task On_theWindow_of_a_system_it_shows_who_else_has_the_book(OpacSystem system, string library, string heading)
    {
        await Window.GotoAsync(Opac.Put(OpacSite.Page(system, Lines(system, library).Script)));

        await Assertions.Expect(Window.Locator(Shown)).ToHaveTextAsync(heading);
        await Picture.TakeAsync(Window, $"widget-{system}");
        Assert.That(await Window.Locator("union-catalog .library").CountAsync(), Is.EqualTo(4), "five libraries have it, and one of them is this");
        Assert.That(await Window.Locator("union-catalog .name").AllTextContentsAsync(), Has.None.EqualTo(Service.Members.Find(new SourceId(library))!.Name));
        Assert.That(await Window.Locator("union-catalog .call-number bdi").AllTextContentsAsync(), Has.Count.EqualTo(4).And.All.Not.Empty);
        await Window.Locator("union-catalog a").ClickAsync();
        Assert.That(new Uri(Window.Url).AbsolutePath, Does.StartWith("/records/"));
        Assert.That(Window.Url, Does.StartWith(Site));
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task The_library_is_known_by_the_address_of_itsWindow()
    {
        await using var network = await DemoNetwork.StartAsync(Service.Members.All.Select(member => member.Id.Value == "man-1-sukamaju" ? member with { Website = Opac.Address } : member), default);
        await using var service = await RunningService.StartAsync(new MemberDirectory(network.Members));
        await HarvestCommand.HarvestAndReportAsync(service.Services, service.Members.All, HarvestScope.Full, default);
        var lines = new WidgetLines(OpacSystem.Inlislite, service.Address.GetLeftPart(UriPartial.Authority), null, null);
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Inlislite, lines.Script)));

        await Assertions.Expect(Window.Locator(Shown)).ToBeVisibleAsync();
        Assert.That(await Window.Locator("union-catalog .library").CountAsync(), Is.EqualTo(4));
        Assert.That(await Window.Locator("union-catalog .name").AllTextContentsAsync(), Has.None.EqualTo("MAN 1 Sukamaju"));
    }

    [Test]
    public async Task The_element_takes_what_it_is_told_and_the_link_in_it_is_for_those_without_scripts()
    {
        var html = $"""
            <!DOCTYPE html><html lang="en"><title>OPAC</title><script async src="{Site}/widget/v1.js"></script>
            <union-catalog id="told" isbn="{Isbn}" library="sman-1-sukamaju" lang="id"><a href="/find">Cari</a></union-catalog>
            <union-catalog id="titled" title="Pedoman Kata Baku dan Tidak Baku" author="Dini Fitri"></union-catalog>
            <union-catalog id="wrong" isbn="9786022916629"><a href="/find">Cari</a></union-catalog>
            """;
        await Window.GotoAsync(Opac.Put(html));

        await Assertions.Expect(Window.Locator("#told h2")).ToHaveTextAsync("Juga ada di perpustakaan ini");
        await Assertions.Expect(Window.Locator("#titled h2")).ToHaveTextAsync("Also at these libraries");
        await Assertions.Expect(Window.Locator("#told > a")).Not.ToBeVisibleAsync();
        await Assertions.Expect(Window.Locator("#wrong > a")).ToBeVisibleAsync();
        Assert.That(await Window.Locator("#titled .library").CountAsync(), Is.EqualTo(6));

        await Window.EvaluateAsync("() => document.querySelector('#titled').setAttribute('library', 'sman-1-sukamaju')");
        await Assertions.Expect(Window.Locator("#titled .library")).ToHaveCountAsync(5);
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task Keyboard_and_screen_reader_find_their_way()
    {
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script)));
        var region = Window.GetByRole(AriaRole.Region, new() { Name = "Juga ada di perpustakaan ini" });
        await Assertions.Expect(region).ToBeVisibleAsync();
        await Assertions.Expect(region.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await Assertions.Expect(region.GetByRole(AriaRole.Heading)).ToHaveCountAsync(1);
        Assert.That(await Window.Locator("union-catalog [aria-live=polite]").TextContentAsync(), Is.EqualTo("Juga ada di perpustakaan ini"));
        Assert.That(await region.GetAttributeAsync("lang"), Is.EqualTo("id"));

        await Window.Locator(".blockquote-footer a").FocusAsync();
        await Window.Keyboard.PressAsync("Tab");
        Assert.That(await Window.EvaluateAsync<string>("() => document.activeElement.shadowRoot.activeElement.localName"), Is.EqualTo("a"));
        Assert.That(await StyleAsync("a", "outlineStyle"), Is.EqualTo("solid"));
        Assert.That((await Window.Locator("union-catalog a").BoundingBoxAsync())!.Height, Is.GreaterThanOrEqualTo(24));
        await Window.Keyboard.PressAsync("Enter");
        await Window.WaitForURLAsync($"{Site}/records/*");
    }

    [Test]
    public async Task AWindow_gives_it_its_colours()
    {
        var css = "<style>union-catalog { --union-catalog-background: rgb(1, 2, 3); --union-catalog-color: rgb(250, 251, 252); --union-catalog-link: rgb(255, 255, 0); --union-catalog-radius: 0 }</style>";
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, css + Lines(OpacSystem.Slims, null).Script)));
        await Assertions.Expect(Window.Locator(Shown)).ToBeVisibleAsync();
        await Picture.TakeAsync(Window, "widget-themed");

        Assert.That(
            new[] { await StyleAsync(".box", "backgroundColor"), await StyleAsync("h2", "color"), await StyleAsync("a", "color"), await StyleAsync(".box", "borderTopLeftRadius") },
            Is.EqualTo(new[] { "rgb(1, 2, 3)", "rgb(250, 251, 252)", "rgb(255, 255, 0)", "0px" }));
    }

    [Test]
    public async Task TheWindow_for_librarians_shows_it_and_copies([Values(360, 1280)] int width, [Values("id", "en")] string language)
    {
        var complaints = new List<string>();
        var page = await Browser.OpenAsync(Service.Address, width, 900, language, complaints, scripts: true);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = Site });
        await page.GotoAsync("/widget?system=slims&library=sman-1-sukamaju");
        await Assertions.Expect(page.Locator(Shown)).ToBeVisibleAsync();
        await page.Locator("button.copy").First.ClickAsync();
        await Assertions.Expect(page.Locator("pre ~ [role=status]").First).Not.ToBeEmptyAsync();

        Assert.That(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Does.StartWith("<script async"));
        Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero);
        Assert.That(await page.EvaluateAsync<string[]>(BrowserTests.TooSmall), Is.Empty);
        await Picture.TakeAsync(page, $"widget-page-{width}-{language}");
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }
}
