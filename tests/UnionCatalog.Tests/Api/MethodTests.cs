using System.Net;
using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>HEAD is answered as GET; a method that an address does not take is told so, with those that it takes.</summary>
public sealed class MethodTests
{
    private RunningService _service = null!;
    private string _id = "";

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _id = (await _service.GetJsonAsync("/api/search?q=ronggeng")).Ids()[0];
    }

    [TestCase("/api/search?q=a")]
    [TestCase("/api/search?q=a&page=0")]
    [TestCase("/api/records/ID")]
    [TestCase("/api/records/nothing")]
    [TestCase("/api/records/ID/availability")]
    [TestCase("/api/libraries")]
    [TestCase("/api/libraries/sman-1-sukamaju")]
    [TestCase("/api/holdings?isbn=9786022916628")]
    [TestCase("/api/suggest?q=a")]
    [TestCase("/api/browse/title")]
    [TestCase("/api/held")]
    [TestCase("/api/nothing")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/export?format=ris&id=ID")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string address)
    {
        address = address.Replace("ID", _id, StringComparison.Ordinal);
        using var got = await _service.GetAsync(address);
        using var headed = await AskAsync(HttpMethod.Head, address);

        Assert.That(headed.StatusCode, Is.EqualTo(got.StatusCode));
        Assert.That(headed.Content.Headers.ContentType, Is.EqualTo(got.Content.Headers.ContentType));
        Assert.That(headed.Headers.ETag is null, Is.EqualTo(got.Headers.ETag is null), "others' tests may change the catalogue in between");
        Assert.That(await headed.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("POST", "/api/holdings", "GET, HEAD")]
    [TestCase("DELETE", "/api/search", "GET, HEAD")]
    [TestCase("PUT", "/api/records/nothing", "GET, HEAD")]
    [TestCase("GET", "/api/members/sman-1-sukamaju/files", "POST")]
    [TestCase("PUT", "/api/matching/overrides", "DELETE, GET, HEAD, POST")]
    public async Task A_program_is_told_which_methods_an_address_takes(string method, string address, string allowed)
    {
        using var refused = await AskAsync(new HttpMethod(method), address);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(string.Join(", ", refused.Content.Headers.Allow), Is.EqualTo(allowed));
        Assert.That(refused.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(problem.GetProperty("detail").GetString(), Is.EqualTo($"This address does not take {method}. It takes {allowed}."));
    }

    [TestCase("PUT", "/search")]
    [TestCase("POST", "/")]
    [TestCase("DELETE", "/records/nothing")]
    [TestCase("POST", "/openapi/v1.json")]
    public async Task A_reader_is_told_on_a_page(string method, string address)
    {
        using var refused = await AskAsync(new HttpMethod(method), address);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(string.Join(", ", refused.Content.Headers.Allow), Is.EqualTo("GET, HEAD"));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("<h1>Alamat ini tidak menerima permintaan seperti itu.</h1>"));
    }

    [TestCase("POST", "/api/nothing")]
    [TestCase("POST", "/api/held/no-number/confirm")]
    [TestCase("PUT", "/nothing")]
    [TestCase("DELETE", "/sitemaps/records-0.xml")]
    public async Task Where_there_is_nothing_no_method_is_of_use(string method, string address)
    {
        using var refused = await AskAsync(new HttpMethod(method), address);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(refused.Content.Headers.Allow, Is.Empty);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        return await _service.Client.SendAsync(request);
    }
}
