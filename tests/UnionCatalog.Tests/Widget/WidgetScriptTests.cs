using System.Net;
using System.Text.RegularExpressions;
using UnionCatalog.Server.Widget;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Widget;

/// <summary>The file that other libraries' pages load.</summary>
public sealed class WidgetScriptTests
{
    private const int SixKilobytes = 6 * 1024;

    private static readonly string Source = File.ReadAllText(Path.Combine(Places.Root, "src", "UnionCatalog.Server", "Widget", "v1.js"));

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Start() => _service = await DemoCatalog.Service;

    [TestCase("br")]
    [TestCase("gzip")]
    public async Task It_is_small(string encoding)
    {
        using var response = await _service.GetAsync(WidgetScript.Newest, ("Accept-Encoding", encoding));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        TestContext.Out.WriteLine($"{encoding}: {bytes.Length} bytes of {Source.Length}");

        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { encoding }));
        Assert.That(bytes, Has.Length.LessThan(SixKilobytes));
    }

    [Test]
    public async Task It_is_kept_for_a_year_under_the_address_of_its_version()
    {
        using var response = await _service.GetAsync("/widget/v1.js");
        using var again = await _service.GetAsync("/widget/v1.js", ("If-None-Match", response.Headers.ETag!.ToString()));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/javascript; charset=utf-8"));
        Assert.That(response.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public void Every_version_that_was_given_out_is_still_there()
    {
        Assert.That(WidgetScript.Addresses, Does.Contain("/widget/v1.js"));
        Assert.That(WidgetScript.Addresses, Does.Contain(WidgetScript.Newest));
    }

    [Test]
    public void It_neither_writes_markup_nor_runs_texts_nor_speaks_to_the_console() => Assert.That(
        Regex.Matches(Source, "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval|Function\\(|console|alert|localStorage|cookie|import").Select(match => match.Value), Is.Empty);

    [Test]
    public void It_names_no_other_site() => Assert.That(Regex.Matches(Source, "https?:\\\\?/\\\\?/[a-z0-9.]+").Select(match => match.Value), Is.Empty);
}
