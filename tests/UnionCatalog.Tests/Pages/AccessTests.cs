using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>Every page keeps every rule of axe-core, with everything on it unfolded: WCAG 2.2 A and AA, and good practice.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AccessTests : DemoInBrowser
{
    // What these say depends on colours and sizes; what all others say, on the elements that are shown: those of a wide window or of a narrow one.
    private const string BySight = """
        async () => (await axe.run({ resultTypes: ["violations"], runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable"] } }))
            .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`))
        """;

    // What passes is most of an answer, and nobody asks for it.
    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

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

    /// <summary>What a page does wrong, each with the element that does it.</summary>
    internal static async Task<IReadOnlyList<string>> BreachesAsync(IPage page) =>
    [
        .. from rule in (await page.RunAxe(Violations)).Violations
           from node in rule.Nodes
           select $"{rule.Id}: {node.Html[..Math.Min(node.Html.Length, 160)]}: {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}",
    ];
}
