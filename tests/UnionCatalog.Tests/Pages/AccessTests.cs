using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>Every page keeps every rule of axe-core, with everything on it unfolded: WCAG 2.2 A and AA, and good practice.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AccessTests : DemoInBrowser
{
    // In the page, and not by its driver's wrapper: that puts the rules into the page before each look, and gathers what they said in a window of its own.
    private const string Tell = """
        .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`))
        """;

    // What passes is most of an answer, and nobody asks for it.
    private const string ByEveryRule = """async () => (await axe.run({ resultTypes: ["violations"] }))""" + Tell;

    // What these say depends on colours and sizes; what all others say, on the elements that are shown: those of a wide window or of a narrow one.
    private const string BySight = """
        async () => (await axe.run({ resultTypes: ["violations"], runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable"] } }))
        """ + Tell;

    private static readonly Lazy<string> Rules = new(ReadRules);

    // 320 px is where WCAG 1.4.10 has the page flow anew; a desk's window of 1,280 px at 200 % is one of 640.
    private static readonly (int Width, ColorScheme Scheme, bool WithEveryRule)[] Looks =
    [
        (1280, ColorScheme.Light, true), (1280, ColorScheme.Dark, false), (640, ColorScheme.Dark, false), (640, ColorScheme.Light, false),
        (320, ColorScheme.Light, false), (320, ColorScheme.Dark, true),
    ];

    private (string Name, string Address)[] _pages = null!;

    [OneTimeSetUp]
    public async Task FindPages() => _pages = await PublicPages.OfAsync(Service);

    [Test]
    public async Task No_page_breaks_a_rule_wide_or_narrow_light_or_dark([Values("id", "en")] string language)
    {
        var page = await Browser.OpenAsync(Service.Address, 1280, 640, language, [], scripts: true);
        var breaches = new List<string>();
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync<int>(BrowserTests.Unfold);
            foreach (var (width, scheme, withEveryRule) in Looks)
            {
                await page.SetViewportSizeAsync(width, 640);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var found = withEveryRule ? await BreachesAsync(page) : await page.EvaluateAsync<string[]>(BySight);
                breaches.AddRange(found.Select(breach => $"{name} at {width} px, {scheme}: {breach}"));
                if (await page.EvaluateAsync<int>(BrowserTests.Overflow) is > 0 and var over)
                {
                    breaches.Add($"{name} at {width} px scrolls sideways by {over} px");
                }
            }
        }

        await page.Context.DisposeAsync();
        Assert.That(breaches, Is.Empty);
    }

    [Test]
    public async Task What_breaks_a_rule_is_told_with_what_breaks_it()
    {
        var page = await Browser.OpenAsync(Service.Address, 1280, 640, "id", [], scripts: true);
        await page.SetContentAsync("""<!DOCTYPE html><html lang="id"><title>x</title><main><h1>x</h1><img src="data:,"><p style="color: #777; background: #888">Judul buku</p></main></html>""");

        var breaches = await BreachesAsync(page);
        var bySight = await page.EvaluateAsync<string[]>(BySight);
        await page.Context.DisposeAsync();
        Assert.That(breaches, Has.One.StartsWith("image-alt: <img src="));
        Assert.That(breaches, Has.One.StartsWith("color-contrast: <p style="));
        Assert.That(bySight, Has.One.StartsWith("color-contrast: <p style="));
    }

    /// <summary>What a page does wrong, each with the element that does it.</summary>
    internal static async Task<string[]> BreachesAsync(IPage page)
    {
        Assert.That(page.Frames, Has.Count.EqualTo(1), "what stands in frames would not be looked at");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Rules.Value);
        }

        return await page.EvaluateAsync<string[]>(ByEveryRule);
    }

    private static string ReadRules()
    {
        using var reader = new StreamReader(typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return reader.ReadToEnd();
    }
}
