using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Files;

/// <summary>Files in a member's folder, a real store behind.</summary>
internal sealed partial class DropFolderTests
{
    private const string Sheet = "Judul,Pengarang,No. Induk\nLaskar Pelangi,Andrea Hirata,1\nSang Pemimpi,Andrea Hirata,2\nBumi,Tere Liye,3\n";

    private TempFolder _folder = null!;
    private HarvestBench _bench = null!;

    private string Drop => Path.Combine(_folder.Path, "drop", _bench.Member().Id.Value);

    [SetUp]
    public async Task Open()
    {
        _folder = new TempFolder();
        _bench = await HarvestBench.StartAsync(new HarvestOptions { DataFolder = _folder.Path });
        Directory.CreateDirectory(Drop);
    }

    [TearDown]
    public async Task Close()
    {
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_sheet_in_the_folder_is_stored_and_put_away()
    {
        Put("buku.csv", Sheet);

        var run = await LookAsync();

        Assert.That((run!.Status, run.Counts.New, run.IsSweep), Is.EqualTo((RunStatus.Completed, 3L, true)));
        Assert.That(Directory.GetFiles(Drop), Is.Empty);
        Assert.That(Directory.GetFiles(Path.Combine(Drop, "done")).Select(Path.GetFileName), Is.EqualTo(new[] { "buku 2026-11-21 010000.csv" }).Or.One.StartsWith("buku 2026-11-21"));
        Assert.That(await _bench.FindAsync("item:1"), Is.InstanceOf<HarvestedRecord.Live>());
    }

    [Test]
    public async Task An_empty_folder_is_no_harvest_and_takes_nothing_off()
    {
        Put("buku.csv", Sheet);
        await LookAsync();

        Assert.That(await LookAsync(), Is.Null);
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_book_that_the_next_whole_sheet_lacks_is_gone_and_nothing_else_changes()
    {
        Put("buku.csv", Sheet);
        await LookAsync();
        Put("buku.csv", Sheet.Replace("Bumi,Tere Liye,3\n", "", StringComparison.Ordinal));

        var run = await LookAsync();

        Assert.That((run!.Counts.New, run.Counts.Changed, run.Counts.Unchanged, run.Counts.Deleted), Is.EqualTo((0L, 0L, 2L, 1L)));
    }

    [Test]
    public async Task A_sheet_of_changes_takes_nothing_off()
    {
        Put("buku.csv", Sheet);
        await LookAsync(FileContents.Changes);
        Put("baru.csv", "Judul,Pengarang,No. Induk\nHujan,Tere Liye,4\n");

        var run = await LookAsync(FileContents.Changes);

        Assert.That((run!.Counts.New, run.Counts.Deleted), Is.EqualTo((1L, 0L)));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task Files_that_lie_there_together_are_one_delivery()
    {
        Put("fiksi.csv", Sheet);
        Put("umum.csv", "Judul;No. Induk\nIPA Terpadu;100\n");

        var run = await LookAsync();

        Assert.That((run!.Counts.New, run.Counts.Deleted), Is.EqualTo((4L, 0L)));
        Assert.That((await LookAgainAsync("fiksi.csv", Sheet, "umum.csv", "Judul;No. Induk\nIPA Terpadu;100\n"))!.Counts.Unchanged, Is.EqualTo(4));
    }

    [Test]
    public async Task What_cannot_be_read_is_put_aside_with_the_reason_and_takes_nothing_off()
    {
        Put("buku.csv", Sheet);
        await LookAsync();
        Put("buku.xlsx", "PK\u0003\u0004 xl/workbook.xml [Content_Types].xml");
        Put("fiksi.csv", "Judul,No. Induk\nHujan,9\n");

        var run = await LookAsync();

        Assert.That((run!.Status, run.Counts.New, run.Counts.Deleted), Is.EqualTo((RunStatus.Failed, 1L, 0L)));
        Assert.That(run.Failure, Does.Contain("buku.xlsx").And.Contain("Save As"));
        var reason = Directory.GetFiles(Path.Combine(Drop, "failed"), "*.txt").Single();
        Assert.That(await File.ReadAllTextAsync(reason), Does.Contain("Simpan sebagai").And.Contain("Save As"));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task A_file_that_is_still_being_written_waits_and_the_others_with_it()
    {
        Put("buku.csv", Sheet);
        File.SetLastWriteTimeUtc(Put("umum.csv", Sheet), _bench.Clock.GetUtcNow().UtcDateTime.AddSeconds(-3));

        Assert.That(await LookAsync(), Is.Null);

        _bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That((await LookAsync())!.Status, Is.EqualTo(RunStatus.Completed));
    }

    [Test]
    public async Task What_programs_and_desktops_leave_there_is_no_delivery()
    {
        foreach (var name in new[] { ".~lock.buku.csv#", "~$buku.xlsx", "buku.csv.part", "Thumbs.db", ".hidden" })
        {
            Put(name, Sheet);
        }

        Assert.That(await LookAsync(), Is.Null);
    }

    [Test]
    public async Task A_faulty_row_keeps_absences_from_being_believed_and_a_line_between_does_not()
    {
        Put("buku.csv", Sheet);
        await LookAsync();

        Put("buku.csv", "Judul,Pengarang,No. Induk\nLaskar Pelangi,Andrea Hirata,1\nSang Pemimpi,Andrea,Hirata,2\n");
        Assert.That((await LookAsync())!.Counts.Deleted, Is.Zero);

        Put("buku.csv", "Judul,Pengarang,No. Induk\nLaskar Pelangi,Andrea Hirata,1\nSang Pemimpi,Andrea Hirata,2\n,KELAS X,\nJumlah,,2\n");
        var run = await LookAsync();
        Assert.That((run!.Counts.Deleted, run.Counts.SetAside), Is.EqualTo((1L, 2L)));
    }

    [Test]
    public async Task A_file_by_hand_is_a_run_of_its_own_kind_and_stays_where_it_is()
    {
        var path = _folder.File("kiriman.csv");
        await File.WriteAllTextAsync(path, Sheet);

        var run = await _bench.Harvester.StoreFileAsync(Member(), new FilesSource(), path, null, default);

        Assert.That((run.Origin, run.Status, run.Counts.New), Is.EqualTo((RunOrigin.Upload, RunStatus.Completed, 3L)));
        Assert.That(File.Exists(path), Is.True);
    }

    [Test]
    public async Task A_dry_run_leaves_the_files_for_the_harvest()
    {
        var (sheet, broken) = (Put("buku.csv", Sheet), Put("buku.pdf", "%PDF-1.7"));

        var foreseen = await _bench.DryRunAsync(HarvestScope.Incremental, Member());

        Assert.That((foreseen.Counts.New, await _bench.CountLiveAsync()), Is.EqualTo((3L, 0L)));
        Assert.That(Directory.GetFileSystemEntries(Drop), Is.EquivalentTo(new[] { sheet, broken }));
        Assert.That((await LookAsync())!.Counts.New, Is.EqualTo(3));
    }

    [Test]
    public async Task A_dry_run_makes_no_folder()
    {
        Directory.Delete(Drop);
        var harvested = false;

        Assert.That(
            async () => await _bench.DryRunAsync(async (harvester, _) => harvested = await harvester.HarvestAsync(Member(), HarvestScope.Incremental, null, default) is not null),
            Throws.InstanceOf<InvalidOperationException>(), "no run");

        Assert.That((harvested, Directory.Exists(Drop)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_file_that_cannot_be_put_away_is_told_and_takes_nothing_off()
    {
        Put("buku.csv", Sheet);
        Put("done", Sheet.Replace("\n", "0\n", StringComparison.Ordinal).Replace("No. Induk0", "No. Induk", StringComparison.Ordinal)); // where a folder should be

        var run = await LookAsync();

        Assert.That((run!.Status, run.Counts.New, run.Counts.Deleted), Is.EqualTo((RunStatus.Failed, 6L, 0L)));
        Assert.That(run.Failure, Does.Contain("buku.csv").And.Contain("Check the rights"));
    }

    [Test]
    public async Task While_one_file_of_a_member_is_stored_another_is_told_to_wait()
    {
        var path = _folder.File("kiriman.csv");
        await File.WriteAllTextAsync(path, Sheet);
        Put("buku.csv", Sheet);
        var second = new List<Task<HarvestRun?>>();

        await _bench.Harvester.StoreFileAsync(Member(), new FilesSource(), path, new During(() => second.Add(LookAsync())), default);

        Assert.That(async () => await second.Single(), Throws.InstanceOf<MemberBusyException>());
        Assert.That((await LookAsync())!.Counts.Unchanged, Is.EqualTo(3), "and its file is still there");
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(Drop, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Member Member(FileContents contents = FileContents.Whole) => _bench.Member() with { Source = new FilesSource { Contents = contents } };

    private Task<HarvestRun?> LookAsync(FileContents contents = FileContents.Whole) =>
        _bench.Harvester.HarvestAsync(Member(contents), HarvestScope.Incremental, null, default);

    private Task<HarvestRun?> LookAgainAsync(string name, string text, string other, string otherText)
    {
        Put(name, text);
        Put(other, otherText);
        return LookAsync();
    }

    /// <summary>Stops after the first page.</summary>
    private sealed class Stop(CancellationTokenSource source) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => source.Cancel();
    }

    private sealed class During(Action act) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => act();
    }
}
