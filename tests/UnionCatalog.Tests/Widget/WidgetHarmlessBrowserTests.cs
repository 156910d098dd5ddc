using Microsoft.Playwright;
using UnionCatalog.Server.Widget;
using UnionCatalog.Tests.Hostile;

namespace UnionCatalog.Tests.Widget;

/// <summary>The widget harms no page: not when the service is down or slow, not where there is nothing to show, not by what it shows.</summary>
public sealed class WidgetHarmlessBrowserTests : WidgetInBrowser
{
    [TestCase("abort")]
    [TestCase("fault")]
    [TestCase("nonsense")]
    [TestCase("script")]
    public async Task It_does_no_harm_when_theService_is_down(string how)
    {
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, "")));
        var height = await HeightAsync();
        await Window.RouteAsync(how == "script" ? $"{Site}/**" : $"{Site}/api/**", route => how switch
        {
            "fault" => route.FulfillAsync(new() { Status = 503, Body = "<h1>Down</h1>", Headers = OpenToAll }),
            "nonsense" => route.FulfillAsync(new() { Status = 200, Body = "<h1>Welcome to the hotel</h1>", Headers = OpenToAll }),
            _ => route.AbortAsync("connectionrefused"),
        });

        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script)));
        await Window.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await Window.Locator(Shown).CountAsync(), Is.Zero);
        Assert.That(await HeightAsync(), Is.EqualTo(height), "nothing moves");
        Assert.That(Complaints(), Has.All.Contains("Failed to load resource").Or.Contains("ERR_"), "but for what the browser itself says of what it did not get");
    }

    [Test]
    public async Task It_waits_for_aService_that_does_not_answer_no_longer_than_some_seconds_and_holds_up_nothing()
    {
        var given = new TaskCompletionSource<string>();
        await Window.RouteAsync($"{Site}/api/**", _ => Task.CompletedTask);
        Window.RequestFailed += (_, request) => given.TrySetResult(request.Failure ?? "");

        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script)), new() { WaitUntil = WaitUntilState.Load, Timeout = 4_000 });

        Assert.That(await given.Task.WaitAsync(TimeSpan.FromSeconds(20)), Does.Contain("ABORTED"));
        Assert.That(await HeightOfWidgetAsync(), Is.Zero);
    }

    [Test]
    public async Task Where_nobody_else_has_the_book_nothing_is_seen()
    {
        var page = OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script).Replace("978-602-291-662-8", "978-0-306-40615-7", StringComparison.Ordinal)
            .Replace("Laskar Pelangi", "Buku yang Tidak Ada", StringComparison.Ordinal);
        await Window.RunAndWaitForResponseAsync(() => Window.GotoAsync(Opac.Put(page)), response => response.Url.Contains("/api/holdings", StringComparison.Ordinal));
        await Window.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await HeightOfWidgetAsync(), Is.Zero);
        Assert.That(await Window.Locator("union-catalog").AllInnerTextsAsync(), Is.EqualTo(new[] { "" }));
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task On_aWindow_that_is_of_no_book_nothing_is_asked()
    {
        await Window.GotoAsync(Opac.Put($"<!DOCTYPE html><title>Beranda</title><h1>Selamat datang</h1>{Lines(OpacSystem.Other, null).Script}<blockquote class=blockquote><h4>Buku baru</h4></blockquote>"));
        await Window.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(AllComplaints.Where(complaint => complaint.Contains("/api/", StringComparison.Ordinal)), Is.Empty);
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
            await Window.UnrouteAllAsync();
            await Window.RouteAsync($"{Site}/api/**", route => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = json, Headers = OpenToAll }));
            var page = OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script).Replace(">Laskar Pelangi<", $">{System.Net.WebUtility.HtmlEncode(attack)}<", StringComparison.Ordinal);
            await Window.GotoAsync(Opac.Put(page));

            await Assertions.Expect(Window.Locator(Shown)).ToBeVisibleAsync();
            var links = await Window.EvaluateAsync<string[]>("() => [...document.querySelector('union-catalog').shadowRoot.querySelectorAll('a')].map(link => link.href)");
            var elements = await Window.EvaluateAsync<string[]>("() => [...document.querySelector('union-catalog').shadowRoot.querySelectorAll('*')].map(element => element.localName)");
            Assert.That(links, Is.EqualTo(new[] { $"{Site}/records/abc123" }), attack);
            Assert.That(elements.Distinct(), Is.SubsetOf(new[] { "section", "div", "h2", "ul", "li", "span", "bdi", "a" }), attack);
            Assert.That(await Window.EvaluateAsync<int>("() => document.querySelector('union-catalog').scrollWidth - document.documentElement.clientWidth"), Is.Not.Positive, "a long word does not widen it");
        }

        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task What_members_planted_is_shown_as_letters()
    {
        var hostile = await HostileCatalog.Service;
        var site = hostile.Address.GetLeftPart(UriPartial.Authority);
        await Window.GotoAsync(Opac.Put($"<!DOCTYPE html><html lang=id><title>OPAC</title><script async src=\"{site}/widget/v1.js\"></script><union-catalog isbn=\"{Isbn}\"></union-catalog>"));

        await Assertions.Expect(Window.Locator(Shown)).ToBeVisibleAsync();
        var shadow = "document.querySelector('union-catalog').shadowRoot";
        Assert.That(await Window.EvaluateAsync<string[]>($"() => [...{shadow}.querySelectorAll('.name, .call-number')].map(element => element.textContent)"), Has.Some.Contain("<svg/onload=xevil(1)>").Or.Some.Contain("<img src=x onerror=xevil(1) xevil>"));
        Assert.That(await Window.EvaluateAsync<string[]>($"() => [...new Set([...{shadow}.querySelectorAll('*')].map(element => element.localName))]"), Is.SubsetOf(Drawn));
        Assert.That(await Window.EvaluateAsync<string[]>($"() => [...{shadow}.querySelectorAll('a')].map(link => link.href)"), Has.All.StartsWith($"{site}/records/"));
        Assert.That(AllComplaints.Where(complaint => !complaint.Contains($" asks for {site}/", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>The elements that the widget is made of.</summary>
    private static readonly string[] Drawn = ["section", "div", "h2", "ul", "li", "span", "bdi", "a", "slot", "style"];

    private static readonly Dictionary<string, string> OpenToAll = new() { ["Access-Control-Allow-Origin"] = "*" };

    private Task<int> HeightAsync() => Window.EvaluateAsync<int>("() => document.body.scrollHeight");
}
