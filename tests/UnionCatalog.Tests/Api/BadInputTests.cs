using System.Net;
using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>Whatever stands in an address, the answer is a result or says what is wrong with it; it is never a fault.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Pieces =
    [
        "q", "title", "author", "library", "kind", "year", "yearFrom", "yearTo", "sort", "page", "size", "Q", "x", "", "[]", "q[]",
        "=", "=", "=", "&", "&", "&", "?", "#", ";", "+", "%", "%2", "%zz", "%00", "%01", "%0a", "%20", "%22", "%2A", "*", "-", "'", "(", ")", "!", "~", "^", ":", "/", "\\", "..",
        "%ED%A0%80", "%ED%BF%BF", "%C0%AF", "%FF", "%F4%90%80%80", "%EF%BF%BE", "%EF%BF%BF", "%E2%80%AE", "%F0%9F%93%9A", "%CC%81", "%D9%85%D8%AD", "%EA%A6%8F", "%C4%B0", "%C3%9F",
        "0", "1", "-1", "2003", "99999999999999999999", "2147483647", "-2147483648", "1e3", "0x10", "%D9%A1", "NaN", "newest", "relevance", "mostHeld", "MOSTHELD",
        "perpusda-sukamaju", "serial", "ind", "978-602-03-1432-8", "buku", "sejarah", "a*", "%22ronggeng", "OR", "AND", "NOT", "<script>", "{{", "$(x)", "' OR 1=1",
    ];

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCase("page=0", "page")]
    [TestCase("page=-1", "page")]
    [TestCase("page=abc", "page")]
    [TestCase("page=1.5", "page")]
    [TestCase("page=501", "page")]
    [TestCase("page=2147483647", "page")]
    [TestCase("page=99999999999999999999", "page")]
    [TestCase("page=1&page=2", "page")]
    [TestCase("size=0", "size")]
    [TestCase("size=101", "size")]
    [TestCase("size=ten", "size")]
    [TestCase("sort=x", "sort")]
    [TestCase("sort=Newest", "sort")]
    [TestCase("yearFrom=2004&yearTo=2003", "yearFrom")]
    [TestCase("yearFrom=last", "yearFrom")]
    [TestCase("yearTo=%D9%A2%D9%A0%D9%A0%D9%A3", "yearTo")]
    [TestCase("q=a&q=b", "q")]
    [TestCase("title=a&title=a", "title")]
    [TestCase("colour=green", "colour")]
    [TestCase("Page=2", "Page")]
    [TestCase("q=%00", "q")]
    [TestCase("q=a%01b", "q")]
    [TestCase("author=%1b%5b31m", "author")]
    [TestCase("q=%7f", "q")]
    public async Task What_cannot_be_understood_is_answered_with_the_parameter_and_what_is_expected(string query, string parameter) =>
        await ExpectProblemAsync(query, parameter);

    [TestCase("q")]
    [TestCase("subject")]
    public async Task A_text_of_ten_thousand_characters_is_refused(string field)
    {
        await ExpectProblemAsync($"{field}={new string('a', 10_000)}", field);
        await ExpectProblemAsync($"{field}={string.Join('+', Enumerable.Repeat("kata", 2_000))}", field);
    }

    [Test]
    public async Task More_than_a_thousand_values_of_a_facet_are_refused_and_five_hundred_are_not()
    {
        await ExpectProblemAsync(Values(1_001), "library");
        Assert.That((await _service.GetJsonAsync("/api/search?" + Values(500))).Total(), Is.Zero);

        static string Values(int count) => string.Join('&', Enumerable.Range(0, count).Select(number => $"library=x{number}"));
    }

    [TestCase("q=*")]
    [TestCase("q=%22")]
    [TestCase("q=-")]
    [TestCase("q=%22ronggeng+dukuh")]
    [TestCase("q=ronggeng+%22%22")]
    [TestCase("q=%09ronggeng%0d%0a")]
    [TestCase("q=%zz%")]
    [TestCase("q=%ED%A0%80")]
    [TestCase("q=%EF%BF%BF")]
    [TestCase("q=&title=&library=&page=&size=&sort=")]
    [TestCase("library=nobody&year=soon&language=%00")]
    [TestCase("&&&")]
    public async Task What_is_merely_odd_is_searched_for(string query) =>
        Assert.That((await _service.GetJsonAsync("/api/search?" + query)).Total(), Is.Not.Negative);

    [TestCase("/api/records/nothing")]
    [TestCase("/api/records/%00")]
    [TestCase("/api/records/..%2f..%2fetc")]
    [TestCase("/api/records/ABC'%3C")]
    [TestCase("/api/nothing")]
    [TestCase("/api/search.xml")]
    [TestCase("/api")]
    [TestCase("/api/")]
    public async Task What_is_not_there_is_a_problem_of_404(string address)
    {
        using var response = await _service.GetAsync(address);

        // NUL never gets past the server: it is no character of a path.
        Assert.That(response.StatusCode, Is.EqualTo(address.Contains("%00", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound));
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        }
    }

    [TestCase("/api/search")]
    [TestCase("/search")]
    public async Task No_odd_address_is_a_fault(string door)
    {
        var random = new Random(5_190);
        for (var round = 0; round < 300; round++)
        {
            var query = string.Concat(random.GetItems(Pieces, random.Next(1, 12))).Replace(' ', '+').Replace("#", "%23", StringComparison.Ordinal);
            using var response = await _service.GetAsync($"{door}?{query}");
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.BadRequest), $"{door}?{query}");
        }
    }

    private async Task ExpectProblemAsync(string query, string parameter)
    {
        using var response = await _service.GetAsync("/api/search?" + query);
        var body = JsonDocument.Parse(await response.Content.ReadAsStreamAsync()).RootElement;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(body.GetProperty("status").GetInt32(), Is.EqualTo(400));
        Assert.That(body.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(new[] { parameter }));
        Assert.That(body.GetProperty("errors").GetProperty(parameter)[0].GetString(), Has.Length.GreaterThan(10));
    }
}
