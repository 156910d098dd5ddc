using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Files;

/// <summary>What a harvest of files leaves behind that was cut off, and what goes on from it.</summary>
internal sealed partial class DropFolderTests
{
    [Test]
    public async Task A_harvest_that_was_cut_off_goes_on_where_it_stood()
    {
        var rows = string.Concat(Enumerable.Range(1, 1_700).Select(i => $"Buku {i},A B,{i}\n"));
        Put("buku.csv", $"Judul,Pengarang,No. Induk\n{rows}");
        using var stop = new CancellationTokenSource();

        Assert.That(
            async () => await _bench.Harvester.HarvestAsync(Member(), HarvestScope.Incremental, new Stop(stop), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        await _bench.CloseAsync();
        await _bench.OpenAsync();
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(500));

        var run = await LookAsync();
        Assert.That((run!.Status, run.Counts.New, run.Counts.Unchanged), Is.EqualTo((RunStatus.Completed, 1_700L, 0L)));
    }

    [Test]
    public async Task A_file_that_disappears_from_a_delivery_that_was_cut_off_takes_nothing_off()
    {
        Put("buku.csv", Sheet);
        await LookAsync();
        var rows = string.Concat(Enumerable.Range(10, 1_200).Select(i => $"Buku {i},A B,{i}\n"));
        Put("a.csv", $"Judul,Pengarang,No. Induk\n{rows}");
        Put("b.csv", Sheet);
        using var stop = new CancellationTokenSource();
        Assert.That(
            async () => await _bench.Harvester.HarvestAsync(Member(), HarvestScope.Incremental, new Stop(stop), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        File.Delete(Path.Combine(Drop, "b.csv"));

        var run = await LookAsync();

        Assert.That((run!.Status, run.Counts.Deleted), Is.EqualTo((RunStatus.Failed, 0L)));
        Assert.That(run.Failure, Does.Contain("b.csv"));
    }

    [Test]
    public async Task A_harvest_that_was_cut_off_before_its_first_page_takes_nothing_off_without_files()
    {
        Put("buku.csv", Sheet);
        await LookAsync();
        await _bench.Store.Harvests.BeginRunAsync(
            Member().Id,
            new RunStart { Scope = HarvestScope.Incremental, MetadataPrefix = "files", Lists = "files", IsSweep = true, Started = _bench.Clock.GetUtcNow() },
            default);

        Assert.That(await LookAsync(), Is.Null);
        Assert.That(await _bench.Store.Held.ListPendingAsync(default), Is.Empty);

        Put("buku.csv", Sheet);
        var run = await LookAsync();
        Assert.That((run!.Status, run.Counts.Unchanged), Is.EqualTo((RunStatus.Completed, 3L)));
    }

    [Test]
    public async Task Another_file_by_hand_does_not_wait_for_one_that_was_cut_off()
    {
        var (first, second) = (_folder.File("a.csv"), _folder.File("b.csv"));
        var rows = string.Concat(Enumerable.Range(10, 1_200).Select(i => $"Buku {i},A B,{i}\n"));
        await File.WriteAllTextAsync(first, $"Judul,Pengarang,No. Induk\n{rows}");
        await File.WriteAllTextAsync(second, Sheet);
        using var stop = new CancellationTokenSource();
        Assert.That(
            async () => await _bench.Harvester.StoreFileAsync(Member(), new FilesSource(), first, new Stop(stop), stop.Token), Throws.InstanceOf<OperationCanceledException>());

        var other = await _bench.Harvester.StoreFileAsync(Member(), new FilesSource(), second, null, default);

        Assert.That((other.Status, other.Counts.New, other.Failure), Is.EqualTo((RunStatus.Completed, 3L, (string?)null)));
    }
}
