using UnionCatalog.Matching.Clusters;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>What is left to a person. Of which pairs matching is unsure is not fixed here, but found by asking it.</summary>
internal sealed class ReviewTests
{
    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public async Task An_unsure_pair_comes_once_with_both_clusters_and_the_holdings_that_it_touches()
    {
        await TellAsync(UnsurePair.Left("a"), UnsurePair.Left("b"), UnsurePair.Right("c"));
        var task = (await _catalogue.Reviews.ListTasksAsync(0, 10, default)).Single();

        Assert.That(new[] { task.Left, task.Right }, Is.EquivalentTo(new[] { await FindAsync("a"), await FindAsync("c") }));
        Assert.That((task.Holdings, task.Weight), Is.EqualTo((3, UnsurePair.Weight)));
        Assert.That(new[] { task.LeftRecord, task.RightRecord }, Is.EquivalentTo(new[] { Key("a"), Key("c") }));
        Assert.That(await _catalogue.Reviews.CountTasksAsync(default), Is.EqualTo(1));
    }

    [TestCase(OverrideKind.Apart)]
    [TestCase(OverrideKind.Together)]
    public async Task A_pair_that_a_person_decided_does_not_come_again(OverrideKind kind)
    {
        await TellAsync(UnsurePair.Left("a"), UnsurePair.Left("b"), UnsurePair.Right("c"));
        await _catalogue.Overrides.AddAsync(new(kind, Key("a"), Key("c"), "x", "", DateTimeOffset.UnixEpoch), default);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.Reviews.CountTasksAsync(default), Is.Zero);
        await _catalogue.RebuildAsync();
        Assert.That(await _catalogue.Reviews.CountTasksAsync(default), Is.Zero);

        await _catalogue.Overrides.WithdrawAsync(Key("a"), Key("c"), default);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.Reviews.CountTasksAsync(default), Is.EqualTo(1), "unless it is withdrawn");
    }

    [Test]
    public async Task A_task_goes_with_a_record_that_is_no_more()
    {
        await TellAsync(UnsurePair.Left("a"), UnsurePair.Right("c"));
        Assert.That(await _catalogue.Reviews.CountTasksAsync(default), Is.EqualTo(1));
        await TellAsync(new HarvestedRecord.Deleted(Key("c"), null));

        Assert.That(await _catalogue.Reviews.ListTasksAsync(0, 10, default), Is.Empty);
    }

    [Test]
    public async Task Those_that_touch_the_most_holdings_come_first_page_by_page()
    {
        var records = Enumerable.Range(1, 4).SelectMany(pair => Enumerable.Range(0, pair).Select(n => UnsurePair.Left($"l{pair}-{n}", pair)).Append(UnsurePair.Right($"r{pair}", pair)));
        await TellAsync([.. records]);
        var all = await _catalogue.Reviews.ListTasksAsync(0, 10, default);

        Assert.That(all.Select(task => task.Holdings), Is.EqualTo(new[] { 5, 4, 3, 2 }));
        Assert.That((await _catalogue.Reviews.ListTasksAsync(0, 3, default)).Concat(await _catalogue.Reviews.ListTasksAsync(3, 3, default)), Is.EqualTo(all));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_record_counts_as_many_holdings_as_it_names_items_and_one_where_it_names_none(bool isDrawnAnew)
    {
        var options = isDrawnAnew ? new ClusterOptions { LeastBulk = 1, BulkShare = 0 } : null;
        await TellAsync(UnsurePair.Left("few", 1), UnsurePair.Left("few-too", 1), UnsurePair.Right("few-right", 1), UnsurePair.Left("many", 2, 3), UnsurePair.Right("many-right", 2));
        Assert.That(await HoldingsAsync(), Is.EqualTo(new[] { 4, 3 }), "two records with four copies before three with three");

        await _catalogue.StoreAsync([UnsurePair.Left("few-too", 1, 7)]);
        await _catalogue.CatchUpAsync(options);
        Assert.That(await HoldingsAsync(), Is.EqualTo(new[] { 9, 4 }), "new copies of a record that says nothing else");
        Assert.That((await _catalogue.Reviews.FindTasksAsync((await FindAsync("few"))!.Value, 5, default)).Single().Holdings, Is.EqualTo(9));
        await _catalogue.RebuildAsync();
        Assert.That(await HoldingsAsync(), Is.EqualTo(new[] { 9, 4 }));
    }

    [Test]
    public async Task A_wrong_identifier_of_many_titles_is_reported_and_not_believed_until_it_is_put_right()
    {
        var options = new ClusterOptions { BlockLimit = 5, MostTitles = 3 };
        string[] titles = ["Laskar pelangi", "Bumi manusia", "Atheis", "Siti Nurbaya", "Layar terkembang", "Salah asuhan"];
        HarvestedRecord Book(int n, string isbn) => Catalogue.Record("sma", $"{n}", ("title", titles[n]), ("identifier", isbn));
        await _catalogue.StoreAsync(Enumerable.Range(0, 5).Select(n => Book(n, "979-3062-79-7")));
        await _catalogue.CatchUpAsync(options);
        Assert.That(await _catalogue.Reviews.ListSuspiciousAsync(10, default), Is.Empty);

        await _catalogue.StoreAsync([Book(5, "979-3062-79-7")]);
        await _catalogue.CatchUpAsync(options);
        var suspicious = (await _catalogue.Reviews.ListSuspiciousAsync(10, default)).Single();
        Assert.That((suspicious.Identifier, suspicious.Records), Is.EqualTo(("9789793062792", 6)));
        Assert.That(suspicious.Examples, Has.Count.EqualTo(3));
        Assert.That(await _catalogue.Reviews.ListDisbelievedAsync(default), Is.EqualTo(new[] { "9789793062792" }));

        await _catalogue.RebuildAsync(options);
        Assert.That((await _catalogue.Reviews.ListSuspiciousAsync(10, default)).Single().Since, Is.EqualTo(suspicious.Since), "a rebuild forgets not since when");
        await _catalogue.StoreAsync([Book(5, "979-97312-3-2")]);
        await _catalogue.CatchUpAsync(options);
        Assert.That(await _catalogue.Reviews.ListSuspiciousAsync(10, default), Is.Empty);
    }

    [Test]
    public async Task What_is_too_crowded_to_be_compared_is_reported()
    {
        var options = new ClusterOptions { BlockLimit = 3 };
        await _catalogue.StoreAsync(Enumerable.Range(0, 4).Select(n => Catalogue.Record(
            "sma", $"{n}", ("title", "Matematika"), ("creator", "Tim Penyusun"), ("publisher", "Erlangga"), ("date", "2013"), ("language", new[] { "ind", "eng", "jpn", "ara" }[n]))));
        await _catalogue.CatchUpAsync(options);
        var crowds = await _catalogue.Reviews.ListCrowdsAsync(10, default);

        Assert.That(crowds, Is.Not.Empty);
        Assert.That(crowds, Has.All.Property(nameof(Crowd.Records)).EqualTo(4));
        Assert.That(crowds[0].Example, Is.EqualTo(Key("0")));
        await _catalogue.StoreAsync([new HarvestedRecord.Deleted(Key("3"), null)]);
        await _catalogue.CatchUpAsync(options);
        Assert.That(await _catalogue.Reviews.ListCrowdsAsync(10, default), Is.Empty);
    }

    private async Task<IEnumerable<long>> HoldingsAsync() => (await _catalogue.Reviews.ListTasksAsync(0, 10, default)).Select(task => task.Holdings);

    private static RecordKey Key(string identifier) => new(new SourceId("sma"), identifier);

    private async Task TellAsync(params HarvestedRecord[] records)
    {
        await _catalogue.StoreAsync(records);
        await _catalogue.CatchUpAsync();
    }

    private async Task<ClusterId?> FindAsync(string identifier) => await _catalogue.Clusters.FindClusterAsync(Key(identifier), default);
}
