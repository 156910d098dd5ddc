using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Explaining;

/// <summary>Whether two records were ever compared is told as the catalogue drew it, crowded blocks included.</summary>
internal sealed class MeetingTests
{
    private static readonly string[] Isbns = ["979-3062-79-7", "979-97312-3-2", "978-602-03-2478-4", "978-979-22-3034-2"];

    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public async Task Records_that_only_crowded_blocks_hold_were_never_compared()
    {
        var pair = await DrawAsync(new ClusterOptions { BlockLimit = 2, RestReach = 0 }, 3, 0, 1);

        Assert.That(pair.Standing, Is.EqualTo(PairStanding.NeverCompared));
        Assert.That(pair.Meeting!.Shared, Is.Empty);
        Assert.That(pair.Meeting.Crowded, Is.Not.Empty);
    }

    [Test]
    public async Task Records_that_a_block_within_its_limit_holds_were_compared()
    {
        var pair = await DrawAsync(new ClusterOptions { BlockLimit = 3, RestReach = 0 }, 3, 0, 1);

        Assert.That(pair.Standing, Is.EqualTo(PairStanding.Together));
        Assert.That(pair.Meeting!.Shared, Is.Not.Empty);
        Assert.That(pair.Meeting.Crowded, Is.Empty);
    }

    [Test]
    public async Task Of_a_crowded_block_that_nothing_splits_the_neighbours_were_compared()
    {
        var options = new ClusterOptions { BlockLimit = 2, RestReach = 1 };
        var met = 0;
        for (var left = 0; left < 4; left++)
        {
            for (var right = left + 1; right < 4; right++)
            {
                var pair = await DrawAsync(options, 4, left, right);
                Assert.That(pair.Standing, Is.EqualTo(PairStanding.Together), "through others if not by themselves");
                met += pair.Meeting!.Shared.Count > 0 ? 1 : 0;
            }
        }

        Assert.That(met, Is.EqualTo(3), "four in a row are three pairs of neighbours");
    }

    [Test]
    public async Task A_record_that_a_person_decided_of_is_told_where_it_stands()
    {
        var options = new ClusterOptions { BlockLimit = 2, RestReach = 10 };
        await _catalogue.StoreAsync([Book(0)]);
        await _catalogue.Overrides.AddAsync(new(OverrideKind.Apart, Key(0), Key(1), "x", "", DateTimeOffset.UnixEpoch), default);
        var pair = await DrawAsync(options, 4, 0, 2);

        Assert.That(pair.Meeting!.Shared, Is.Not.Empty);
    }

    private async Task<PairExplanation> DrawAsync(ClusterOptions options, int count, int left, int right)
    {
        await _catalogue.StoreAsync(Enumerable.Range(0, count).Select(Book));
        await _catalogue.CatchUpAsync(options);
        return await _catalogue.ExplainAsync(Key(left), Key(right), options);
    }

    private static RecordKey Key(int n) => Book(n).Key;

    // Alike in all that blocks are split by; each with one ISBN of its own.
    private static HarvestedRecord Book(int n) => Catalogue.Record(
        "sma", $"{n}", ("title", "Laskar pelangi"), ("creator", "Andrea Hirata"), ("publisher", "Bentang"), ("date", "2005"),
        ("identifier", "978-602-8811-67-5"), ("identifier", Isbns[n]));
}
