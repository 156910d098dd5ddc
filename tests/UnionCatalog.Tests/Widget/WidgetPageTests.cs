using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Widget;

/// <summary>The page where a librarian copies the lines.</summary>
public sealed class WidgetPageTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    private string Site => _service.Address.GetLeftPart(UriPartial.Authority);

    [Test]
    public async Task It_gives_the_lines_for_a_system_and_a_library()
    {
        var lines = (await _service.ReadAsync("/widget?system=slims&library=smkn-1-sukamaju")).Texts("pre");

        Assert.That(lines[0], Is.EqualTo($"""<script async src="{Site}/widget/v1.js" data-union-catalog data-library="smkn-1-sukamaju"></script>"""));
        Assert.That(lines[1], Is.EqualTo($"\"script-src 'self' 'unsafe-inline' 'unsafe-eval' *.google.com *.gstatic.com {Site}\", \"connect-src 'self' slims.web.id {Site}\","));
        Assert.That(lines[2], Does.StartWith($"<p><a href=\"{Site}/find?isbn=<?= rawurlencode(").And.Contains("$isbn_issn"));
        Assert.That(lines[3], Does.Contain("<union-catalog isbn=\"<?= htmlspecialchars(").And.Contains("library=\"smkn-1-sukamaju\""));
    }

    [Test]
    public async Task For_koha_the_lines_are_what_its_preferences_take()
    {
        var lines = (await _service.ReadAsync("/widget?system=koha")).Texts("pre");

        Assert.That(lines[0], Does.Contain("opac-detail").And.Contains($"{Site}/widget/v1.js").And.Not.Contains("<script"));
        Assert.That(lines[2], Does.StartWith($"<li><a href=\"{Site}/find?isbn={{ISBN}}&amp;title={{TITLE}}&amp;author={{AUTHOR}}\">"));
    }

    [Test]
    public async Task Each_system_has_its_own_words_in_both_languages([Values("slims", "koha", "inlislite", "other")] string system, [Values("id", "en")] string language)
    {
        var page = await _service.ReadAsync($"/widget?system={system}", language);

        Assert.That(page.QuerySelector("#system option[selected]")!.GetAttribute("value"), Is.EqualTo(system));
        Assert.That(page.Texts("section h2"), Has.Length.GreaterThanOrEqualTo(5).And.All.Not.Empty);
        Assert.That(page.QuerySelector("form")!.GetAttribute("method"), Is.EqualTo("get").IgnoreCase);
    }

    [Test]
    public async Task Its_example_is_a_book_of_this_catalogue_and_without_scripts_a_link_to_it()
    {
        var page = await _service.ReadAsync("/widget?library=sman-1-sukamaju");
        var element = page.QuerySelector("union-catalog")!;
        using var leads = await _service.GetAsync(element.QuerySelector("a").Href());

        Assert.That(element.GetAttribute("library"), Is.EqualTo("sman-1-sukamaju"));
        Assert.That(leads.Headers.Location!.OriginalString, Does.StartWith("/records/"));
    }

    [TestCase("system=nonsense&library=nonsense&isbn=nonsense")]
    [TestCase("system=1&library=../x&isbn=%3Cscript%3E")]
    [TestCase("system=slims&system=koha&library=%00")]
    public async Task What_it_does_not_know_it_leaves_out(string query)
    {
        var page = await _service.ReadAsync($"/widget?{query}");

        Assert.That(page.Texts("pre")[0], Is.EqualTo($"""<script async src="{Site}/widget/v1.js" data-union-catalog></script>"""));
    }
}
