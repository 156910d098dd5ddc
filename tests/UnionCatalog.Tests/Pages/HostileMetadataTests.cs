using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>Every metadata text is hostile: it is shown as the letters it is, and nothing of it becomes part of a page.</summary>
public sealed class HostileMetadataTests
{
    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "link", "body", "a", "header", "div", "span", "nav", "form", "label", "input", "button", "main", "footer", "section", "aside", "article",
        "h1", "h2", "h3", "p", "ul", "ol", "li", "details", "summary", "dl", "dt", "dd", "bdi", "select", "option", "table", "thead", "tbody", "tr", "th", "td",
        "script", "svg", "rect", "text", "code", "optgroup", "img", "cite", "caption", "small",
    ];

    private static readonly string[] Attributes =
    [
        "lang", "charset", "name", "content", "rel", "href", "class", "id", "aria-hidden", "aria-label", "aria-labelledby", "aria-current", "for", "type", "value", "placeholder",
        "maxlength", "autocomplete", "enterkeyhint", "action", "method", "role", "dir", "selected", "start", "scope", "colspan", "data-label",
        "src", "defer", "hreflang", "checked", "open", "inputmode", "pattern", "size", "autocapitalize", "spellcheck", "aria-pressed", "viewBox", "x", "y", "width", "height",
        "preserveAspectRatio", "focusable", "title", "hidden", "label", "data-at", "data-failed",
        "alt", "download", "data-edition", "data-library", "data-basket", "data-keep", "data-kept", "data-full", "data-chosen", "data-unknown", "data-moved", "data-copy", "data-copy-word", "data-copied-word",
        "hidden", "label", "data-at", "data-failed", "data-suggest", "data-count", "data-title", "data-author", "data-subject",
    ];

    private const string Data = "application/ld+json";

    private RunningService _service = null!;
    private List<JsonElement> _editions = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await HostileCatalog.Service;
        _editions = await _service.WalkAsync("");
    }

    [Test]
    public void The_records_are_there()
    {
        Assert.That(_editions, Has.Count.GreaterThanOrEqualTo(HostileCatalog.Attacks.Count * 2));
        Assert.That(_editions.Select(edition => edition.GetRawText()).Count(text => text.Contains("javascript:xevil", StringComparison.Ordinal)), Is.Positive);
    }

    [Test]
    public async Task No_element_or_attribute_of_any_page_comes_from_data()
    {
        foreach (var address in Addresses())
        {
            var page = await _service.ReadAsync(address);
            Assert.That(page.All.Select(element => element.LocalName).Distinct(), Is.SubsetOf(Elements), address);
            Assert.That(page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Distinct(), Is.SubsetOf(Attributes), address);
            Assert.That(page.QuerySelectorAll("h1"), Has.Exactly(1).Items, address);
            Assert.That(page.Scripts.Where(script => script.Type != Data).Select(script => script.OuterHtml), Has.Exactly(1).Items.And.All.Match("^<script src=\"/script.js\\?v=[0-9a-f]{8}\" defer=\"\"></script>$"), address);
            Assert.That(page.Scripts.Where(script => script.Type == Data).Select(script => JsonDocument.Parse(script.Text).RootElement.GetProperty("@id").GetString()), Is.EqualTo(IsRecord(address) ? [new Uri(_service.Address, address).ToString()] : Array.Empty<string>()), address);
            Assert.That(page.All.Select(element => $"{element.Id} {element.ClassName}").Where(names => names.Contains(HostileCatalog.Mark, StringComparison.Ordinal)), Is.Empty, address);
            Assert.That(page.Descendants<IComment>(), Is.Empty, address);
        }
    }

    [Test]
    public async Task Every_link_of_every_page_leads_into_this_site_or_over_the_web()
    {
        foreach (var address in Addresses())
        {
            foreach (var link in (await _service.ReadAsync(address)).QuerySelectorAll("[href], [src], [action]"))
            {
                var target = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")!;
                var here = target is ['/', not '/' and not '\\', ..] or "/" or ['#', ..];
                var isMail = target.StartsWith("mailto:?subject=", StringComparison.Ordinal);
                Assert.That(here || isMail || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"), $"{address}: {target}");
                var rel = link.GetAttribute("rel")!;
                Assert.That(here || rel.Contains("noopener", StringComparison.Ordinal) || (rel == "canonical" && target == _service.Address.GetLeftPart(UriPartial.Authority) + address.Split('?')[0]), $"{address}: {target}");
            }
        }
    }

    [Test]
    public async Task A_text_that_turns_the_direction_turns_nothing_but_itself()
    {
        var turned = 0;
        foreach (var address in Addresses())
        {
            var page = await _service.ReadAsync(address);
            Assert.That(page.Title, Does.Not.Match("[\u202A-\u202E\u2066-\u2069]"), address);
            foreach (var text in page.Body!.Descendants<IText>().Where(text => text.Data.Contains('\u202E', StringComparison.Ordinal)))
            {
                turned++;
                Assert.That(text.ParentElement!.Closest("bdi, [dir]"), Is.Not.Null, $"{address}: {text.ParentElement.OuterHtml}");
                Assert.That(text.ParentElement.Closest("bdi")?.TextContent ?? text.Data, Is.EqualTo(text.Data), $"{address}: one value, one isolation");
            }
        }

        Assert.That(turned, Is.Positive);
    }

    [Test]
    public async Task What_was_in_the_record_is_still_read()
    {
        var page = await _service.ReadAsync("/search?q=%22Buku+0%22");

        Assert.That(page.Texts(".card h2").Single(), Does.Contain("Buku 0 <script>xevil(1)</script>"));
    }

    [Test]
    public async Task The_api_gives_only_web_links_and_no_bare_markup()
    {
        foreach (var address in (string[])["/api/libraries", "/api/search?size=100", .. _editions.SelectMany(edition => new[] { $"/api/records/{edition.Id()}", $"/api/records/{edition.Id()}/matching" })])
        {
            using var response = await _service.GetAsync(address);
            var body = await response.Content.ReadAsStringAsync();

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
            Assert.That(body.AsSpan().IndexOfAny("<>\0\u2028"), Is.Negative, address);
            Assert.That(Links(JsonDocument.Parse(body).RootElement).Where(link => !link.StartsWith("http://", StringComparison.Ordinal) && !link.StartsWith("https://", StringComparison.Ordinal)), Is.Empty, address);
        }
    }

    [Test]
    public async Task What_a_reader_types_is_shown_as_letters()
    {
        foreach (var attack in HostileCatalog.Attacks.Where(attack => !attack.Any(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)) && attack.Length < 1_000))
        {
            var page = await _service.ReadAsync($"/search?q={attack.Escaped()}&title={attack.Escaped()}&place={attack.Escaped()}&utm={attack.Escaped()}");
            Assert.That(page.All.Select(element => element.LocalName).Distinct(), Is.SubsetOf(Elements), attack);
            Assert.That(page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Distinct(), Is.SubsetOf(Attributes), attack);
            Assert.That(page.Scripts, Has.Exactly(1).Items, attack);
            Assert.That(page.QuerySelector("#q")!.GetAttribute("value"), Is.EqualTo(attack.Trim()));
        }
    }

    private static bool IsRecord(string address) => address.StartsWith("/records/", StringComparison.Ordinal) && address.Count(letter => letter == '/') == 2;

    private IEnumerable<string> Addresses() =>
    [
        $"/basket?{string.Join('&', _editions.Select(edition => $"id={edition.Id()}"))}",
        .. new[] { "subject", "author", "none" }.Select(group => $"/bibliography?group={group}&title={HostileCatalog.Attacks[0].Escaped()}&{string.Join('&', _editions.Select(edition => $"id={edition.Id()}"))}"),
        "/", "/libraries", "/search?size=100", "/search?size=100&page=2", "/search?q=xevil", .. _service.Members.All.Select(member => $"/search?place={member.Place.Escaped()}"),
        "/browse", .. Enum.GetNames<UnionCatalog.Search.Browsing.BrowseList>().Select(list => $"/browse/{list}?size=100"),
        .. _editions.SelectMany(edition => new[] { $"/records/{edition.Id()}", $"/records/{edition.Id()}/matching" }),
        .. _service.Members.All.SelectMany(member => new[] { $"/libraries/{member.Id}", $"/libraries/{member.Id}/duplicates", $"/new?library={member.Id}" }),
    ];

    private static IEnumerable<string> Links(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Links),
        // A library's postal address leads nowhere.
        JsonValueKind.Object => json.EnumerateObject().Where(property => property.Name != "visit").SelectMany(property =>
            property is { Name: "link" or "address" or "cover" or "website", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Links(property.Value)),
        _ => [],
    };
}
