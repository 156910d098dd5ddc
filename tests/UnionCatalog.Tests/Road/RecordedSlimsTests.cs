using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server;
using UnionCatalog.Tests.Commands;
using UnionCatalog.Tests.FullText;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.Road;

/// <summary>A school's SLiMS 9, replayed as it was recorded, from its oai2.php to the search.</summary>
internal sealed partial class RecordedSlimsTests
{
    private static readonly SourceId School = new("smp-contoh");
    private readonly ConfigFolder _folder = new();
    private ReplayServer _slims = null!;
    private DataFolder _data = null!;
    private CatalogSearch _search = null!;
    private Finished _harvest = null!;
    private readonly List<string> _deleted = [];

    [OneTimeSetUp]
    public async Task HarvestAsync()
    {
        _slims = await ReplayServer.StartAsync();
        Replay();
        _folder.File(School.Value, $$"""
            {
              "name": "SMP Contoh", "kind": "junior-high-school", "place": "Sewon",
              "recordLink": "https://smp.example.sch.id/index.php?p=show_detail&id={number}",
              "oaiPmh": { "baseUrl": "{{_slims.Address}}" }, "holdings": "slims",
            }
            """);
        _harvest = await ServerProcess.RunAsync(_folder.Arguments("harvest"));
        _data = await DataFolder.OpenAsync(_folder.Data, TimeProvider.System, default);
        _search = new CatalogSearch(_data.Index, _folder.Members);
    }

    [OneTimeTearDown]
    public async Task ClearAsync()
    {
        if (_data is not null)
        {
            await _data.DisposeAsync();
        }

        await _slims.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Every_live_record_is_stored_and_in_the_index()
    {
        Assert.That(_harvest.Code, Is.Zero, _harvest.Everything);
        var live = (await _data.Store.Harvests.CountLiveAsync(default))[School];
        Assert.That(live, Is.EqualTo(3015 - _deleted.Count));
        Assert.That(_data.Index.CountDocuments(), Is.EqualTo(await _data.Store.Clusters.CountAsync(default)));

        var entries = Enumerable.Range(1, 100).Select(page => _search.Search(new SearchRequest { Page = page, Size = 100 }).Entries)
            .TakeWhile(page => page.Count > 0).SelectMany(page => page).ToList();
        var held = entries.SelectMany(entry => entry.Libraries).Select(library => library.Identifier).ToList();
        Assert.That(held, Is.Unique.And.Count.EqualTo(live));
        Assert.That(held.Intersect(_deleted), Is.Empty, "a deleted record is found");
        Assert.That(entries.SelectMany(entry => entry.Libraries).Select(library => library.Holdings), Has.All.Not.Empty);
    }

    [TestCase("php 5 for dummies", "slims-1")]
    [TestCase("Valade Janet", "slims-1")]
    [TestCase("0764541668", "slims-1")]
    [TestCase("978-0-7645-4166-7", "slims-1")]
    [TestCase("information architecture world wide web", "slims-11")]
    [TestCase("\"Corruption and development\"", "slims-12")]
    [TestCase("علم الاقتصاد الإسلامي", "slims-29")]
    [TestCase("الاقتصاد", "slims-29")]
    [TestCase("Aksara Jawa", "slims-30")]
    [TestCase("ꦲꦏ꧀ꦱꦫꦗꦮ", "slims-30")]
    [TestCase("9786020022963", "slims-2312")]
    public void Known_titles_are_found(string words, string expected)
    {
        var found = _search.Search(new SearchRequest { Text = words });

        Assert.That(
            found.Entries.SelectMany(entry => entry.Libraries).Select(library => library.Identifier),
            Does.Contain("oai:127.0.0.1:8081:" + expected), $"{found.Total} found");
    }

    [Test]
    public void A_result_has_the_call_number_and_leads_to_the_schools_own_page()
    {
        var held = _search.Search(new SearchRequest { Text = "0764541668" }).Entries.Single().Libraries.Single();

        Assert.That(held.Link, Is.EqualTo(new Uri("https://smp.example.sch.id/index.php?p=show_detail&id=1")));
        Assert.That(held.Holdings.Single().CallNumber, Is.EqualTo("005.13/3-22 Jan p"));
    }

    private void Replay()
    {
        string Recorded(string name) => Places.Shared($"recorded/slims9-oai2/{name}");
        _slims.On("verb=Identify", Reply.File(Recorded("Identify.xml"))).On("verb=ListMetadataFormats", Reply.File(Recorded("ListMetadataFormats.xml")));
        foreach (var page in Directory.EnumerateFiles(Recorded("full")).Select(File.ReadAllText))
        {
            _deleted.AddRange(DeletedHeader().Matches(page).Select(header => header.Groups[1].Value));
            _slims.On(Request().Match(page).Groups[1].Value.Replace("\" ", "&", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal), new Reply(page));
        }
    }

    [GeneratedRegex("<header status=\"deleted\">\\s*<identifier>(.*?)</identifier>")]
    private static partial Regex DeletedHeader();

    [GeneratedRegex("<request (.*?)>")]
    private static partial Regex Request();
}
