using UnionCatalog.Harvesting.CheckUp;
using UnionCatalog.Members;
using UnionCatalog.Server.Demo;

namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>A harvest with the configuration that a check-up proposes brings every record.</summary>
internal sealed class ProposedHarvestTests
{
    [TestCase("sman-1-sukamaju", "koha")]
    [TestCase("smpn-2-sukamaju", "generic")]
    [TestCase("man-1-sukamaju", "inlislite3.3")]
    public async Task Of_a_library_of_the_demo_which_is_given_by_its_site_only(string name, string preset)
    {
        var configured = ConfigurationFolder.Load(Path.Combine(Places.Root, "harvest-configs", "demo")).Members.Single(member => member.Id.Value == name);
        var anyPort = configured with { Source = configured.Oai() with { BaseUrl = new("http://127.0.0.1:0/oai") } };
        await using var library = await DemoLibrary.StartAsync(anyPort, CancellationToken.None);
        var site = new Uri(library.Member.Oai().BaseUrl, "/");

        var result = await new Examiner(new(), TimeProvider.System).ExamineAsync(site, null, CancellationToken.None);

        Assert.That(result.Address, Is.EqualTo(library.Member.Oai().BaseUrl));
        Assert.That(result.Name, Does.EndWith(configured.Name));
        Assert.That(result.Preset, Is.EqualTo(preset));
        await using var bench = await HarvestBench.StartAsync();
        var run = await bench.FullAsync(Read(result.Configuration!));
        Assert.That((run.Failure, run.Counts.SetAside), Is.EqualTo((default(string), 0)));
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(DemoNetworkRecords(name)));
    }

    [Test]
    public async Task Of_a_recorded_SLiMS()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.On("verb=Identify", Reply.Fail(404)); // which the bench has for other tests, at every address
        var result = await new CheckUpCase("slims9-oai2").ExamineAsync(bench.Server);

        var run = await bench.FullAsync(Read(result.Configuration!));

        Assert.That(run.Failure, Is.Null);
        Assert.That(run.Counts.New + run.Counts.Deleted, Is.LessThanOrEqualTo(result.RecordCount!.Value));
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(run.Counts.New).And.GreaterThan(2900));
    }

    /// <summary>The member of the file, with more patience than the test's clock runs out of.</summary>
    private static Member Read(ProposedConfiguration configuration)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File($"{configuration.Id}.json"), configuration.Text);
        var member = ConfigurationFolder.Load(folder.Path).Members.Single();
        return member with { Source = member.Oai() with { RequestTimeout = TimeSpan.FromHours(2) } };
    }

    private static int DemoNetworkRecords(string name) => UnionCatalog.Tests.Demo.DemoNetwork.Live.Count(record => record.Library == name);
}
