using System.Globalization;
using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>A catalogue that speaks nothing but Z39.50 is harvested as harvest-configs/examples/z3950.json says.</summary>
public sealed class GatewayTests
{
    private const int Size = 120;

    [Test]
    public async Task A_z3950_catalogue_is_harvested_through_the_gateway_of_the_examples()
    {
        using var zebra = await ZebraServer.StartAsync(string.Concat(Enumerable.Range(1, Size).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"""<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">z{number:D3}</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Café ke-{number}</subfield></datafield></record>"""))));
        using var folder = new TempFolder();
        var port = OutsideProgram.FreePort();
        Copy("targets.xml", folder, "z3950.perpustakaan.example.ac.id:210/Default", zebra.Target);
        Copy("gateway.xml", folder, "9888", port.ToString(CultureInfo.InvariantCulture));
        var gateway = OutsideProgram.Start("simple2zoom", "libnet-z3950-simple2zoom-perl", folder.Path, "-c", "targets.xml", "--", "-S", "-f", "gateway.xml");
        try
        {
            await OutsideProgram.ListensAsync(gateway);
            await HarvestAsync(port);
        }
        finally
        {
            OutsideProgram.Stop(gateway);
        }
    }

    private static async Task HarvestAsync(int port)
    {
        var example = (SruSource)ConfigurationFolder.Load(Path.Combine(Places.Root, "harvest-configs/examples")).Members.Single(member => member.Id.Value == "z3950").Source;
        var address = new UriBuilder(example.BaseUrl) { Port = port }.Uri;
        await using var bench = await HarvestBench.StartAsync();

        var run = await bench.FullAsync(SruPages.Member(address, source => example with { BaseUrl = address, RequestTimeout = source.RequestTimeout }));

        Assert.That(run.Failure, Is.Null);
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(Size));
        var record = (HarvestedRecord.Live)(await bench.FindAsync("z007"))!;
        Assert.That(Encoding.UTF8.GetString(record.Metadata.Span), Does.Contain("Café ke-7"));
    }

    private static void Copy(string name, TempFolder folder, string example, string ours)
    {
        var text = File.ReadAllText(Path.Combine(Places.Root, "harvest-configs/examples/z3950-gateway", name));
        Assert.That(text, Does.Contain(example));
        File.WriteAllText(folder.File(name), text.Replace(example, ours, StringComparison.Ordinal));
    }
}
