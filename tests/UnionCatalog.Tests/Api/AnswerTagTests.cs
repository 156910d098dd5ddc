using System.Net;

namespace UnionCatalog.Tests.Api;

/// <summary>Whoever has an answer already is told so, and gets nothing sent; and it travels compressed where it may.</summary>
public sealed class AnswerTagTests
{
    private RunningService _service = null!;
    private string _id = "";

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _id = (await _service.GetJsonAsync("/api/search?q=ronggeng")).Ids()[0];
    }

    [TestCase("/api/search?q=sejarah")]
    [TestCase("/api/search?q=sejarah&size=3&page=2")]
    [TestCase("/api/browse/author")]
    [TestCase("/api/suggest?q=")]
    [TestCase("/api/libraries")]
    [TestCase("/api/libraries/sman-1-sukamaju")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates")]
    [TestCase("/api/holdings?isbn=9786022916628")]
    [TestCase("/api/records/ID")]
    [TestCase("/api/records/ID", "application/marcxml+xml")]
    [TestCase("/api/records/ID/matching")]
    [TestCase("/records/ID.ris")]
    [TestCase("/export?format=bibtex&id=ID")]
    [TestCase("/openapi/v1.json")]
    public async Task An_unchanged_answer_is_not_sent_again(string address, string? accept = null)
    {
        (string, string)[] headers = accept is null ? [] : [("Accept", accept)];
        using var first = await _service.GetAsync(address.Replace("ID", _id, StringComparison.Ordinal), headers);
        using var again = await _service.GetAsync(address.Replace("ID", _id, StringComparison.Ordinal), [("If-None-Match", $"\"x\", {first.Headers.ETag}"), .. headers]);
        using var other = await _service.GetAsync(address.Replace("ID", _id, StringComparison.Ordinal), [("If-None-Match", "W/\"x\""), .. headers]);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Headers.ETag!.IsWeak, "compressed or not, it is the same answer");
        Assert.That(first.Headers.CacheControl, Is.Not.Null);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(again.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(again.Headers.CacheControl!.ToString(), Is.EqualTo(first.Headers.CacheControl!.ToString()));
        Assert.That(again.Headers.Vary, Is.EquivalentTo(first.Headers.Vary));
        Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Another_question_or_form_has_another_tag()
    {
        var tags = new List<string>();
        foreach (var (address, accept) in new[]
        {
            ("/api/search?q=sejarah", "*/*"), ("/api/search?q=komik", "*/*"), ("/api/search?q=sejarah&page=2", "*/*"), ("/api/browse/title", "*/*"), ("/api/browse/author", "*/*"),
            ($"/api/records/{_id}", "application/json"), ($"/api/records/{_id}", "application/x-bibtex"),
        })
        {
            using var answer = await _service.GetAsync(address, ("Accept", accept));
            tags.Add(answer.Headers.ETag!.Tag);
        }

        Assert.That(tags, Is.Unique);
    }

    [TestCase("/api/search?page=0")]
    [TestCase("/api/search?colour=green")]
    [TestCase("/api/browse/colours")]
    [TestCase("/api/records/nothing")]
    public async Task A_refusal_has_no_tag(string address)
    {
        using var answer = await _service.GetAsync(address, ("If-None-Match", "*"));

        Assert.That((int)answer.StatusCode, Is.AnyOf(400, 404));
        Assert.That(answer.Headers.ETag, Is.Null);
    }

    [TestCase("/api/search?q=sejarah", "Accept-Encoding")]
    [TestCase("/api/records/ID", "Accept, Accept-Encoding")]
    [TestCase("/api/records/ID/matching", "Accept-Language, Cookie, Accept-Encoding")]
    [TestCase("/search?q=sejarah", "Accept-Language, Cookie, Accept-Encoding")]
    [TestCase("/style.css", "Accept-Encoding")]
    public async Task It_says_what_else_the_answer_depends_on_whoever_asks(string address, string vary)
    {
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            using var answer = await _service.GetAsync(address.Replace("ID", _id, StringComparison.Ordinal), ("Accept-Encoding", encoding));
            Assert.That(string.Join(", ", answer.Headers.Vary), Is.EqualTo(vary), encoding);
        }
    }

    [TestCase("br")]
    [TestCase("gzip")]
    public async Task What_is_public_travels_compressed_by_https_as_well(string encoding)
    {
        foreach (var address in new[] { "/", "/search?q=sejarah", "/style.css", "/script.js", "/api/search", $"/api/records/{_id}", "/api/search?page=0", "/api/holdings?isbn=9786022916628", "/new.atom", $"/records/{_id}.mods", "/widget/v1.js", "/openapi/v1.json" })
        {
            using var answer = await _service.GetAsync(address, ("Accept-Encoding", encoding), ("X-Forwarded-Proto", "https"));
            Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { encoding }), address);
        }
    }

    [TestCase("/coordinator")]
    [TestCase("/reports")]
    [TestCase("/api/held")]
    [TestCase("/api/matching/review")]
    [TestCase("/upload/sman-1-sukamaju")]
    public async Task What_only_one_may_see_does_not(string address)
    {
        using var answer = await _service.GetAsync(address, ("Accept-Encoding", "br, gzip"));

        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
    }
}
