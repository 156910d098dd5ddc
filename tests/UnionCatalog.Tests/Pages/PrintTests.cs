using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>What readers print is the book, who has it and how it is cited, and nothing that can only be pressed; also in the dark.</summary>
public sealed partial class PrintTests : DemoInBrowser
{
    private const string Pressed = "button, input, select, form, summary, nav, .search, .other-ways, .jumps, .forms, .opac";

    /// <summary>Words that are seen and would be in the way on paper: those of links that look like links.</summary>
    private const string LooksLikeLink = """
        all => all.filter(link => link.checkVisibility())
            .filter(link => getComputedStyle(link).textDecorationLine !== 'none' || getComputedStyle(link).color !== 'rgb(0, 0, 0)').map(link => link.outerHTML)
        """;

    private string _id = null!;

    [OneTimeSetUp]
    public async Task FindBook() => _id = (await Service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single();

    [TestCase("/records/{0}", 2, ".title-card h1", ".holdings h3", ".holdings .spine", ".holdings .status", ".holdings .visit dd", ".citations dd")]
    [TestCase("/bibliography?id={0}", 1, ".bibliography h1", ".reference", ".held-where")]
    [TestCase("/basket?id={0}", 1, "#basket", ".kept h2", ".kept .facts")]
    public async Task A_page_on_paper_has_what_is_read_and_nothing_to_press(string path, int leaves, params string[] read)
    {
        var page = await Browser.OpenAsync(Service.Address, 800, 1100, "id", [], ColorScheme.Dark, scripts: true);
        await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, _id));
        var away = await page.Locator(".opac a").EvaluateAllAsync<string[]>("all => all.map(link => link.href)");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        using var all = Assert.EnterMultipleScope();
        foreach (var part in read)
        {
            Assert.That(await page.Locator(part).EvaluateAllAsync<bool>("all => all.length > 0 && all.every(one => one.checkVisibility({ contentVisibilityAuto: true }))"), part);
        }

        Assert.That(await page.Locator(Pressed).EvaluateAllAsync<string[]>("all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML)"), Is.Empty);
        Assert.That(await page.Locator("a").EvaluateAllAsync<string[]>(LooksLikeLink), Is.Empty);
        await Picture.TakeAsync(page, Name(path));

        var leaf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", Path = Picture.PathOf($"{Name(path)}.pdf") }));
        await page.Context.DisposeAsync();
        Assert.That(Leaf().Count(leaf), Is.InRange(1, leaves), "leaves of paper");
        Assert.That(away.Where(address => leaf.Contains(address, StringComparison.Ordinal)), Is.Empty, "what leads to other catalogues leads nowhere on paper");
    }

    private static string Name(string path) => $"print-{path.Split('/', '?')[1]}";

    /// <summary>An object of a PDF that is a page (ISO 32000-2, section 7.7.3.3).</summary>
    [GeneratedRegex(@"/Type /Page\b")]
    private static partial Regex Leaf();
}
