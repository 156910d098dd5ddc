using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>What cannot even be read; Cases/Matching/bad-input.txt has what can.</summary>
internal sealed class BadInputTests
{
    private const string Isbn = "979-3062-79-7";

    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

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
