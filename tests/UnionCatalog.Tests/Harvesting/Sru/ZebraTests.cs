using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>A live Zebra, which is what Koha searches with and what stands behind many a gateway, is harvested whole.</summary>
public sealed partial class ZebraTests
{
    private const int Size = 130;

    private ZebraServer _zebra = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _zebra = await ZebraServer.StartAsync(string.Concat(Enumerable.Range(1, Size).Select(number =>
        $"""<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">{Number(number)}</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Buku ke-{number}</subfield></datafield></record>""")));

    [OneTimeTearDown]
    public void Stop() => _zebra?.Dispose();

    [TestCase("1.1", "marcxml", MetadataFormat.MarcXml)]
    [TestCase("1.2", "marcxml", MetadataFormat.MarcXml)]
    [TestCase("2.0", "marcxml", MetadataFormat.MarcXml)]
    [TestCase("1.1", null, MetadataFormat.MarcXml)]
    [TestCase("2.0", null, MetadataFormat.MarcXml)]
    [TestCase("1.2", "mods", MetadataFormat.Mods)]
    [TestCase("2.0", "dc", MetadataFormat.OaiDc)]
    public async Task Zebra_is_harvested_whole_in_every_version_and_schema(string version, string? schema, MetadataFormat format)
    {
        await using var bench = await HarvestBench.StartAsync();
        var member = SruPages.Member(_zebra.Address, source => source with { Version = version, RecordSchema = schema });

        var run = await bench.FullAsync(member);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Failure, Is.Null);
            Assert.That(run.Counts, Is.EqualTo(new RunCounts { New = Size, Requests = schema is null ? 5 : 3 }));
            Assert.That(run.ListSize, Is.EqualTo(Size));
            Assert.That(await bench.FindAsync(Number(Size)), Is.InstanceOf<HarvestedRecord.Live>().With.Property("Format").EqualTo(format));
        }

        Assert.That((await bench.IncrementalAsync(member)).Counts.Unchanged, Is.EqualTo(Size));
    }

    [Test]
    public async Task A_Zebra_that_may_not_give_more_than_twenty_is_harvested_whole_in_parts()
    {
        await using var bench = await HarvestBench.StartAsync();
        using var http = new HttpClient();
        bench.Server.Otherwise = async arguments => int.Parse(Start().Match(arguments).Groups[1].Value, CultureInfo.InvariantCulture) > 20
            ? SruPages.Diagnostic(61)
            : new Reply(await http.GetByteArrayAsync(new Uri($"{_zebra.Address}?{Encode(arguments)}")));

        var run = await bench.FullAsync(SruPages.Member(bench.Server.Address, source => source with { PageSize = 10, RangeIndex = "rec.id" }));

        Assert.That(run.Failure, Is.Null);
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(Size));
    }

    [Test]
    public async Task What_Zebra_does_not_know_is_said_in_its_words()
    {
        await using var bench = await HarvestBench.StartAsync();

        var query = await bench.FullAsync(SruPages.Member(_zebra.Address, source => source with { Query = "rec.nosuch=1" }));
        var schema = await bench.FullAsync(SruPages.Member(_zebra.Address, source => source with { RecordSchema = "isad" }));
        var database = await bench.FullAsync(SruPages.Member(new(_zebra.Address, "/Nope")));

        Assert.That(query.Failure, Does.Contain("does not understand the query \"rec.nosuch=1\"").And.Contain("Unsupported index"));
        Assert.That(schema.Failure, Does.Contain("Check recordSchema").And.Contain("Unknown schema for retrieval"));
        Assert.That(database.Failure, Does.Contain("database"));
    }

    private static string Number(int number) => number.ToString("inlis00000", CultureInfo.InvariantCulture);

    private static string Encode(string arguments) => string.Join('&', arguments.Split('&').Select(argument =>
        argument.Split('=', 2) is [var name, var value] ? $"{name}={Uri.EscapeDataString(value)}" : argument));

    [GeneratedRegex("startRecord=([0-9]+)")]
    private static partial Regex Start();
}
