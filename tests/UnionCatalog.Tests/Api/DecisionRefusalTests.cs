using System.Net;
using System.Text;

namespace UnionCatalog.Tests.Api;

/// <summary>What of the coordinator's decisions the API refuses. Nothing is decided here, so one catalogue does for all.</summary>
internal sealed class DecisionRefusalTests
{
    private const string Address = MatchedCatalog.Decisions;
    private MatchedCatalog _catalog = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _catalog = await MatchedCatalog.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        var decided = await _catalog.GetAsync(Address);
        await _catalog.DisposeAsync();
        Assert.That(decided.GetProperty("decisions").GetArrayLength(), Is.Zero, "what was refused is not kept");
    }

    [TestCase("""{"kind":"together","a":"sma-1/none","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.NotFound)]
    [TestCase("""{"kind":"together","a":"sma-1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"together","a":"smp-2/oai:smp2:1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"sideways","a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":7,"a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"apart","a":"sma-1/1","b":"smp-2/oai:smp2:1"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"apart","a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"   "}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"apart","a":1,"b":2,"why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""[]""", HttpStatusCode.BadRequest)]
    [TestCase("""null""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":""", HttpStatusCode.BadRequest)]
    [TestCase("", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_meant_is_refused(string body, HttpStatusCode status)
    {
        using var response = await _catalog.SendAsync(HttpMethod.Post, Address, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((await _catalog.GetAsync(Address)).GetProperty("decisions").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_body_in_letters_that_there_are_not_is_refused()
    {
        var body = new ByteArrayContent("""{"kind":"apart","a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");
        using var response = await _catalog.SendAsync(HttpMethod.Post, Address, body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_reason_or_a_name_that_is_too_long_is_refused()
    {
        var (a, b) = (MatchedCatalog.Together[0], MatchedCatalog.Together[1]);

        Assert.That((await _catalog.DecideAsync(new { kind = "apart", a, b, why = new string('x', 1_001) })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _catalog.DecideAsync(new { kind = "apart", a, b, why = "x", by = new string('x', 101) })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await _catalog.DecideAsync(new { kind = "apart", a, b, why = new string('x', 70_000) })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("page=0")]
    [TestCase("page=x")]
    [TestCase("size=101")]
    [TestCase("size=99999999999999")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        foreach (var list in new[] { Address, "/api/matching/review" })
        {
            using var response = await _catalog.SendAsync(HttpMethod.Get, $"{list}?{query}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(query.Split('=')[0]));
        }
    }

    [Test]
    public async Task Nobody_else_sees_or_decides()
    {
        foreach (var (method, address) in new[] { (HttpMethod.Get, Address), (HttpMethod.Post, Address), (HttpMethod.Delete, Address), (HttpMethod.Get, "/api/matching/review") })
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await _catalog.Service.Client.SendAsync(request);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"{method} {address}");
        }
    }
}
