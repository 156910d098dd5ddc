using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What every implementation of <see cref="IClusterStore"/> must do.</summary>
public abstract class ClusterStoreContract : StoreContract
{
    private static readonly ClusterId One = new("one000000000");
    private static readonly ClusterId Two = new("two000000000");

    [SetUp]
    public async Task Harvest() => await AppendAsync(await BeginRunAsync(), [.. "abcdef".Select(letter => Live($"{letter}", $"{letter}"))]);

    [Test]
    public async Task Changes_are_read_once_in_order_and_again_when_the_work_is_abandoned()
    {
        await using (var abandoned = await Clusters.BeginAsync(default))
        {
            Assert.That(Letters(await abandoned.ReadChangesAsync(2)), Is.EqualTo("ab"));
            Assert.That(Letters(await abandoned.ReadChangesAsync(2)), Is.EqualTo("cd"));
        }

        await using (var committed = await Clusters.BeginAsync(default))
        {
            Assert.That(Letters(await committed.ReadChangesAsync(4)), Is.EqualTo("abcd"));
            await committed.CommitAsync();
        }

        await ReopenAsync();
        Assert.That(Letters(await PullAsync()), Is.EqualTo("ef"));
        Assert.That(await PullAsync(), Is.Empty);
    }

    [Test]
    public async Task A_record_that_changed_again_is_told_once_as_it_is_now()
    {
        var run = (await Harvests.FindRunningAsync(Koha, default))!;
        await using (var work = await Clusters.BeginAsync(default))
        {
            await work.ReadChangesAsync(3);
            await work.CommitAsync();
        }

        await AppendAsync(run, Live("e", "E"), Live("a", "A"));
        await AppendAsync(run, Live("e", "EE"), Deleted("d"));

        var changes = await PullAsync(2);
        Assert.That(Letters(changes), Is.EqualTo("faed"));
        Assert.That(changes.Select(change => change.Number), Is.Ordered.And.Unique);
        Assert.That(Show(changes[2].Subject), Is.EqualTo(Show(Live("e", "EE"))));
        Assert.That(Show(changes[3].Subject), Is.EqualTo(Show(Deleted("d"))));
    }

    [Test]
    public async Task The_last_change_is_the_last_that_can_be_read()
    {
        Assert.That(await Clusters.GetLastChangeAsync(default), Is.Zero);
        await using (var work = await Clusters.BeginAsync(default))
        {
            await work.ReadChangesAsync(10);
            await work.AssignAsync(One, [Key("a"), Key("b")]);
            await work.AssignAsync(Two, [Key("c")]);
            await work.CommitAsync();
        }

        var changes = await Clusters.ReadChangesAsync(0, 10, default);
        Assert.That(await Clusters.GetLastChangeAsync(default), Is.EqualTo(changes[^1].Number));
    }

    [Test]
    public async Task Candidates_share_a_block_are_live_and_come_once_the_first_stored_first()
    {
        await AppendAsync((await Harvests.FindRunningAsync(Koha, default))!, Deleted("c"));
        await using var work = await Clusters.BeginAsync(default);
        foreach (var letter in "fedcba")
        {
            await work.SetBlocksAsync(Key($"{letter}"), ["title", letter < 'd' ? "early" : "late", "title"]);
        }

        await work.SetBlocksAsync(Key("a"), ["title", "late", "nobody's"]);

        Assert.That(Letters(await work.FindCandidatesAsync(Key("a"), 10)), Is.EqualTo("bdef"));
        Assert.That(Letters(await work.FindCandidatesAsync(Key("a"), 1)), Is.EqualTo("bd"), "one a block");
        Assert.That(Letters(await work.FindCandidatesAsync(Key("b"), 1)), Is.EqualTo("a"));
        await work.SetBlocksAsync(Key("b"), []);
        Assert.That(await work.FindCandidatesAsync(Key("b"), 10), Is.Empty);
        Assert.That(Letters(await work.FindCandidatesAsync(Key("a"), 1)), Is.EqualTo("d"));
    }

    [Test]
    public async Task Pairs_hold_both_ways()
    {
        await using var work = await Clusters.BeginAsync(default);
        await work.SetPairsAsync(Key("b"), [Key("c"), Key("a"), Key("c")]);
        await work.SetPairsAsync(Key("c"), [Key("b"), Key("d")]);

        Assert.That(Letters(await work.FindPartnersAsync(Key("a"))), Is.EqualTo("b"));
        Assert.That(Letters(await work.FindPartnersAsync(Key("b"))), Is.EqualTo("ac"));
        Assert.That(Letters(await work.FindPartnersAsync(Key("d"))), Is.EqualTo("c"));
        await work.SetPairsAsync(Key("c"), []);
        Assert.That(Letters(await work.FindPartnersAsync(Key("b"))), Is.EqualTo("a"));
        Assert.That(await work.FindPartnersAsync(Key("d")), Is.Empty);
    }

    [Test]
    public async Task Work_sees_its_own_writes_and_leaves_nothing_without_a_commit()
    {
        await using (var work = await Clusters.BeginAsync(default))
        {
            await work.ReadChangesAsync(10);
            await work.AssignAsync(One, [Key("b"), Key("a")]);
            await work.SetPairsAsync(Key("a"), [Key("b")]);
            Assert.That(await work.FindClusterAsync(Key("a")), Is.EqualTo(One));
            Assert.That(Letters(await work.ListMembersAsync(One)), Is.EqualTo("ab"));
        }

        await using var next = await Clusters.BeginAsync(default);
        Assert.That(await next.FindClusterAsync(Key("a")), Is.Null);
        Assert.That(await next.FindPartnersAsync(Key("a")), Is.Empty);
        Assert.That(await Clusters.ReadChangesAsync(0, 10, default), Is.Empty);
        Assert.That(await next.ReadChangesAsync(10), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Every_cluster_touched_is_logged_once_with_its_latest_number()
    {
        await WorkAsync(work => work.AssignAsync(One, [Key("a"), Key("b")]));
        Assert.That(await LogAsync(0), Is.EqualTo([One]));

        var seen = (await Clusters.ReadChangesAsync(0, 10, default))[^1].Number;
        await WorkAsync(work => work.AssignAsync(Two, [Key("b"), Key("c")]));
        Assert.That(await LogAsync(seen), Is.EqualTo([One, Two]), "one lost a record, two gained two");

        seen = (await Clusters.ReadChangesAsync(seen, 1, default)).Single().Number;
        await WorkAsync(work => work.RemoveAsync(Key("a")));
        await WorkAsync(work => work.RemoveAsync(Key("a")));
        Assert.That(await LogAsync(seen), Is.EqualTo([Two, One]));
        Assert.That(await Clusters.ListRecordsAsync(One, default), Is.Empty, "a cluster without records is no more");
        Assert.That(await Clusters.CountAsync(default), Is.EqualTo(1));

        seen = (await Clusters.ReadChangesAsync(0, 10, default))[^1].Number;
        await WorkAsync(work => work.TouchAsync(Two));
        Assert.That(await LogAsync(seen), Is.EqualTo([Two]));
    }

    [Test]
    public async Task A_cluster_lists_its_live_records_the_first_stored_first()
    {
        await WorkAsync(work => work.AssignAsync(One, [Key("c"), Key("a"), Key("b")]));
        await AppendAsync((await Harvests.FindRunningAsync(Koha, default))!, Deleted("b"), Live("a", "A"));

        Assert.That((await Clusters.ListRecordsAsync(One, default)).Select(Show), Is.EqualTo([Show(Live("a", "A")), Show(Live("c", "c"))]));
    }

    [Test]
    public async Task All_clusters_can_be_listed_and_left_half_way()
    {
        await WorkAsync(work => work.AssignAsync(Two, [Key("c")]));
        await WorkAsync(work => work.AssignAsync(One, [Key("d"), Key("a")]));

        var all = new List<string>();
        await foreach (var (cluster, records) in Clusters.ListAsync(default))
        {
            all.Add($"{cluster} {Letters(records)}");
        }

        Assert.That(all, Is.EquivalentTo(["one000000000 ad", "two000000000 c"]));
        await foreach (var _ in Clusters.ListAsync(default))
        {
            break;
        }

        using var stopped = new CancellationTokenSource(0);
        await stopped.CancelAsync();
        Assert.That(async () => { await foreach (var _ in Clusters.ListAsync(stopped.Token)) { } }, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_reset_forgets_the_clusters_tells_so_and_starts_from_the_first_record()
    {
        var run = (await Harvests.FindRunningAsync(Koha, default))!;
        await AppendAsync(run, Live("b", "B"));
        await PullAsync();
        await WorkAsync(async work =>
        {
            await work.AssignAsync(One, [Key("a")]);
            await work.SetBlocksAsync(Key("a"), ["x"]);
            await work.SetBlocksAsync(Key("b"), ["x"]);
            await work.SetPairsAsync(Key("a"), [Key("b")]);
        });
        var seen = (await Clusters.ReadChangesAsync(0, 10, default))[^1].Number;

        await Clusters.ResetAsync(default);

        Assert.That(await LogAsync(seen), Is.EqualTo([One]));
        Assert.That(await Clusters.CountAsync(default), Is.Zero);
        await WorkAsync(async work =>
        {
            Assert.That(await work.FindPartnersAsync(Key("a")), Is.Empty);
            Assert.That(await work.FindCandidatesAsync(Key("a"), 9), Is.Empty);
        });
        Assert.That(Letters(await PullAsync()), Is.EqualTo("acdefb"));
        Assert.That(Show(await Harvests.FindRecordAsync(Key("b"), default)), Is.EqualTo(Show(Live("b", "B"))));
    }

    [Test]
    public async Task Seniority_is_the_order_of_first_storing_and_outlives_changes()
    {
        var run = (await Harvests.FindRunningAsync(Koha, default))!;
        await AppendAsync(run, Live("a", "A"), Deleted("b"), Live("0", "the latest"));
        await AppendAsync(run, Live("b", "back"));
        await using var work = await Clusters.BeginAsync(default);

        var order = new List<long>();
        foreach (var letter in "abcdef0")
        {
            order.Add(await work.GetSeniorityAsync(Key($"{letter}")));
        }

        Assert.That(order, Is.Ordered.And.Unique);
    }

    [Test]
    public async Task A_record_that_was_never_stored_is_refused()
    {
        await using var work = await Clusters.BeginAsync(default);
        Assert.That(() => work.AssignAsync(One, [Key("z")]), Throws.ArgumentException.With.Message.Contains("koha-school/z"));
        Assert.That(() => work.GetSeniorityAsync(Key("a", Slims)), Throws.ArgumentException);
    }

    [Test]
    public async Task Work_is_over_after_its_commit()
    {
        await using var work = await Clusters.BeginAsync(default);
        await work.CommitAsync();

        Assert.That(() => work.TouchAsync(One), Throws.InstanceOf<ObjectDisposedException>());
        await using var next = await Clusters.BeginAsync(default);
    }

    private async Task WorkAsync(Func<IClusteringWork, Task> task)
    {
        await using var work = await Clusters.BeginAsync(default);
        await task(work);
        await work.CommitAsync();
    }

    private async Task<IEnumerable<ClusterId>> LogAsync(long after) =>
        (await Clusters.ReadChangesAsync(after, 100, default)).Select(change => change.Subject);

    private static string Letters(IEnumerable<RecordKey> keys) => string.Concat(keys.Select(key => key.Identifier));

    private static string Letters(IEnumerable<HarvestedRecord> records) => Letters(records.Select(record => record.Key));

    private static string Letters(IEnumerable<Change<HarvestedRecord>> changes) => Letters(changes.Select(change => change.Subject));
}
