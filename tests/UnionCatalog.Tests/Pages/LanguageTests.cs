using System.Net;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>Which language a reader is answered in, and the switch between them.</summary>
public sealed class LanguageTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCase(null, null, "id")]
    [TestCase("id", null, "id")]
    [TestCase("id-ID,id;q=0.9,en-US;q=0.8", null, "id")]
    [TestCase("in", null, "id")]
    [TestCase("en", null, "en")]
    [TestCase("en-GB,en;q=0.5", null, "en")]
    [TestCase("en;q=0.4, id;q=0.6", null, "id")]
    [TestCase("fr, en;q=0.1", null, "en")]
    [TestCase("fr, de", null, "id")]
    [TestCase("en;q=0", null, "id")]
    [TestCase(";;;=,,q", null, "id")]
    [TestCase("en", "language=id", "id")]
    [TestCase("id", "language=en", "en")]
    [TestCase("en", "language=xx", "en")]
    public async Task A_reader_is_answered_as_chosen_else_as_asked_else_in_Indonesian(string? accepted, string? cookie, string expected)
    {
        (string, string)[] headers = [.. accepted is null ? [] : new[] { ("Accept-Language", accepted) }, .. cookie is null ? [] : new[] { ("Cookie", cookie) }];
        using var response = await _service.GetAsync("/", headers);

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($"<html lang=\"{expected}\">"));
    }

    [Test]
    public async Task The_switch_comes_back_to_the_same_page_in_the_other_language()
    {
        const string Here = "/search?q=%D9%82%D8%A7%D9%85%D9%88%D8%B3&library=perpusda-sukamaju&sort=newest";
        var page = await _service.ReadAsync(Here);
        using var response = await _service.GetAsync(page.QuerySelector("a[href^='/language/']").Href());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(Here));
        Assert.That(response.Headers.GetValues("Set-Cookie").Single(), Does.StartWith("language=en;").And.Contain("httponly").And.Contain("samesite=lax"));
    }

    [TestCase("//evil.example")]
    [TestCase("/%5Cevil.example")]
    [TestCase("%5C%5Cevil.example")]
    [TestCase("https://evil.example/")]
    [TestCase("javascript:alert(1)")]
    [TestCase("/%09/evil.example")]
    [TestCase("/%0d%0aSet-Cookie:x=1")]
    [TestCase("evil.example")]
    [TestCase("~/evil")]
    [TestCase("/%D9%85")]
    [TestCase("/%20/x")]
    [TestCase("/a&back=//evil.example")]
    [TestCase("")]
    public async Task The_switch_never_leads_to_another_site(string back)
    {
        using var response = await _service.GetAsync("/language/en?back=" + back);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(response.Headers.Location?.OriginalString, Does.Match(@"^/([^/\\].*)?$"));
        Assert.That(new Uri(_service.Address, response.Headers.Location).Authority, Is.EqualTo(_service.Address.Authority));
    }

    [Test]
    public async Task A_language_that_there_is_not_is_not_remembered()
    {
        using var response = await _service.GetAsync("/language/xx?back=/libraries");

        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo("/libraries"));
        Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
    }
}
