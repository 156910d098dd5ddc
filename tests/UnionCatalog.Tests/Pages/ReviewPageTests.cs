using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using UnionCatalog.Server.Pages;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The page where the coordinator decides what matching is not sure of.</summary>
internal sealed class ReviewPageTests
{
    private MatchedCatalog _catalog = null!;

    [SetUp]
    public async Task StartAsync() => _catalog = await MatchedCatalog.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _catalog.DisposeAsync();

    [Test]
    public async Task A_pair_is_shown_with_its_titles_and_what_speaks_for_and_against()
    {
        var page = await ReadAsync(ReviewEndpoints.Path);

        var pair = page.QuerySelectorAll(".link").Single();
        Assert.That(pair.Texts("h3"), Is.EquivalentTo(new[] { "SMA Negeri 1 Sukamaju", "SMP Negeri 2 Sukamaju" }));
        Assert.That(pair.Texts(".named"), Has.All.Contain("Bumi Manusia"));
        Assert.That(pair.Texts(".reasons .for"), Has.Some.EqualTo("Mendukung: Judul: sama"));
        Assert.That(pair.Texts(".touches"), Is.EqualTo(new[] { "Menyangkut 2 eksemplar" }));
        Assert.That(pair.QuerySelectorAll(".evidence tbody tr"), Is.Not.Empty);
        Assert.That(page.QuerySelectorAll("input, select").Where(field => field.GetAttribute("type") != "hidden" && page.QuerySelector($"label[for='{field.Id}']") is null), Is.Empty);
    }

    [TestCase("together", true)]
    [TestCase("apart", false)]
    public async Task A_decision_is_kept_with_its_reason_and_the_pair_waits_no_more(string decision, bool together)
    {
        using var sent = await SendAsync(ReviewEndpoints.Path, ("decision", decision), ("why", "sampulnya sama"), ("by", "Bu Sari"), ("page", "1"));
        Assert.That((sent.StatusCode, sent.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.SeeOther, $"{ReviewEndpoints.Path}?page=1&done=saved")));
        await _catalog.CatchUpAsync();

        var page = await ReadAsync(sent.Headers.Location!.OriginalString);
        Assert.That(page.Texts("[role=status]").Single(), Does.StartWith("Keputusan disimpan."));
        Assert.That(page.QuerySelectorAll(".judge"), Is.Empty);
        Assert.That(await _catalog.EditionOfAsync(MatchedCatalog.Unsure[0]) == await _catalog.EditionOfAsync(MatchedCatalog.Unsure[1]), Is.EqualTo(together));

        var decisions = await ReadAsync(ReviewEndpoints.Decisions);
        Assert.That(decisions.Texts(".link p").Single(), Does.Contain("“sampulnya sama”").And.Contain("Bu Sari"));
    }

    [Test]
    public async Task A_decision_is_withdrawn_by_its_button()
    {
        (await SendAsync(ReviewEndpoints.Path, ("decision", "together"), ("why", "x"))).Dispose();
        using var withdrawn = await SendAsync(ReviewEndpoints.Decisions);
        Assert.That(withdrawn.Headers.Location?.OriginalString, Is.EqualTo($"{ReviewEndpoints.Decisions}?done=withdrawn"));

        var page = await ReadAsync(withdrawn.Headers.Location!.OriginalString);
        Assert.That(page.QuerySelectorAll(".link"), Is.Empty);
        using var again = await SendAsync(ReviewEndpoints.Decisions);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_contradiction_is_told_with_the_chain_and_nothing_is_kept()
    {
        (await SendAsync(ReviewEndpoints.Path, ("decision", "apart"), ("why", "jilid lain"), ("by", "Pak Joko"))).Dispose();
        using var refused = await SendAsync(ReviewEndpoints.Path, ("decision", "together"), ("why", "sama"));
        var page = Parse(await refused.Content.ReadAsStringAsync());

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.Texts("[role=alert]").Single(), Does.Contain("bertentangan").And.Contain("“jilid lain” (Pak Joko").And.Contain("Cabut dulu salah satunya"));
    }

    [TestCase("decision", "")]
    [TestCase("decision", "sideways")]
    [TestCase("why", "")]
    [TestCase("why", "LONG")]
    [TestCase("by", "LONG")]
    [TestCase("a", "")]
    [TestCase("b", "sma-1")]
    [TestCase("page", "-7")]
    public async Task A_form_that_cannot_be_meant_is_drawn_again_with_what_is_wrong(string field, string value)
    {
        using var refused = await SendAsync(ReviewEndpoints.Path, ("decision", "together"), ("why", field == "page" ? "" : "x"), (field, value == "LONG" ? new string('x', 1_001) : value));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Parse(await refused.Content.ReadAsStringAsync()).QuerySelectorAll("[role=alert]"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task What_is_no_form_is_refused([Values("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")] string type)
    {
        using var content = new StringContent(new string('a', 60_000));
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var response = await PostAsync(ReviewEndpoints.Path, content, _catalog.Cookie);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Nobody_else_sees_or_decides()
    {
        foreach (var address in new[] { ReviewEndpoints.Path, ReviewEndpoints.Decisions })
        {
            using var seen = await _catalog.Service.GetAsync(address, ("Accept", "text/html"));
            using var decided = await PostAsync(address, new FormUrlEncodedContent([]), ("X-Nothing", "1"));
            Assert.That((seen.StatusCode, decided.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized)));
        }
    }

    [TestCase("?page=0")]
    [TestCase("?page=abc")]
    [TestCase("?page=99999999999999999999")]
    [TestCase("?page=1&page=2")]
    [TestCase("?page=99999")]
    [TestCase("?done=nothing")]
    public async Task A_page_that_is_not_there_is_the_nearest_that_is(string query) =>
        Assert.That((await ReadAsync(ReviewEndpoints.Path + query)).QuerySelectorAll(".judge"), Has.Exactly(1).Items);

    private async Task<IHtmlDocument> ReadAsync(string address)
    {
        using var response = await _catalog.Service.GetAsync(address, _catalog.Cookie, ("Accept", "text/html"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form about the pair that is not certain; a later field goes before an earlier one of its name.</summary>
    private async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string> { ["a"] = MatchedCatalog.Unsure[0], ["b"] = MatchedCatalog.Unsure[1] };
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return await PostAsync(address, new FormUrlEncodedContent(form), _catalog.Cookie);
    }

    private async Task<HttpResponseMessage> PostAsync(string address, HttpContent content, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(header.Name, header.Value);
        return await _catalog.Service.Client.SendAsync(request);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
