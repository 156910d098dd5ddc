using Microsoft.Playwright;
using UnionCatalog.Server.Widget;

namespace UnionCatalog.Tests.Widget;

/// <summary>What the widget does under the Content-Security-Policy of other catalogues' pages.</summary>
public sealed class WidgetPolicyBrowserTests : WidgetInBrowser
{
    [Test]
    public async Task It_does_no_harm_under_the_policy_of_SLiMS_as_it_stands()
    {
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, "")));
        var height = await HeightAsync();

        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script), string.Join(';', OpacSite.SlimsPolicy)));
        await Window.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await Window.Locator("union-catalog").CountAsync(), Is.Zero);
        Assert.That(await HeightAsync(), Is.EqualTo(height));
        Assert.That(Complaints(), Has.All.Contains("v1.js"), "the browser says what it did not load, and nobody else says anything");
    }

    [Test]
    public async Task It_does_no_harm_where_the_policy_lets_it_run_and_not_ask()
    {
        var policy = string.Join(';', OpacSite.SlimsPolicy).Replace("script-src 'self'", $"script-src 'self' {Site}", StringComparison.Ordinal);
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script), policy));
        await Window.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(await Window.Locator("union-catalog").CountAsync(), Is.EqualTo(1));
        Assert.That(await HeightOfWidgetAsync(), Is.Zero);
        Assert.That(Complaints(), Has.All.Contains("Security Policy").Or.Contains("csp"));
    }

    [Test]
    public async Task It_works_under_the_policy_of_SLiMS_with_the_lines_that_we_give()
    {
        var lines = Lines(OpacSystem.Slims, "smkn-1-sukamaju");
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, lines.Script), OpacSite.PolicyWith(lines.Policy)));

        await Assertions.Expect(Window.Locator(Shown)).ToBeVisibleAsync();
        Assert.That(Complaints(), Is.Empty);
    }

    [Test]
    public async Task It_is_dressed_under_a_policy_that_forbids_inline_style_and_markup_from_texts()
    {
        var policy = $"default-src 'none'; script-src {Site}; connect-src {Site}; require-trusted-types-for 'script'; trusted-types 'none'";
        await Window.GotoAsync(Opac.Put(OpacSite.Page(OpacSystem.Slims, Lines(OpacSystem.Slims, null).Script), policy));

        await Assertions.Expect(Window.Locator(Shown)).ToBeVisibleAsync();
        Assert.That(await StyleAsync(".box", "borderTopStyle"), Is.EqualTo("solid"));
        Assert.That(Complaints().Where(complaint => !complaint.Contains("favicon", StringComparison.Ordinal)), Is.Empty);
    }

    private Task<int> HeightAsync() => Window.EvaluateAsync<int>("() => document.body.scrollHeight");
}
