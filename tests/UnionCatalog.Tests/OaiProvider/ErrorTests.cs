using System.Net;
using System.Text;
using UnionCatalog.Server.OaiProvider;
using static UnionCatalog.Tests.OaiProvider.ProviderHost;

namespace UnionCatalog.Tests.OaiProvider;

internal sealed class ErrorTests
{
    private ProviderHost _host;

    private static IEnumerable<TestCaseData> Cases() =>
        File.ReadLines(Places.Case("OaiProvider/errors.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('⇶'))
            .Select(parts => new TestCaseData(parts[0].Trim(), parts[1].Trim()));

    [OneTimeSetUp]
    public async Task Start() => _host = await StartAsync(Example.Repository(40));

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public async Task A_wrong_request_is_answered_with_the_standards_error(string query, string codes)
    {
        var root = await _host.GetAsync(query);

        Assert.That(ErrorCodes(root), Is.EqualTo(codes.Split(' ')));
        Assert.That(root.Elements(Oai + "error").Select(error => error.Value), Is.All.Not.Empty);
    }

    [Test]
    public async Task A_repository_without_sets_says_so()
    {
        await using var host = await StartAsync(Example.Repository(5, sets: false));

        Assert.That(ErrorCodes(await host.GetAsync("verb=ListSets")), Is.EqualTo(new[] { "noSetHierarchy" }));
        Assert.That(ErrorCodes(await host.GetAsync("verb=ListRecords&metadataPrefix=oai_dc&set=a")), Is.EqualTo(new[] { "noSetHierarchy" }));
    }

    [Test]
    public async Task A_repository_by_days_takes_no_seconds()
    {
        await using var host = await StartAsync(Example.Repository(5, granularity: OaiGranularity.Day));

        Assert.That(ErrorCodes(await host.GetAsync("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00Z")), Is.EqualTo(new[] { "badArgument" }));
        Assert.That((await host.GetAsync("verb=Identify")).Descendants(Oai + "earliestDatestamp").Single().Value, Has.Length.EqualTo(10));
    }

    [Test]
    public async Task An_empty_repository_has_nothing_but_answers()
    {
        await using var host = await StartAsync(Example.Repository(0));

        Assert.That(ErrorCodes(await host.GetAsync("verb=ListRecords&metadataPrefix=oai_dc")), Is.EqualTo(new[] { "noRecordsMatch" }));
        Assert.That(ErrorCodes(await host.GetAsync("verb=Identify")), Is.Empty);
    }

    [TestCase("text/plain", "verb=Identify", "badVerb")]
    [TestCase("multipart/form-data; boundary=x", "not multipart", "badArgument")]
    [TestCase("application/x-www-form-urlencoded", "", "badVerb")]
    [TestCase("application/x-www-form-urlencoded", "verb=Identify&verb=Identify", "badVerb")]
    [TestCase("application/x-www-form-urlencoded", "verb=GetRecord&metadataPrefix=oai_dc&identifier=%00", "badArgument")]
    public async Task A_wrong_POST_is_answered_with_an_error(string type, string body, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _host.Client.PostAsync(_host.Url, content);

        Assert.That(ErrorCodes(await ReadAsync(response)), Is.EqualTo(new[] { code }));
    }

    [Test]
    public async Task A_POST_without_end_is_refused_and_the_next_one_answered()
    {
        using var content = new StringContent("verb=" + new string('x', 200_000), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _host.Client.PostAsync(_host.Url, content);
        Assert.That(ErrorCodes(await ReadAsync(response)), Is.EqualTo(new[] { "badArgument" }));

        Assert.That(ErrorCodes(await _host.GetAsync("verb=Identify")), Is.Empty);
    }

    [Test]
    public async Task Random_arguments_never_break_it()
    {
        var random = new Random(7);
        string[] names = ["verb", "metadataPrefix", "from", "until", "set", "identifier", "resumptionToken", "%FF", "", "ver%62"];
        string[] values = ["ListRecords", "GetRecord", "ListSets", "oai_dc", "2026-01-01", "9999-12-31", "0000-00-00", "%FF%FE", "%00", "%EF%BF%BF", "oai:example.org:1", "fiction", "", "%", "&", "<x>", "%F0%9F%93%9A", "AAAA", "🕮"];
        for (var round = 0; round < 500; round++)
        {
            var pairs = Enumerable.Range(0, random.Next(5)).Select(_ => $"{names[random.Next(names.Length)]}={values[random.Next(values.Length)]}");
            var query = string.Join('&', pairs.Prepend(random.Next(3) == 0 ? "" : "verb=ListRecords"));
            using var response = await _host.Client.GetAsync($"{_host.Url}?{query}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), query);
            await ReadAsync(response);
        }
    }
}
