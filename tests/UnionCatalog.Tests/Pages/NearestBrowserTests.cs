using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>"Near me" in a real browser: the position is asked for on a click alone, and stays in the browser.</summary>
public sealed partial class NearestBrowserTests : DemoInBrowser
{
    /// <summary>Counts whenever a page asks for the position or whether it may.</summary>
    private const string Count = """
        window.asked = 0;
        for (const name of ['getCurrentPosition', 'watchPosition']) {
          const ask = Geolocation.prototype[name];
          Geolocation.prototype[name] = function (...given) { window.asked++; return ask.apply(this, given); };
        }
        const query = Permissions.prototype.query;
        Permissions.prototype.query = function (...given) { window.asked++; return query.apply(this, given); };
        """;

    private readonly List<string> _complaints = [];
    private readonly List<string> _sent = [];
    private IPage _page = null!;

    [SetUp]
    public async Task OpenSearch()
    {
        _complaints.Clear();
        _sent.Clear();
        _page = await Browser.OpenAsync(Service.Address, 360, 800, "id", _complaints, scripts: true);
        _page.Request += (_, request) => _sent.Add($"{request.Url} {request.PostData} {string.Join(' ', request.Headers.Values)}");
        await _page.AddInitScriptAsync(Count);
        await _page.GotoAsync("/search?q=komik");
        await _page.Locator(".near-fold summary").ClickAsync();
    }

    [TearDown]
    public async Task CloseSearch()
    {
        if (_page is not null)
        {
            await _page.Context.DisposeAsync();
        }
    }

    [Test]
    public async Task The_position_chooses_the_nearest_place_and_goes_nowhere()
    {
        var place = (await _page.Locator("option[data-at]").EvaluateAllAsync<string[]>("options => options.map(option => `${option.value}|${option.dataset.at}`)"))[^1].Split('|');
        var at = place[1].Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        await _page.Context.GrantPermissionsAsync(["geolocation"]);
        await _page.Context.SetGeolocationAsync(new() { Latitude = (float)(at[0] + 0.00173), Longitude = (float)(at[1] + 0.00219) });

        Assert.That(await _page.EvaluateAsync<int>("() => window.asked"), Is.Zero, "nobody is asked before they click");
        await _page.Locator(".near-me button").ClickAsync();
        await _page.WaitForURLAsync("**sort=nearest**");

        var address = JsonDocument.Parse(await _page.EvaluateAsync<string>("() => JSON.stringify(Object.fromEntries(new URLSearchParams(location.search)))")).RootElement;
        Assert.That(address.GetProperty("sort").GetString(), Is.EqualTo("nearest"));
        Assert.That(address.GetProperty("near").GetString(), Is.EqualTo(place[0]), "the place that is nearest to the position");
        Assert.That(_sent, Has.Count.GreaterThan(2).And.None.Match($"{Digits(at[0] + 0.00173)}|{Digits(at[1] + 0.00219)}"), "no request holds the position");
        Assert.That(await _page.EvaluateAsync<int>("() => window.asked + localStorage.length + sessionStorage.length"), Is.Zero, "nothing is kept, and the next page does not ask");
        Assert.That(await _page.Context.CookiesAsync(), Is.Empty);
        Assert.That(_complaints, Is.Empty);
    }

    [Test]
    public async Task What_is_found_comes_in_the_order_of_the_distance()
    {
        var near = await _page.Locator("option[data-at]").Last.EvaluateAsync<string>("option => option.value");
        await _page.Locator("#near").SelectOptionAsync(near);
        await _page.Locator(".near button[type=submit]").ClickAsync();
        await _page.WaitForURLAsync("**sort=nearest**");

        var shown = await _page.Locator(".card h2 a").EvaluateAllAsync<string[]>("links => links.map(link => new URL(link.href).pathname.split('/')[2])");
        Assert.That(shown, Is.EqualTo((await Service.GetJsonAsync($"/api/search?q=komik&sort=nearest&near={near.Escaped()}")).Ids()));
        var distances = (await _page.Locator(".card").EvaluateAllAsync<string[]>("cards => cards.map(card => card.innerText)")).Select(Distance).OfType<double>().ToList();
        Assert.That(distances, Has.Count.GreaterThan(3).And.Ordered);
    }

    [Test]
    public async Task Where_the_browser_may_not_tell_the_reader_is_told_what_to_do()
    {
        await _page.Context.ClearPermissionsAsync();
        await _page.Locator(".near-me button").ClickAsync();

        var status = _page.Locator(".near-me [role=status]");
        await Assertions.Expect(status).ToHaveTextAsync(new Regex("^Peramban tidak diizinkan membaca lokasi.*pilih tempat"));
        Assert.That(new Uri(_page.Url).PathAndQuery, Is.EqualTo("/search?q=komik"), "the page stays");
        await _page.Locator("#near").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await _page.Locator(".near button[type=submit]").ClickAsync();
        await _page.WaitForURLAsync("**sort=nearest**");
        Assert.That(_complaints, Is.Empty);
    }

    /// <summary>The number's beginning: enough to name a village.</summary>
    private static string Digits(double number) => Regex.Escape(Math.Abs(number).ToString("F5", CultureInfo.InvariantCulture)[..^1]);

    /// <summary>The first distance that a card tells, in kilometres.</summary>
    private static double? Distance(string card) => Kilometres().Match(card) is { Success: true } told
        ? told.Groups["far"].Success ? double.Parse(told.Groups["far"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0.5
        : null;

    [GeneratedRegex("± (?<far>[0-9.]+) km|kurang dari 1 km")]
    private static partial Regex Kilometres();
}
