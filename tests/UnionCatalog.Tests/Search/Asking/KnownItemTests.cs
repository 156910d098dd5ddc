using UnionCatalog.Search.Evaluation;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>
/// People who know what they look for find it among the demo's books; see Cases/Search/known-items.tsv, and known-items-blind.tsv, which
/// was written before any of its queries was asked.
/// </summary>
[TestFixtureSource(nameof(Fixtures))]
internal sealed class KnownItemTests(string engine, string file)
{
    private const string Misspelt = "misspelt";

    private readonly KnownItemFile _file = KnownItemFile.Read(File.ReadLines(Places.Case($"Search/{file}")));

    private List<KnownItemFinding> _findings = [];

    private static IEnumerable<TestFixtureData> Fixtures() =>
        from engine in IndexEngines.All
        from file in new[] { "known-items.tsv", "known-items-blind.tsv" }
        select new TestFixtureData(engine, file);

    [OneTimeSetUp]
    public async Task FindAsync() => _findings = [.. KnownItemEvaluation.Run((await DemoBench.Of(engine)).Search, _file.Items)];

    [Test]
    public void Known_items_are_found()
    {
        Tell(_findings);
        var correct = KnownItemFigures.Of("correct", [.. _findings.Where(finding => finding.Item.Kind != Misspelt)]);
        var misspelt = KnownItemFigures.Of(Misspelt, [.. _findings.Where(finding => finding.Item.Kind == Misspelt)]);

        Assert.Multiple(() =>
        {
            Assert.That(_file.Items, Has.Count.AtLeast(400));
            Assert.That(_file.Problems, Is.Empty);
            Assert.That(correct.Success1, Is.AtLeast(0.95), $"{correct}");
            Assert.That(correct.Success5, Is.AtLeast(0.99), $"{correct}");
            Assert.That(misspelt.Success5, Is.AtLeast(0.90), $"{misspelt}");
        });
    }

    [Test]
    public void No_kind_of_query_is_left_behind()
    {
        var kinds = KnownItemEvaluation.Count(_findings).Where(kind => kind.Kind != Misspelt);

        Assert.That(kinds.Where(kind => kind.Success1 < 0.95).Select(kind => kind.ToString()), Is.Empty);
    }

    [Test]
    public async Task Every_wanted_item_is_in_the_demo()
    {
        var search = (await DemoBench.Of(engine)).Search;

        Assert.That(_file.Items.Where(item => search.FindNamed(item.Wanted).Count == 0).Select(item => item.Wanted), Is.Empty);
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
