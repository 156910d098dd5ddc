using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>What persons decided of records outlives all that happens to them.</summary>
internal sealed class OverriddenClusterTests
{
    private static readonly HarvestedRecord A = Book("a", "Laskar pelangi", "979-3062-79-7");
    private static readonly HarvestedRecord B = Book("b", "Laskar pelangi", "979-3062-79-7");
    private static readonly HarvestedRecord Other = Book("o", "Bumi manusia", "979-97312-3-2");
    private static readonly HarvestedRecord OtherToo = Book("p", "Bumi manusia", "979-97312-3-2");

    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open()
    {
        _catalogue = await Catalogue.OpenAsync();
        await _catalogue.StoreAsync([A, B, Other, OtherToo]);
        await _catalogue.CatchUpAsync();
    }

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public async Task Never_together_parts_what_is_the_same()
    {
        await DecideAsync(OverrideKind.Apart, "a", "b");
        await AssertThroughEverythingAsync("sma/a", "sma/b", "sma/o + sma/p");
    }

    [Test]
    public async Task Always_together_joins_what_is_vetoed_and_whole_clusters_with_it()
    {
        await DecideAsync(OverrideKind.Together, "a", "o");
        await AssertThroughEverythingAsync("sma/a + sma/b + sma/o + sma/p");
    }

    [Test]
    public async Task What_is_parted_stays_parted_though_others_would_join_it()
    {
        await DecideAsync(OverrideKind.Apart, "a", "b");
        await _catalogue.StoreAsync([Book("c", "Laskar pelangi", "979-3062-79-7"), Book("d", "Laskar pelangi", "979-3062-79-7")]);
        await _catalogue.CatchUpAsync();

        var clusters = await _catalogue.PartitionAsync();
        Assert.That(clusters, Has.None.Contains("sma/a + sma/b"));
        Assert.That(clusters, Has.Count.EqualTo(3), "c and d are with one of them");
    }

    [TestCase(OverrideKind.Together, "sma/a + sma/b", "sma/o + sma/p")]
    [TestCase(OverrideKind.Apart, "sma/a", "sma/b", "sma/o + sma/p")]
    public async Task It_is_of_the_record_by_its_identifier_though_the_library_gives_that_to_another_book_and_back(OverrideKind kind, params string[] clusters)
    {
        await DecideAsync(kind, "a", "b");
        await _catalogue.StoreAsync([Book("a", "Bumi manusia", "979-97312-3-2")]);
        await _catalogue.CatchUpAsync(new() { BatchSize = 1 });
        var reused = await _catalogue.PartitionAsync();
        Assert.That(reused, Is.EqualTo(kind == OverrideKind.Together ? ["sma/a + sma/b + sma/o + sma/p"] : new[] { "sma/a + sma/o + sma/p", "sma/b" }),
            "until it is withdrawn the word holds for whatever bears the identifier: together pulls the other book along, apart is moot");
        await _catalogue.RebuildAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(reused), "drawn anew");

        await _catalogue.StoreAsync([A]);
        await _catalogue.CatchUpAsync(new() { BatchSize = 1 });
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "and it is there again");
    }

    [Test]
    public async Task Withdrawn_it_is_as_if_it_had_never_been()
    {
        await DecideAsync(OverrideKind.Together, "a", "o");
        await DecideAsync(OverrideKind.Apart, "o", "p");
        await _catalogue.Overrides.WithdrawAsync(Key("o"), Key("a"), default);
        await _catalogue.Overrides.WithdrawAsync(Key("p"), Key("o"), default);
        await _catalogue.CatchUpAsync(new() { BatchSize = 1 });

        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "sma/a + sma/b", "sma/o + sma/p" }));
    }

    [Test]
    public async Task One_of_two_decisions_withdrawn_leaves_the_other()
    {
        await DecideAsync(OverrideKind.Together, "a", "o");
        await DecideAsync(OverrideKind.Apart, "a", "b");
        await _catalogue.Overrides.WithdrawAsync(Key("a"), Key("o"), default);
        await _catalogue.CatchUpAsync(new() { BatchSize = 1 });

        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "sma/a", "sma/b", "sma/o + sma/p" }));
    }

    [Test]
    public async Task A_decision_that_is_made_while_all_is_drawn_anew_is_not_lost()
    {
        await _catalogue.Clusters.ResetAsync(default);
        var made = false;
        await _catalogue.CatchUpAsync(null, new Meanwhile(() =>
        {
            if (!made)
            {
                made = true;
                _catalogue.Overrides.AddAsync(Decision(OverrideKind.Apart, "a", "b"), default).GetAwaiter().GetResult();
            }
        }));

        Assert.That(made, "the reading is told of");
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "sma/a", "sma/b", "sma/o + sma/p" }));
    }

    [Test]
    public async Task A_record_that_is_told_while_all_is_drawn_anew_is_not_lost()
    {
        await _catalogue.Clusters.ResetAsync(default);
        var told = false;
        await _catalogue.CatchUpAsync(null, new Meanwhile(() =>
        {
            if (!told)
            {
                told = true;
                _catalogue.StoreAsync([Book("c", "Laskar pelangi", "979-3062-79-7"), Book("o", "Laskar pelangi", "979-3062-79-7")]).GetAwaiter().GetResult();
            }
        }));

        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "sma/a + sma/b + sma/c + sma/o", "sma/p" }));
    }

    private static HarvestedRecord Book(string identifier, string title, string isbn) => Catalogue.Record("sma", identifier, ("title", title), ("identifier", isbn));

    private static RecordKey Key(string identifier) => new(new SourceId("sma"), identifier);

    private static MatchOverride Decision(OverrideKind kind, string a, string b) => new(kind, Key(a), Key(b), "Bu Sri", "I have both in my hands", DateTimeOffset.UnixEpoch);

    private async Task DecideAsync(OverrideKind kind, string a, string b)
    {
        Assert.That(await _catalogue.Overrides.AddAsync(Decision(kind, a, b), default), Is.InstanceOf<OverrideResult.Added>());
        await _catalogue.CatchUpAsync();
    }

    private async Task AssertThroughEverythingAsync(params string[] clusters)
    {
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "at once");
        await _catalogue.RebuildAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "after a rebuild");
        await _catalogue.StoreAsync([A, B, Other, OtherToo]);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "harvested again");
        await _catalogue.StoreAsync([new HarvestedRecord.Deleted(A.Key, null), new HarvestedRecord.Deleted(Other.Key, null)]);
        await _catalogue.CatchUpAsync();
        await _catalogue.StoreAsync([A, Other]);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "deleted and back");
        await _catalogue.StoreAsync([Book("a", "Laskar pelangi : novel", "979-3062-79-7")]);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(clusters), "edited");
    }

    private sealed class Meanwhile(Action happens) : IProgress<long>
    {
        public void Report(long value) => happens();
    }
}
