using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace UnionCatalog.Tests.Pages;

/// <summary>Every page keeps every rule of axe-core, with everything on it unfolded: WCAG 2.2 A and AA, and good practice.</summary>
public sealed class AccessTests : DemoInBrowser
{
    private (string Name, string Address)[] _pages = null!;

    [OneTimeSetUp]
    public async Task FindPages() => _pages = await PublicPages.OfAsync(Service);

    /// <summary>320 px is where WCAG 1.4.10 has the page flow anew; a desk's window of 1,280 px at 200 % is one of 640.</summary>
    [TestCase(1280, "id", ColorScheme.Light)]
    [TestCase(320, "en", ColorScheme.Dark)]
    public Task No_page_breaks_a_rule(int width, string language, ColorScheme scheme) => LookAsync(width, language, scheme);

    /// <summary>Every language in every light at every width: minutes, for whoever changes a page.</summary>
    [Explicit("takes minutes"), Category("Long")]
    [TestCase(1280, "id", ColorScheme.Dark)]
    [TestCase(1280, "en", ColorScheme.Light)]
    [TestCase(1280, "en", ColorScheme.Dark)]
    [TestCase(640, "id", ColorScheme.Light)]
    [TestCase(640, "en", ColorScheme.Dark)]
    [TestCase(320, "id", ColorScheme.Light)]
    [TestCase(320, "id", ColorScheme.Dark)]
    [TestCase(320, "en", ColorScheme.Light)]
    public Task No_page_breaks_a_rule_however_it_is_looked_at(int width, string language, ColorScheme scheme) => LookAsync(width, language, scheme);

    private async Task LookAsync(int width, string language, ColorScheme scheme)
    {
        var page = await Browser.OpenAsync(Service.Address, width, 640, language, [], scheme, scripts: true);
        var breaches = new List<string>();
        foreach (var (name, address) in _pages)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync<int>(BrowserTests.Unfold);
            if (await page.EvaluateAsync<int>(BrowserTests.Overflow) is > 0 and var over)
            {
                breaches.Add($"{name} scrolls sideways by {over} px");
            }

            breaches.AddRange((await BreachesAsync(page)).Select(breach => $"{name}: {breach}"));
        }

        await page.Context.DisposeAsync();
        Assert.That(breaches, Is.Empty);
    }

    /// <summary>What a page does wrong, each with the element that does it.</summary>
    internal static async Task<IReadOnlyList<string>> BreachesAsync(IPage page) =>
    [
        .. from rule in (await page.RunAxe()).Violations
           from node in rule.Nodes
           select $"{rule.Id}: {node.Html[..Math.Min(node.Html.Length, 160)]}: {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}",
    ];
}
