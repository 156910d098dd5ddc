using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What every implementation of <see cref="IReviewStore"/> must do.</summary>
public abstract class ReviewStoreContract : StoreContract
{
    private const string Number = "9786020331607";
    private const byte Family = 1;
    private const long Block = -7;

    private static readonly ClusterId[] Ids = [new("one000000000"), new("two000000000"), new("three0000000")];

    // Records a to f are 1 to 6; profiles 1 to 4 of a, b, c + d, and e; f has none.
    [SetUp]
    public async Task Draw()
    {
        await AppendAsync(await BeginRunAsync(), [.. "abc".Select(letter => Live($"{letter}", $"{letter}"))]);
        await AppendAsync(await BeginRunAsync(Slims), [.. "def".Select(letter => Live($"{letter}", $"{letter}", Slims))]);
        await using var work = await Clusters.BeginAsync(default);
        for (var profile = 1; profile <= 4; profile++)
        {
            await work.AddProfileAsync(new(0, (UInt128)profile << 100, null, profile / 2, false, new byte[] { (byte)profile }));
            await work.EnterBlockAsync(Block, profile);
        }

        for (var cluster = 1; cluster <= 3; cluster++)
        {
            await work.AddAddressAsync(Ids[cluster - 1], cluster);
        }

        foreach (var placement in (Placement[])[new(1, 1, 1, 1), new(2, 2, 2, 1), new(3, 3, 3, 1), new(4, 3, 3, 5), new(5, 4, 3, 1)])
        {
            await work.PlaceAsync(placement);
        }

        await work.ReplaceReviewsAsync(3, [new(1, 3, 250, 8, 1, 3), new(2, 3, -50, 8, 2, 4)]);
        await work.ReplaceReviewsAsync(1, [new(1, 2, 300, 2, 1, 2), new(1, 3, 250, 8, 1, 3)]);
        await work.CommitAsync();
        await ReopenAsync();
    }

    [Test]
    public async Task Tasks_come_by_holdings_and_then_by_evidence_each_with_the_first_record_of_both_sides()
    {
        ReviewTask[] all =
        [
            new(Ids[0], Ids[2], Key("a"), Key("c"), 250, 8),
            new(Ids[1], Ids[2], Key("b"), Key("e", Slims), -50, 8),
            new(Ids[0], Ids[1], Key("a"), Key("b"), 300, 2),
        ];

        Assert.That(await Reviews.ListTasksAsync(0, 10, default), Is.EqualTo(all));
        Assert.That(await Reviews.ListTasksAsync(1, 1, default), Is.EqualTo(all[1..2]));
        Assert.That(await Reviews.ListTasksAsync(3, 10, default), Is.Empty);
        Assert.That(await Reviews.CountTasksAsync(default), Is.EqualTo(3));
    }

    [Test]
    public async Task A_cluster_finds_its_own_tasks_on_either_side()
    {
        Assert.That((await Reviews.FindTasksAsync(Ids[1], 10, default)).Select(task => task.Weight), Is.EqualTo(new[] { -50, 300 }));
        Assert.That((await Reviews.FindTasksAsync(Ids[1], 1, default)).Select(task => task.Weight), Is.EqualTo(new[] { -50 }));
        Assert.That(await Reviews.FindTasksAsync(new("none00000000"), 10, default), Is.Empty);
    }

    [Test]
    public async Task A_task_whose_record_is_gone_is_passed_over()
    {
        await WorkAsync(work => work.RemoveAsync(2));

        Assert.That((await Reviews.ListTasksAsync(0, 10, default)).Select(task => task.Weight), Is.EqualTo(new[] { 250 }));
        Assert.That(await Reviews.FindTasksAsync(Ids[1], 10, default), Is.Empty);
    }

    [Test]
    public async Task Blocks_with_more_profiles_than_a_limit_are_crowded()
    {
        await WorkAsync(work => work.EnterBlockAsync(9, 1));

        Assert.That(await Reviews.FindCrowdedAsync([Block, 9, 10], 3, default), Is.EquivalentTo(new[] { Block }));
        Assert.That(await Reviews.FindCrowdedAsync([Block, 9, 10], 4, default), Is.Empty);
        Assert.That(await Reviews.FindCrowdedAsync([Block, 9, 10], 0, default), Is.EquivalentTo(new[] { Block, 9L }));
    }

    [TestCase(1, 4, 2)]
    [TestCase(4, 1, 2)]
    [TestCase(2, 3, 0)]
    [TestCase(3, 3, 0)]
    [TestCase(0, 9, 3)]
    public async Task Profiles_between_two_are_counted_in_the_order_of_hashes_up_to_a_limit(int one, int other, int between) =>
        Assert.That(await Reviews.CountBetweenAsync(Block, (UInt128)one << 100, (UInt128)other << 100, 3, default), Is.EqualTo(between));

    [Test]
    public async Task Who_bears_an_identifier_that_is_not_believed_is_told_by_library_the_most_records_first()
    {
        Assert.That((await Reviews.FindBearersAsync(Number, default)).Libraries, Is.Empty, "it is believed");
        await WorkAsync(work => work.AddSuspicionAsync(new(Block, Family, Number)));
        var bearers = await Reviews.FindBearersAsync(Number, default);

        Assert.That((bearers.Records, bearers.Titles), Is.EqualTo((5, 3)));
        Assert.That(bearers.Libraries, Is.EqualTo(new LibraryBearers[] { new(Koha, 3, 2, Key("a")), new(Slims, 2, 2, Key("d", Slims)) }));
    }

    [Test]
    public async Task An_identifier_that_is_not_believed_is_listed_until_it_is_believed_again()
    {
        await WorkAsync(work => work.AddSuspicionAsync(new(Block, Family, Number)));
        var suspicious = (await Reviews.ListSuspiciousAsync(10, default)).Single();

        Assert.That((suspicious.Identifier, suspicious.Family, suspicious.Records), Is.EqualTo((Number, Family, 4)));
        Assert.That(suspicious.Examples, Is.EqualTo(new[] { Key("a"), Key("b"), Key("c") }));
        Assert.That(await Reviews.ListDisbelievedAsync(default), Is.EquivalentTo(new[] { Number }));
        await WorkAsync(work => work.RemoveSuspicionAsync(Block));
        Assert.That(await Reviews.ListSuspiciousAsync(10, default), Is.Empty);
        Assert.That(await Reviews.ListDisbelievedAsync(default), Is.Empty);
    }

    [Test]
    public async Task Crowds_are_listed_the_largest_first_until_they_are_taken_back()
    {
        await WorkAsync(async work =>
        {
            await work.EnterBlockAsync(9, 2);
            await work.ReportCrowdAsync(9, 2);
            await work.ReportCrowdAsync(Block, Family);
        });
        var crowds = await Reviews.ListCrowdsAsync(10, default);

        Assert.That(crowds.Select(crowd => (crowd.Family, crowd.Records, crowd.Example)), Is.EqualTo(new[] { (Family, 4L, Key("a")), ((byte)2, 1L, Key("b")) }));
        await WorkAsync(work => work.ReportCrowdAsync(Block, null));
        Assert.That((await Reviews.ListCrowdsAsync(10, default)).Select(crowd => crowd.Records), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task The_holdings_of_a_cluster_are_those_of_all_its_records()
    {
        await using var work = await Clusters.BeginAsync(default);

        Assert.That(await work.CountHoldingsAsync(3), Is.EqualTo(7));
        Assert.That(await work.CountHoldingsAsync(9), Is.Zero);
    }

    private async Task WorkAsync(Func<IClusteringWork, Task> task)
    {
        await using var work = await Clusters.BeginAsync(default);
        await task(work);
        await work.CommitAsync();
    }
}
