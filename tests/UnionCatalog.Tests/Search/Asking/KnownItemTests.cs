using UnionCatalog.Search.Evaluation;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>People who know what they look for find it among the demo's books; see Cases/Search/known-items.tsv.</summary>
[TestFixtureSource(typeof(IndexEngines), nameof(IndexEngines.All))]
internal sealed class KnownItemTests(string engine)
{
    private const string Misspelt = "misspelt";

    private static readonly KnownItemFile File = KnownItemFile.Read(System.IO.File.ReadLines(Places.Case("Search/known-items.tsv")));

    [Test]
    public async Task Known_items_are_found()
    {
        var search = (await DemoBench.Of(engine)).Search;
        var findings = KnownItemEvaluation.Run(search, File.Items).ToList();
        Tell(findings);
        var correct = KnownItemFigures.Of("correct", [.. findings.Where(finding => finding.Item.Kind != Misspelt)]);
        var misspelt = KnownItemFigures.Of(Misspelt, [.. findings.Where(finding => finding.Item.Kind == Misspelt)]);

        Assert.Multiple(() =>
        {
            Assert.That(File.Items, Has.Count.AtLeast(400));
            Assert.That(File.Problems, Is.Empty);
            Assert.That(correct.Success1, Is.AtLeast(0.95), $"{correct}");
            Assert.That(correct.Success5, Is.AtLeast(0.99), $"{correct}");
            Assert.That(misspelt.Success5, Is.AtLeast(0.90), $"{misspelt}");
        });
    }

    [Test]
    public async Task Every_wanted_item_is_in_the_demo()
    {
        var search = (await DemoBench.Of(engine)).Search;

        Assert.That(File.Items.Where(item => search.FindNamed(item.Wanted).Count == 0).Select(item => item.Wanted), Is.Empty);
    }

    private static void Tell(List<KnownItemFinding> findings)
    {
        foreach (var figures in KnownItemEvaluation.Count(findings))
        {
            TestContext.Out.WriteLine(figures);
        }

        foreach (var missed in findings.Where(finding => finding.Place != 1))
        {
            TestContext.Out.WriteLine($"{missed.Place} {missed.Item.Kind}: {missed.Item.Query} ({missed.Item.Wanted}), first {missed.First} {missed.Widening}");
        }
    }
}
