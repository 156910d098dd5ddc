using System.Net.Http.Headers;
using System.Xml.Linq;
using static UnionCatalog.Tests.OaiProvider.ProviderHost;

namespace UnionCatalog.Tests.OaiProvider;

internal sealed class VerbTests
{
    private ProviderHost _host;

    [OneTimeSetUp]
    public async Task Start() => _host = await StartAsync(Example.Repository(40));

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Identify_says_who_answers_and_what_it_can_do()
    {
        var identify = (await _host.GetAsync("verb=Identify")).Element(Oai + "Identify")!;

        Assert.That(identify.Elements().Select(e => $"{e.Name.LocalName}={e.Value}"), Is.EqualTo(new[]
        {
            "repositoryName=SMA Negeri 1 <Sukamaju> & kawan", $"baseURL={_host.Url}", "protocolVersion=2.0",
            "adminEmail=perpustakaan@example.org", "earliestDatestamp=2026-01-01T00:00:00Z", "deletedRecord=persistent",
            "granularity=YYYY-MM-DDThh:mm:ssZ", "compression=gzip", "compression=br",
        }));
    }

    [Test]
    public async Task The_response_date_is_the_clocks_in_UTC() =>
        Assert.That((await _host.GetAsync("verb=Identify")).Element(Oai + "responseDate")!.Value, Is.EqualTo("2026-03-01T05:00:00Z"));

    [Test]
    public async Task The_request_is_repeated_where_its_arguments_are_right()
    {
        var root = await _host.GetAsync("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&set=fiction");

        var request = root.Element(Oai + "request")!;
        Assert.That(request.Value, Is.EqualTo(_host.Url));
        Assert.That(request.Attributes().ToDictionary(a => a.Name.LocalName, a => a.Value), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["verb"] = "ListRecords", ["metadataPrefix"] = "oai_dc", ["from"] = "2026-01-02", ["set"] = "fiction",
        }));
    }

    [TestCase("verb=Identify&x=1", 0)]
    [TestCase("verb=Unknown", 0)]
    [TestCase("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", 0)]
    [TestCase("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:none", 3)]
    public async Task The_request_is_not_repeated_where_its_arguments_are_wrong(string query, int attributes) =>
        Assert.That((await _host.GetAsync(query)).Element(Oai + "request")!.Attributes().Count(), Is.EqualTo(attributes));

    [Test]
    public async Task ListMetadataFormats_names_all_formats_and_those_of_one_item()
    {
        var repository = Example.Repository(40);
        var all = await _host.GetAsync("verb=ListMetadataFormats");
        Assert.That(all.Descendants(Oai + "metadataPrefix").Select(e => e.Value), Is.EqualTo(new[] { "oai_dc", "marcxml" }));

        foreach (var number in Enumerable.Range(1, 40))
        {
            var item = repository.Find($"oai:example.org:{number}")!;
            var root = await _host.GetAsync($"verb=ListMetadataFormats&identifier={item.Identifier}");
            Assert.That(root.Descendants(Oai + "metadataPrefix").Select(e => e.Value), Is.EquivalentTo(item.Metadata.Keys), item.Identifier);
            Assert.That(ErrorCodes(root), Is.EqualTo(item.Deleted ? new[] { "noMetadataFormats" } : []));
        }
    }

    [Test]
    public async Task ListSets_names_outer_sets_that_only_items_name() =>
        Assert.That(
            (await _host.GetAsync("verb=ListSets")).Descendants(Oai + "set").Select(e => string.Join('=', e.Elements().Select(x => x.Value))),
            Is.EqualTo(new[]
            {
                "fiction=Fiksi & cerita", "fiction:poetry=fiction:poetry", "fiction:poetry:old=fiction:poetry:old", "local=local",
            }));

    [Test]
    public async Task GetRecord_gives_header_and_metadata_unchanged()
    {
        var repository = Example.Repository(40);
        var item = Enumerable.Range(1, 40).Select(n => repository.Find($"oai:example.org:{n}")!).First(i => i.Metadata.Count == 2 && i.Sets.Count == 2);

        var root = await _host.GetAsync($"verb=GetRecord&metadataPrefix=oai_dc&identifier={item.Identifier}");

        var metadata = root.Descendants(Oai + "metadata").Single().Elements().Single();
        Assert.That(XNode.DeepEquals(metadata, XElement.Parse(item.Metadata["oai_dc"])), metadata.ToString());
        Assert.That(root.Descendants(Oai + "setSpec").Select(e => e.Value), Is.EqualTo(item.Sets));
    }

    [Test]
    public async Task GetRecord_of_a_deleted_record_says_so()
    {
        var repository = Example.Repository(40);
        var item = Enumerable.Range(1, 40).Select(n => repository.Find($"oai:example.org:{n}")!).First(i => i.Deleted);

        var root = await _host.GetAsync($"verb=GetRecord&metadataPrefix=marcxml&identifier={item.Identifier}");

        Assert.That(root.Descendants(Oai + "header").Single().Attribute("status")!.Value, Is.EqualTo("deleted"));
    }

    [Test]
    public async Task POST_answers_as_GET_does()
    {
        var post = await _host.PostAsync(("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("set", "fiction"));
        var get = await _host.GetAsync("verb=ListRecords&metadataPrefix=oai_dc&set=fiction");

        Assert.That(post.ToString(), Is.EqualTo(get.ToString()));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task Replies_are_compressed_for_those_who_ask(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_host.Url}?verb=ListRecords&metadataPrefix=oai_dc");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));

        using var response = await _host.Client.SendAsync(request);

        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { coding }));
        Assert.That((await response.Content.ReadAsByteArrayAsync()).Length, Is.LessThan(5000));
    }
}
