using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>What no librarian meant to send, each with its stated outcome.</summary>
internal sealed class BadInputTests
{
    private const string Isbn = "979-3062-79-7";

    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public Task Records_that_say_nothing_each_stand_alone() =>
        AssertClustersAsync([Tell("sd", "1"), Tell("smp", "1"), Tell("sma", "1")], "sd/1", "sma/1", "smp/1");

    [Test]
    public Task Records_without_a_title_each_stand_alone_though_they_are_alike() =>
        AssertClustersAsync(
            [Tell("sd", "1", ("creator", "Andrea Hirata"), ("date", "2005")), Tell("smp", "1", ("creator", "Andrea Hirata"), ("date", "2005"))],
            "sd/1", "smp/1");

    [Test]
    public Task Identical_twins_from_two_sources_of_one_library_are_one_edition() =>
        AssertClustersAsync([Full("slims", "1"), Full("inlislite", "77"), Full("slims", "2")], "inlislite/77 + slims/1 + slims/2");

    [Test]
    public Task An_absurd_year_parts_no_record_from_itself() =>
        AssertClustersAsync(
            [Tell("sd", "1", ("title", "Laskar pelangi"), ("identifier", Isbn), ("date", "99999")), Tell("smp", "1", ("title", "Laskar pelangi"), ("identifier", Isbn), ("date", "99999"))],
            "sd/1 + smp/1");

    [Test]
    public async Task Five_hundred_identifiers_and_a_title_of_a_thousand_words_are_taken_as_they_are()
    {
        var isbns = Enumerable.Range(0, 500).Select(n => ("identifier", WithCheckDigit(978_602_000_000 + n)));
        var title = string.Join(' ', Enumerable.Range(0, 1_000).Select(n => $"kata{n.ToString(CultureInfo.InvariantCulture)}"));
        await AssertClustersAsync(
            [Tell("sd", "1", [("title", title), .. isbns]), Tell("smp", "1", [("title", title), .. isbns]), Full("sma", "1")],
            "sd/1 + smp/1", "sma/1");
    }

    [Test]
    public async Task A_member_that_gives_an_identifier_to_another_book_moves_that_record_alone()
    {
        await AssertClustersAsync([Full("sd", "1"), Full("smp", "1"), Full("sma", "1")], "sd/1 + sma/1 + smp/1");
        await AssertClustersAsync([Tell("smp", "1", ("title", "Bumi manusia"), ("creator", "Pramoedya Ananta Toer"), ("publisher", "Hasta Mitra"), ("date", "1980"))], "sd/1 + sma/1", "smp/1");
        await AssertClustersAsync([Full("smp", "1")], "sd/1 + sma/1 + smp/1");
    }

    [Test]
    public async Task A_record_that_can_no_longer_be_read_leaves_its_cluster_and_comes_back_mended()
    {
        await AssertClustersAsync([Full("sd", "1"), Full("smp", "1")], "sd/1 + smp/1");
        await AssertClustersAsync([new HarvestedRecord.Live(new(new("smp"), "1"), null, MetadataFormat.Iso2709, "not MARC"u8.ToArray())], "sd/1");
        await AssertClustersAsync([Full("smp", "1")], "sd/1 + smp/1");
    }

    private static HarvestedRecord Tell(string source, string identifier, params (string Element, string Value)[] facts) => Catalogue.Record(source, identifier, facts);

    private static HarvestedRecord Full(string source, string identifier) => Tell(
        source, identifier, ("title", "Laskar pelangi"), ("creator", "Andrea Hirata"), ("publisher", "Bentang"), ("date", "2005"), ("identifier", Isbn));

    internal static string WithCheckDigit(long digits)
    {
        var sum = digits.ToString(CultureInfo.InvariantCulture).Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private async Task AssertClustersAsync(HarvestedRecord[] told, params string[] clusters)
    {
        await _catalogue.StoreAsync(told);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters));
        await _catalogue.RebuildAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "drawn anew");
    }
}
