using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What every implementation of <see cref="IHarvestStore"/> must do: appending and finding records.</summary>
public abstract partial class HarvestStoreContract : StoreContract
{
    [Test]
    public async Task A_record_comes_back_as_it_was_told()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "Laskar Pelangi"), Deleted("2"));

        Assert.That(Show(await Harvests.FindRecordAsync(Key("1"), default)), Is.EqualTo(Show(Live("1", "Laskar Pelangi"))));
        Assert.That(Show(await Harvests.FindRecordAsync(Key("2"), default)), Is.EqualTo(Show(Deleted("2"))));
        Assert.That(await Harvests.FindRecordAsync(Key("1", Slims), default), Is.Null);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2_000)]
    [TestCase(3_000_000)]
    public async Task Bytes_come_back_identical_whatever_they_are(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        bytes.AsSpan(size / 2).Clear();
        await AppendAsync(await BeginRunAsync(), new HarvestedRecord.Live(Key("1"), null, MetadataFormat.Iso2709, bytes));

        var found = (HarvestedRecord.Live?)await Harvests.FindRecordAsync(Key("1"), default);

        Assert.That(found!.Metadata.Span.SequenceEqual(bytes));
        Assert.That(found.Format, Is.EqualTo(MetadataFormat.Iso2709));
        Assert.That(found.Datestamp, Is.Null);
    }

    [TestCase("oai:perpus.sch.id:slims-1' OR '1'='1")]
    [TestCase("كتاب/书/\U0001F4DA")]
    [TestCase("A")]
    [TestCase(" ")]
    [TestCase("")]
    public async Task An_identifier_is_kept_to_the_letter(string identifier)
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live(identifier, "one"), Live("a", "another"));

        Assert.That(Show(await Harvests.FindRecordAsync(Key(identifier), default)), Is.EqualTo(Show(Live(identifier, "one"))));
        Assert.That((await PullAsync()).Select(change => change.Subject.Key.Identifier), Is.EqualTo([identifier, "a"]));
    }

    [Test]
    public async Task Each_record_counts_as_new_changed_unchanged_or_deleted()
    {
        var run = await BeginRunAsync();
        var first = await AppendAsync(run, Live("1", "a"), Live("2", "b"), Live("3", "c"), Live("4", "d"));
        var second = await AppendAsync(run, Live("1", "a"), Live("2", "B"), Deleted("3"), Live("5", "e"), Deleted("never there"));

        Assert.That(first, Is.EqualTo(new RunCounts { New = 4 }));
        Assert.That(second, Is.EqualTo(new RunCounts { New = 1, Changed = 1, Unchanged = 1, Deleted = 1 }));
        Assert.That((await Harvests.FindRunningAsync(Koha, default))!.Counts, Is.EqualTo(first + second));
    }

    [Test]
    public async Task A_page_that_waited_is_compared_with_what_was_stored_meanwhile()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "a"));
        var work = await Clusters.BeginAsync(default);
        var first = AppendAsync(run, Live("1", "A"), Live("2", "b"));
        var second = AppendAsync(run, Live("1", "a"), Live("2", "b"));
        await work.DisposeAsync(); // until now both had to wait

        Assert.That(await first + await second, Is.EqualTo(new RunCounts { New = 1, Changed = 2, Unchanged = 1 }));
        Assert.That((await PullAsync()).Select(change => change.Subject.Key.Identifier), Is.EquivalentTo(["1", "2"]));
    }

    [Test]
    public async Task Only_a_change_is_logged()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "a"), Live("2", "b"), Live("3", "c"));
        await PullAsync();
        await AppendAsync(run, Live("3", "C"), Live("1", "a"), Deleted("2"), Deleted("never there"));

        Assert.That((await PullAsync()).Select(change => Show(change.Subject)), Is.EqualTo([Show(Live("3", "C")), Show(Deleted("2"))]));
    }

    [Test]
    public async Task The_same_bytes_in_another_format_are_a_change()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "a"));

        var counts = await AppendAsync(run, (HarvestedRecord.Live)Live("1", "a") with { Format = MetadataFormat.Mods });

        Assert.That(counts, Is.EqualTo(new RunCounts { Changed = 1 }));
    }

    [Test]
    public async Task A_new_date_alone_is_kept_but_is_no_change()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "a"), Deleted("2"));
        await PullAsync();

        HarvestedRecord[] redated = [Live("1", "a") with { Datestamp = Noon.AddDays(1) }, Deleted("2") with { Datestamp = null }];
        var counts = await AppendAsync(run, redated);

        Assert.That(counts, Is.EqualTo(new RunCounts { Unchanged = 2 }));
        Assert.That(Show(await Harvests.FindRecordAsync(Key("1"), default)), Is.EqualTo(Show(redated[0])));
        Assert.That((await Harvests.FindRecordAsync(Key("2"), default))!.Datestamp, Is.Null);
        Assert.That(await PullAsync(), Is.Empty);
    }

    [Test]
    public async Task A_record_that_comes_back_after_its_deletion_is_new()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "a"));
        await AppendAsync(run, Deleted("1"));

        Assert.That(await AppendAsync(run, Live("1", "a")), Is.EqualTo(new RunCounts { New = 1 }));
        Assert.That(Show((await PullAsync()).Single().Subject), Is.EqualTo(Show(Live("1", "a"))));
    }

    [Test]
    public async Task Of_a_record_told_twice_in_a_page_the_last_is_taken()
    {
        var counts = await AppendAsync(await BeginRunAsync(), Live("1", "a"), Live("2", "b"), Deleted("2"), Live("1", "A"));

        Assert.That(counts, Is.EqualTo(new RunCounts { New = 1 }));
        Assert.That(Show((await PullAsync()).Single().Subject), Is.EqualTo(Show(Live("1", "A"))));
    }

    [Test]
    public async Task A_page_with_another_members_record_is_refused_whole()
    {
        var run = await BeginRunAsync();
        await AppendAsync(await BeginRunAsync(Slims), Live("1", "theirs", Slims));

        Assert.That(() => AppendAsync(run, Live("1", "ours"), Deleted("1", Slims)), Throws.ArgumentException);
        Assert.That(await Harvests.FindRecordAsync(Key("1"), default), Is.Null);
        Assert.That(Show(await Harvests.FindRecordAsync(Key("1", Slims), default)), Is.EqualTo(Show(Live("1", "theirs", Slims))));
    }

    [Test]
    public async Task What_was_set_aside_comes_back_with_its_bytes_in_order()
    {
        var run = await BeginRunAsync();
        SetAsideRecord[] unreadable =
        [
            new(Koha, "7", "Field 245 is cut short.", Encoding.UTF8.GetBytes("<record")),
            new(Koha, null, "The record has no identifier.", ReadOnlyMemory<byte>.Empty),
            new(Koha, "7", "Field 245 is cut short.", new byte[] { 0xFF, 0x00 }),
        ];
        var page = new HarvestPage { RunId = run.Id, Records = [], SetAside = unreadable, Next = new ListPosition(0, null), Requests = 3, Retries = 2 };

        var counts = await Harvests.AppendPageAsync(page, default);
        var kept = await Harvests.ListSetAsideAsync(run.Id, 10, default);

        Assert.That(counts, Is.EqualTo(new RunCounts { SetAside = 3, Requests = 3, Retries = 2 }));
        Assert.That(kept.Select(Line), Is.EqualTo(unreadable.Select(Line)));
        Assert.That(await Harvests.ListSetAsideAsync(run.Id, 2, default), Has.Count.EqualTo(2));
        Assert.That(await Harvests.ListSetAsideAsync(run.Id + 1, 2, default), Is.Empty);

        static string Line(SetAsideRecord record) =>
            $"{record.Source} {record.Identifier ?? "-"} {record.Reason} {Convert.ToHexString(record.Bytes.Span)}";
    }

    [Test]
    public async Task Live_records_are_counted_for_each_member()
    {
        var koha = await BeginRunAsync();
        await AppendAsync(koha, Live("1", "a"), Live("2", "b"), Live("3", "c"), Deleted("4"));
        await AppendAsync(koha, Deleted("1"));
        await AppendAsync(await BeginRunAsync(Slims), Live("1", "a", Slims));

        Assert.That(await Harvests.CountLiveAsync(default), Is.EquivalentTo(new Dictionary<SourceId, long> { [Koha] = 2, [Slims] = 1 }));
    }

    [Test]
    public async Task Readers_see_the_last_committed_state_while_another_writes()
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, Live("1", "a"));
        await using var work = await Clusters.BeginAsync(default);
        var change = (await work.ReadChangesAsync(1)).Single();
        await AssignAsync(work, new ClusterId("c"), change.Record);

        // The write is under way and stays so: neither reader may wait for it, nor see it.
        var readers = await Task.WhenAll(
            Task.Run(async () => Show(await Harvests.FindRecordAsync(Key("1"), default))),
            Task.Run(async () => $"{await Clusters.CountAsync(default)} clusters"));
        var waiting = AppendAsync(run, Live("1", "A"));

        Assert.That(readers, Is.EqualTo([Show(Live("1", "a")), "0 clusters"]));
        Assert.That(waiting.IsCompleted, Is.False, "a page waits until the clustering is over");
        await work.CommitAsync();
        Assert.That(await waiting, Is.EqualTo(new RunCounts { Changed = 1 }));
        Assert.That(await Clusters.CountAsync(default), Is.EqualTo(1));
    }

    [Test]
    public async Task Waiting_for_the_store_can_be_given_up()
    {
        var run = await BeginRunAsync();
        using var stop = new CancellationTokenSource();
        await using (await Clusters.BeginAsync(default))
        {
            var waiting = Harvests.RestartRunAsync(run.Id, stop.Token);
            await stop.CancelAsync();
            Assert.That(() => waiting, Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(() => Harvests.FindRunningAsync(Koha, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        await AppendAsync(run, Live("1", "a"));
    }
}
