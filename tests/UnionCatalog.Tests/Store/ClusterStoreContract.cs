using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What every implementation of <see cref="IClusterStore"/> must do.</summary>
public abstract partial class ClusterStoreContract : StoreContract
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
            await AssignAsync(work, One, "ab");
            await AssignAsync(work, Two, "c");
            await work.CommitAsync();
        }

        var changes = await Clusters.ReadChangesAsync(0, 10, default);
        Assert.That(await Clusters.GetLastChangeAsync(default), Is.EqualTo(changes[^1].Number));
    }

    [Test]
    public async Task Blocks_list_their_profiles_and_count_their_titles()
    {
        await using var work = await Clusters.BeginAsync(default);
        var profiles = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            profiles.Add(await work.AddProfileAsync(new(0, (UInt128)i << 100, null, i / 2, i == 4, new byte[] { 1, (byte)i })));
            await work.EnterBlockAsync(-7, profiles[i]);
        }

        Assert.That(await work.ListBlockAsync(-7, 3), Is.EqualTo(profiles.Take(3)));
        Assert.That(await work.CountTitlesAsync(-7, 2), Is.EqualTo(2));
        Assert.That(await work.CountTitlesAsync(-7, 9), Is.EqualTo(3));
        await work.LeaveBlockAsync(-7, profiles[0]);
        Assert.That(await work.ListBlockAsync(-7, 9), Is.EqualTo(profiles.Skip(1)));
        await work.ClearBlockAsync(-7);
        Assert.That(await work.ListBlockAsync(-7, 9), Is.Empty);
        Assert.That(await work.FindProfileAsync((UInt128)3 << 100), Is.EqualTo(profiles[3]));
        Assert.That((await work.GetProfileAsync(profiles[4]))?.Features.ToArray(), Is.EqualTo(new byte[] { 1, 4 }));
        await work.RemoveProfileAsync(profiles[4]);
        Assert.That(await work.GetProfileAsync(profiles[4]), Is.Null);
    }

    [Test]
    public async Task Pairs_hold_both_ways()
    {
        await using var work = await Clusters.BeginAsync(default);
        await work.SetPairAsync(new(1, 2, 300, true));
        await work.SetPairAsync(new(3, 1, -5, false));
        await work.SetPairAsync(new(2, 1, 250, true));

        Assert.That(await work.ListPairsAsync(1), Is.EqualTo(new StoredPair[] { new(1, 2, 250, true), new(1, 3, -5, false) }));
        await work.RemovePairAsync(1, 2);
        Assert.That(await work.ListPairsAsync(2), Is.Empty);
        Assert.That(await work.ListPairsAsync(3), Is.EqualTo(new StoredPair[] { new(3, 1, -5, false) }));
    }

    [Test]
    public async Task A_redirect_leads_to_the_end_however_often_clusters_unite()
    {
        await WorkAsync(async work =>
        {
            foreach (var letter in "abc")
            {
                await work.AddAddressAsync(new($"{letter}"), 1);
            }

            await work.RedirectAsync(1, 2);
            await work.RedirectAsync(2, 3);
        });

        Assert.That(await Clusters.FindRedirectAsync(new("a"), default), Is.EqualTo(new ClusterId("c")));
        Assert.That(await Clusters.FindRedirectAsync(new("b"), default), Is.EqualTo(new ClusterId("c")));
        Assert.That(await Clusters.FindRedirectAsync(new("c"), default), Is.Null);
        Assert.That(await Clusters.FindRedirectAsync(new("d"), default), Is.Null);
        await WorkAsync(async work =>
        {
            Assert.That((await work.ListRedirectsAsync(3)).Select(address => address.Id.Value), Is.EqualTo(new[] { "a", "b" }));
            await work.RedirectAsync(2, null);
        });
        Assert.That(await Clusters.FindRedirectAsync(new("a"), default), Is.EqualTo(new ClusterId("c")));
        Assert.That(await Clusters.FindRedirectAsync(new("b"), default), Is.Null);
    }

    [Test]
    public async Task Work_sees_its_own_writes_and_leaves_nothing_without_a_commit()
    {
        await using (var work = await Clusters.BeginAsync(default))
        {
            await work.ReadChangesAsync(10);
            await AssignAsync(work, One, "ba");
            await work.SetPairAsync(new(1, 2, 0, true));
            Assert.That(await work.ListOfClusterAsync(1), Is.EqualTo(new Placement[] { new(1, 0, 1, 1), new(2, 0, 1, 1) }));
        }

        await using var next = await Clusters.BeginAsync(default);
        Assert.That(await next.FindPlacementAsync(1), Is.Null);
        Assert.That(await next.ListPairsAsync(1), Is.Empty);
        Assert.That(await Clusters.ReadChangesAsync(0, 10, default), Is.Empty);
        Assert.That(await next.ReadChangesAsync(10), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task Every_cluster_touched_is_logged_once_with_its_latest_number()
    {
        await WorkAsync(work => AssignAsync(work, One, "ab"));
        Assert.That(await LogAsync(0), Is.EqualTo([One]));

        var seen = (await Clusters.ReadChangesAsync(0, 10, default))[^1].Number;
        await WorkAsync(work => AssignAsync(work, Two, "bc"));
        Assert.That(await LogAsync(seen), Is.EqualTo([One, Two]), "one lost a record, two gained two");

        seen = (await Clusters.ReadChangesAsync(seen, 1, default)).Single().Number;
        await WorkAsync(work => TakeOutAsync(work, 1));
        await WorkAsync(work => TakeOutAsync(work, 1));
        Assert.That(await LogAsync(seen), Is.EqualTo([Two, One]));
        Assert.That(await Clusters.ListRecordsAsync(One, default), Is.Empty, "a cluster without records is no more");
        Assert.That(await Clusters.CountAsync(default), Is.EqualTo(1));

        seen = (await Clusters.ReadChangesAsync(0, 10, default))[^1].Number;
        await WorkAsync(work => work.TouchAsync(2));
        Assert.That(await LogAsync(seen), Is.EqualTo([Two]));
    }

    [Test]
    public async Task A_reset_leaves_the_clusters_as_they_are_and_starts_from_the_first_record()
    {
        var run = (await Harvests.FindRunningAsync(Koha, default))!;
        await AppendAsync(run, Live("b", "B"));
        await PullAsync();
        await WorkAsync(work => AssignAsync(work, One, "a"));
        await using (var rebuild = await Clusters.BeginRebuildAsync(default))
        {
            rebuild.WritePlacements([new(1, 1, 1, 1)]);
            rebuild.Commit(7, "rules");
        }

        Assert.That(await Clusters.GetStateAsync(default), Is.EqualTo(new ClusteringState("rules", 0, 6)));
        await Clusters.ResetAsync(default);

        Assert.That(await Clusters.GetStateAsync(default), Is.EqualTo(new ClusteringState(null, 6, 6)));
        Assert.That(await Clusters.FindClusterAsync(Key("a"), default), Is.EqualTo(One));
        Assert.That(Letters(await PullAsync()), Is.EqualTo("acdefb"));
    }

    [Test]
    public async Task A_snapshot_tells_the_records_as_they_were_when_it_was_opened()
    {
        var run = (await Harvests.FindRunningAsync(Koha, default))!;
        using var snapshot = await Clusters.OpenSnapshotAsync(default);
        await AppendAsync(run, Live("b", "B"), Deleted("c"), Live("g", "g"));

        var told = new List<PackedRecord>();
        while (snapshot.Read(4) is { Count: > 0 } some)
        {
            told.AddRange(some);
        }

        Assert.That(told.Select(record => Show(record.Unpack())), Is.EqualTo("abcdef".Select(letter => Show(Live($"{letter}", $"{letter}")))));
        Assert.That((snapshot.LastChange, snapshot.Known, snapshot.Records), Is.EqualTo((6, 0, 6)));
    }

    [Test]
    public async Task Records_are_numbered_in_the_order_of_first_storing()
    {
        var run = (await Harvests.FindRunningAsync(Koha, default))!;
        await AppendAsync(run, Live("a", "A"), Deleted("b"), Live("0", "the latest"));
        await AppendAsync(run, Live("b", "back"));

        Assert.That((await PullAsync()).OrderBy(change => change.Record).Select(change => change.Subject.Key.Identifier), Is.EqualTo("abcdef0".Select(letter => $"{letter}")));
    }

    [Test]
    public async Task Work_is_over_after_its_commit()
    {
        await using var work = await Clusters.BeginAsync(default);
        await work.CommitAsync();

        Assert.That(() => work.TouchAsync(1), Throws.InstanceOf<ObjectDisposedException>());
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

    private static string Letters(IEnumerable<RecordChange> changes) => Letters(changes.Select(change => change.Subject.Key));

    private static async Task AssignAsync(IClusteringWork work, ClusterId cluster, string letters)
    {
        foreach (var letter in letters)
        {
            await AssignAsync(work, cluster, letter - 'a' + 1L);
        }
    }
}
