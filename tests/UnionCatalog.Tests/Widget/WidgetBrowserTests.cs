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
public sealed class WidgetBrowserTests
{
    private const string Isbn = "9786022916628";
    private const string Shown = "union-catalog h2";

    private Browser _browser = null!;
    private RunningService _service = null!;
    private OpacSite _opac = null!;
    private List<string> _complaints = null!;
    private IPage _page = null!;

    private string Site => _service.Address.GetLeftPart(UriPartial.Authority);

    [OneTimeSetUp]
    public async Task Open()
    {
        _browser = await Browser.StartAsync();
        _service = await DemoCatalog.Service;
        _opac = await OpacSite.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_opac is not null)
        {
            await _opac.DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [SetUp]
    public async Task OpenWindow()
    {
        _complaints = [];
        _page = await _browser.OpenAsync(_opac.Address, 1024, 900, "en", _complaints, scripts: true);
    }

    [TearDown]
    public async Task CloseWindow()
    {
        if (_page is not null)
        {
            await _page.Context.DisposeAsync();
        }
    }

    [TestCase(OpacSystem.Slims, "smkn-1-sukamaju", "Juga ada di perpustakaan ini")]
    [TestCase(OpacSystem.Koha, "sman-1-sukamaju", "Also at these libraries")]
    [TestCase(OpacSystem.Inlislite, "man-1-sukamaju", "Juga ada di perpustakaan ini")]
    public async Task On_the_page_of_a_system_it_shows_who_else_has_the_book(OpacSystem system, string library, string heading)
    {
        await _page.GotoAsync(_opac.Put(OpacSite.Page(system, Lines(system, library).Script)));

        await Assertions.Expect(_page.Locator(Shown)).ToHaveTextAsync(heading);
        await PictureAsync($"widget-{system}");
        Assert.That(await _page.Locator("union-catalog .library").CountAsync(), Is.EqualTo(4), "five libraries have it, and one of them is this");
        Assert.That(await _page.Locator("union-catalog .name").AllTextContentsAsync(), Has.None.EqualTo(_service.Members.Find(new SourceId(library))!.Name));
        Assert.That(await _page.Locator("union-catalog .call-number bdi").AllTextContentsAsync(), Has.Count.EqualTo(4).And.All.Not.Empty);
        await _page.Locator("union-catalog a").ClickAsync();
        Assert.That(new Uri(_page.Url).AbsolutePath, Does.StartWith("/records/"));
        Assert.That(_page.Url, Does.StartWith(Site));
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task It_does_no_harm_under_the_policy_of_SLiMS_as_it_stands()
    {
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, "")));
        var height = await HeightAsync();

        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script), string.Join(';', OpacSite.SlimsPolicy)));
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await _page.Locator("union-catalog").CountAsync(), Is.Zero);
        Assert.That(await HeightAsync(), Is.EqualTo(height));
        Assert.That(Complaints(), Has.All.Contains("v1.js"), "the browser says what it did not load, and nobody else says anything");
    }

    [Test]
    public async Task It_does_no_harm_where_the_policy_lets_it_run_and_not_ask()
    {
        var policy = string.Join(';', OpacSite.SlimsPolicy).Replace("script-src 'self'", $"script-src 'self' {Site}", StringComparison.Ordinal);
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script), policy));
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await _page.Locator("union-catalog").CountAsync(), Is.EqualTo(1));
        Assert.That(await HeightOfWidgetAsync(), Is.Zero);
        Assert.That(Complaints(), Has.All.Contains("Security Policy").Or.Contains("csp"));
    }

    [Test]
    public async Task It_works_under_the_policy_of_SLiMS_with_the_lines_that_we_give()
    {
        var lines = Lines(OpacSystem.Slims, "smkn-1-sukamaju");
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, lines.Script), OpacSite.PolicyWith(lines.Policy)));

        await Assertions.Expect(_page.Locator(Shown)).ToBeVisibleAsync();
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task It_is_dressed_under_a_policy_that_forbids_inline_style_and_markup_from_texts()
    {
        var policy = $"default-src 'none'; script-src {Site}; connect-src {Site}; require-trusted-types-for 'script'; trusted-types 'none'";
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script), policy));

        await Assertions.Expect(_page.Locator(Shown)).ToBeVisibleAsync();
        Assert.That(await StyleAsync(".box", "borderTopStyle"), Is.EqualTo("solid"));
        Assert.That(Complaints().Where(complaint => !complaint.Contains("favicon", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task The_library_is_known_by_the_address_of_its_page()
    {
        await using var network = await DemoNetwork.StartAsync(_service.Members.All.Select(member => member.Id.Value == "man-1-sukamaju" ? member with { Website = _opac.Address } : member), default);
        await using var service = await RunningService.StartAsync(new MemberDirectory(network.Members));
        await HarvestCommand.HarvestAndReportAsync(service.Services, service.Members.All, HarvestScope.Full, default);
        var lines = new WidgetLines(OpacSystem.Inlislite, service.Address.GetLeftPart(UriPartial.Authority), null, null);
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Inlislite, lines.Script)));

        await Assertions.Expect(_page.Locator(Shown)).ToBeVisibleAsync();
        Assert.That(await _page.Locator("union-catalog .library").CountAsync(), Is.EqualTo(4));
        Assert.That(await _page.Locator("union-catalog .name").AllTextContentsAsync(), Has.None.EqualTo("MAN 1 Sukamaju"));
    }

    [TestCase("abort")]
    [TestCase("fault")]
    [TestCase("nonsense")]
    [TestCase("script")]
    public async Task It_does_no_harm_when_the_service_is_down(string how)
    {
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, "")));
        var height = await HeightAsync();
        await _page.RouteAsync(how == "script" ? $"{Site}/**" : $"{Site}/api/**", route => how switch
        {
            "fault" => route.FulfillAsync(new() { Status = 503, Body = "<h1>Down</h1>", Headers = OpenToAll }),
            "nonsense" => route.FulfillAsync(new() { Status = 200, Body = "<h1>Welcome to the hotel</h1>", Headers = OpenToAll }),
            _ => route.AbortAsync("connectionrefused"),
        });

        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script)));
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await _page.Locator(Shown).CountAsync(), Is.Zero);
        Assert.That(await HeightAsync(), Is.EqualTo(height), "nothing moves");
        Assert.That(Complaints(), Has.All.Contains("Failed to load resource").Or.Contains("ERR_"), "but for what the browser itself says of what it did not get");
    }

    [Test]
    public async Task It_waits_for_a_service_that_does_not_answer_no_longer_than_some_seconds_and_holds_up_nothing()
    {
        var given = new TaskCompletionSource<string>();
        await _page.RouteAsync($"{Site}/api/**", _ => Task.CompletedTask);
        _page.RequestFailed += (_, request) => given.TrySetResult(request.Failure ?? "");

        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script)), new() { WaitUntil = WaitUntilState.Load, Timeout = 4_000 });

        Assert.That(await given.Task.WaitAsync(TimeSpan.FromSeconds(20)), Does.Contain("ABORTED"));
        Assert.That(await HeightOfWidgetAsync(), Is.Zero);
    }

    [Test]
    public async Task Where_nobody_else_has_the_book_nothing_is_seen()
    {
        var page = OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script).Replace("978-602-291-662-8", "978-0-306-40615-7", StringComparison.Ordinal)
            .Replace("Laskar Pelangi", "Buku yang Tidak Ada", StringComparison.Ordinal);
        await _page.RunAndWaitForResponseAsync(() => _page.GotoAsync(_opac.Put(page)), response => response.Url.Contains("/api/holdings", StringComparison.Ordinal));
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await HeightOfWidgetAsync(), Is.Zero);
        Assert.That(await _page.Locator("union-catalog").AllInnerTextsAsync(), Is.EqualTo(new[] { "" }));
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task On_a_page_that_is_of_no_book_nothing_is_asked()
    {
        await _page.GotoAsync(_opac.Put($"<!DOCTYPE html><title>Beranda</title><h1>Selamat datang</h1>{Lines(OpacSystem.Other, null).Script}<blockquote class=blockquote><h4>Buku baru</h4></blockquote>"));
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(_complaints.Where(complaint => complaint.Contains("/api/", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task Hostile_texts_are_shown_as_letters()
    {
        foreach (var attack in HostileCatalog.Attacks)
        {
            var json = System.Text.Json.JsonSerializer.Serialize(new
            {
                editions = new object[]
                {
                    new { id = attack, title = attack, year = attack, libraries = attack, holdings = new[] { new { library = attack, name = attack, callNumber = attack, status = attack, metres = attack } } },
                    new { id = "abc123", title = attack, year = attack, libraries = attack, holdings = new[] { new { library = attack, name = attack, callNumber = attack, status = attack, metres = attack } } },
                },
            });
            await _page.UnrouteAllAsync();
            await _page.RouteAsync($"{Site}/api/**", route => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = json, Headers = OpenToAll }));
            var page = OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script).Replace(">Laskar Pelangi<", $">{System.Net.WebUtility.HtmlEncode(attack)}<", StringComparison.Ordinal);
            await _page.GotoAsync(_opac.Put(page));

            await Assertions.Expect(_page.Locator(Shown)).ToBeVisibleAsync();
            var links = await _page.EvaluateAsync<string[]>("() => [...document.querySelector('union-catalog').shadowRoot.querySelectorAll('a')].map(link => link.href)");
            var elements = await _page.EvaluateAsync<string[]>("() => [...document.querySelector('union-catalog').shadowRoot.querySelectorAll('*')].map(element => element.localName)");
            Assert.That(links, Is.EqualTo(new[] { $"{Site}/records/abc123" }), attack);
            Assert.That(elements.Distinct(), Is.SubsetOf(new[] { "section", "div", "h2", "ul", "li", "span", "bdi", "a" }), attack);
            Assert.That(await _page.EvaluateAsync<int>("() => document.querySelector('union-catalog').scrollWidth - document.documentElement.clientWidth"), Is.Not.Positive, "a long word does not widen it");
        }

        Assert.That(Complaints(), Is.Empty);
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
        await _page.GotoAsync(_opac.Put(html));

        await Assertions.Expect(_page.Locator("#told h2")).ToHaveTextAsync("Juga ada di perpustakaan ini");
        await Assertions.Expect(_page.Locator("#titled h2")).ToHaveTextAsync("Also at these libraries");
        await Assertions.Expect(_page.Locator("#told > a")).Not.ToBeVisibleAsync();
        await Assertions.Expect(_page.Locator("#wrong > a")).ToBeVisibleAsync();
        Assert.That(await _page.Locator("#titled .library").CountAsync(), Is.EqualTo(6));

        await _page.EvaluateAsync("() => document.querySelector('#titled').setAttribute('library', 'sman-1-sukamaju')");
        await Assertions.Expect(_page.Locator("#titled .library")).ToHaveCountAsync(5);
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task Keyboard_and_screen_reader_find_their_way()
    {
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script)));
        var region = _page.GetByRole(AriaRole.Region, new() { Name = "Juga ada di perpustakaan ini" });
        await Assertions.Expect(region).ToBeVisibleAsync();
        await Assertions.Expect(region.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await Assertions.Expect(region.GetByRole(AriaRole.Heading)).ToHaveCountAsync(1);
        Assert.That(await _page.Locator("union-catalog [aria-live=polite]").TextContentAsync(), Is.EqualTo("Juga ada di perpustakaan ini"));
        Assert.That(await region.GetAttributeAsync("lang"), Is.EqualTo("id"));

        await _page.Locator(".blockquote-footer a").FocusAsync();
        await _page.Keyboard.PressAsync("Tab");
        Assert.That(await _page.EvaluateAsync<string>("() => document.activeElement.shadowRoot.activeElement.localName"), Is.EqualTo("a"));
        Assert.That(await StyleAsync("a", "outlineStyle"), Is.EqualTo("solid"));
        Assert.That((await _page.Locator("union-catalog a").BoundingBoxAsync())!.Height, Is.GreaterThanOrEqualTo(24));
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync($"{Site}/records/*");
    }

    [Test]
    public async Task A_page_gives_it_its_colours()
    {
        var css = "<style>union-catalog { --union-catalog-background: rgb(1, 2, 3); --union-catalog-color: rgb(250, 251, 252); --union-catalog-link: rgb(255, 255, 0); --union-catalog-radius: 0 }</style>";
        await _page.GotoAsync(_opac.Put(OpacSite.Page(OpacSystem.Slims, css + Lines(OpacSystem.Slims, null).Script)));
        await Assertions.Expect(_page.Locator(Shown)).ToBeVisibleAsync();
        await PictureAsync("widget-themed");

        Assert.That(
            new[] { await StyleAsync(".box", "backgroundColor"), await StyleAsync("h2", "color"), await StyleAsync("a", "color"), await StyleAsync(".box", "borderTopLeftRadius") },
            Is.EqualTo(new[] { "rgb(1, 2, 3)", "rgb(250, 251, 252)", "rgb(255, 255, 0)", "0px" }));
    }

    [Test]
    public async Task The_page_for_librarians_shows_it_and_copies([Values(360, 1280)] int width, [Values("id", "en")] string language)
    {
        var complaints = new List<string>();
        var page = await _browser.OpenAsync(_service.Address, width, 900, language, complaints, scripts: true);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = Site });
        await page.GotoAsync("/widget?system=slims&library=sman-1-sukamaju");
        await Assertions.Expect(page.Locator(Shown)).ToBeVisibleAsync();
        await page.Locator("button.copy").First.ClickAsync();
        await Assertions.Expect(page.Locator("pre ~ [role=status]").First).Not.ToBeEmptyAsync();

        Assert.That(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Does.StartWith("<script async"));
        Assert.That(await page.EvaluateAsync<int>(BrowserTests.Overflow), Is.Zero);
        Assert.That(await page.EvaluateAsync<string[]>(BrowserTests.TooSmall), Is.Empty);
        await page.ScreenshotAsync(new() { Path = Picture($"widget-page-{width}-{language}"), FullPage = true });
        await page.Context.DisposeAsync();
        Assert.That(complaints, Is.Empty);
    }

    private static readonly Dictionary<string, string> OpenToAll = new() { ["Access-Control-Allow-Origin"] = "*" };

    private WidgetLines Lines(OpacSystem system, string? library) => new(system, Site, library is null ? null : _service.Members.Find(new SourceId(library)), null);

    /// <summary>All but that the page asks our service, which it is there for.</summary>
    private IEnumerable<string> Complaints() => _complaints.Where(complaint => !complaint.Contains(" asks for ", StringComparison.Ordinal));

    private Task<int> HeightAsync() => _page.EvaluateAsync<int>("() => document.body.scrollHeight");

    private Task<int> HeightOfWidgetAsync() => _page.EvaluateAsync<int>("() => document.querySelector('union-catalog').offsetHeight");

    private Task<string> StyleAsync(string selector, string property) => _page.EvaluateAsync<string>(
        "([selector, property]) => getComputedStyle(document.querySelector('union-catalog').shadowRoot.querySelector(selector))[property]", new[] { selector, property });

    private Task<byte[]> PictureAsync(string name) => _page.ScreenshotAsync(new() { Path = Picture(name), FullPage = true });

    private static string Picture(string name) => Path.Combine(TestContext.CurrentContext.WorkDirectory, "Screenshots", name + ".png");
}
