using Microsoft.Data.Sqlite;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Store.Sqlite;

/// <summary>What is SQLite's own: the file, its layout and its settings.</summary>
public sealed class SqliteFileTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task The_engine_is_named_with_its_version()
    {
        await using var store = await OpenAsync("a.db");
        Assert.That(store.Engine, Does.Match(@"^SQLite 3\.\d+\.\d+$"));
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_made_and_a_closed_store_is_one_file()
    {
        await (await OpenAsync("new/folder/a.db")).DisposeAsync();
        Assert.That(Directory.GetFiles(_folder.File("new/folder")), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_commit_is_on_the_disk_before_it_is_told()
    {
        using var session = new SqliteSession(_folder.File("a.db"), SqliteOpenMode.ReadWriteCreate);
        Schema.Prepare(session, "a.db");

        Assert.That(session.Find<string>("PRAGMA journal_mode"), Is.EqualTo("wal"));
        Assert.That(session.Find<long>("PRAGMA synchronous"), Is.EqualTo(2), "2 is FULL");
        Assert.That(session.Find<long>("PRAGMA foreign_keys"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_of_the_first_layout_is_brought_to_this_one_with_its_runs_and_the_addresses_of_its_clusters()
    {
        await using (var store = await OpenAsync("a.db"))
        {
            await store.Harvests.BeginRunAsync(new("sma-contoh"), new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        }

        Run(
            "a.db",
            """
            DROP TABLE held_records; DROP TABLE holds; DROP TABLE sightings; DROP TABLE reports; DROP TABLE requests; DROP INDEX runs_by_start;
            ALTER TABLE runs DROP COLUMN origin; ALTER TABLE runs DROP COLUMN is_sweep; ALTER TABLE runs DROP COLUMN held;
            ALTER TABLE runs DROP COLUMN cause; ALTER TABLE runs DROP COLUMN notice;
            ALTER TABLE runs DROP COLUMN mended;
            DROP TABLE clusters; DROP TABLE memberships; DROP TABLE profiles; DROP TABLE blocks; DROP TABLE pairs; DROP TABLE crowds;
            DROP TABLE suspicious; DROP TABLE reviews; DROP TABLE overrides; DROP TABLE drawn_by; DROP TABLE arrivals;
            CREATE TABLE blocks (block TEXT NOT NULL); CREATE TABLE pairs (record INTEGER NOT NULL);
            CREATE TABLE memberships (record INTEGER PRIMARY KEY REFERENCES records, cluster TEXT NOT NULL) STRICT;
            CREATE INDEX memberships_of_cluster ON memberships (cluster);
            INSERT INTO records (id, source, identifier) SELECT 1, id, 'a' FROM sources; INSERT INTO records (id, source, identifier) SELECT 2, id, 'b' FROM sources;
            INSERT INTO memberships VALUES (1, 'one000000000'), (2, 'one000000000');
            PRAGMA user_version = 1
            """);

        await using var opened = await OpenAsync("a.db");
        Assert.That((await opened.Harvests.FindRunningAsync(new("sma-contoh"), CancellationToken.None))?.Counts, Is.EqualTo(new RunCounts()));
        Assert.That(await opened.Clusters.FindClusterAsync(new(new("sma-contoh"), "b"), CancellationToken.None), Is.EqualTo(new ClusterId("one000000000")));
    }

    [Test]
    public async Task A_file_that_counts_records_and_not_holdings_is_drawn_anew_under_the_same_addresses()
    {
        await (await OpenAsync("a.db")).DisposeAsync();
        Run(
            "a.db",
            """
            DROP TABLE arrivals;
            ALTER TABLE memberships DROP COLUMN holdings;
            DROP INDEX reviews_by_holdings; ALTER TABLE reviews RENAME COLUMN holdings TO records; CREATE INDEX reviews_by_records ON reviews (records DESC, weight DESC);
            INSERT INTO sources VALUES (1, 'sma-contoh'); INSERT INTO records (id, source, identifier) VALUES (1, 1, 'a');
            INSERT INTO clusters VALUES (1, 'one000000000', 1, NULL); INSERT INTO memberships VALUES (1, 0, 1); INSERT INTO drawn_by VALUES ('rules');
            PRAGMA user_version = 4
            """);

        await using var opened = await OpenAsync("a.db");
        Assert.That((await opened.Clusters.GetStateAsync(CancellationToken.None)).Rules, Is.Null);
        Assert.That(await opened.Clusters.FindClusterAsync(new(new("sma-contoh"), "a"), CancellationToken.None), Is.EqualTo(new ClusterId("one000000000")));
    }

    [Test]
    public async Task Of_a_file_that_did_not_keep_when_records_came_the_day_is_no_later_than_any_change_after()
    {
        await (await OpenAsync("a.db")).DisposeAsync();
        string Day(int number) => $"{number * 86_400_000_000L + 5}";
        Run(
            "a.db",
            $"""
            DROP TABLE arrivals; INSERT INTO sources VALUES (1, 'sma-contoh');
            INSERT INTO records (id, source, identifier) VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 1, 'c'), (4, 1, 'd');
            INSERT INTO record_changes (record, at) VALUES (1, {Day(90)}), (2, {Day(20)}), (3, {Day(70)}), (4, {Day(50)});
            INSERT INTO clusters VALUES (1, 'one000000000', 1, NULL), (2, 'two000000000', 3, NULL);
            PRAGMA user_version = 5
            """);

        await using var opened = await OpenAsync("a.db");
        Assert.That(await opened.Clusters.FindArrivalAsync(new ClusterId("one000000000"), CancellationToken.None), Is.EqualTo(new DateOnly(1970, 1, 21)));
        Assert.That(await opened.Clusters.FindArrivalAsync(new ClusterId("two000000000"), CancellationToken.None), Is.EqualTo(new DateOnly(1970, 2, 20)));
    }

    [Test]
    public async Task A_later_layout_is_refused_and_left_as_it_is()
    {
        await (await OpenAsync("a.db")).DisposeAsync();
        Run("a.db", "PRAGMA user_version = 1000");
        var before = await File.ReadAllBytesAsync(_folder.File("a.db"));

        Assert.That(() => OpenAsync("a.db"), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("later version"));
        Assert.That(await File.ReadAllBytesAsync(_folder.File("a.db")), Is.EqualTo(before));
    }

    [Test]
    public void Another_programs_database_is_refused()
    {
        Run("a.db", "CREATE TABLE patrons (name TEXT)");
        Assert.That(() => OpenAsync("a.db"), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("another program's"));
    }

    [TestCase(3)]
    [TestCase(600)]
    [TestCase(9_000)]
    public async Task A_file_that_is_no_database_is_refused_with_what_to_do(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        await File.WriteAllBytesAsync(_folder.File("a.db"), bytes);

        Assert.That(
            () => OpenAsync("a.db"),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("a.db is damaged or is not a database").And.Message.Contains("backup"));
        Assert.That(await File.ReadAllBytesAsync(_folder.File("a.db")), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_full_disk_undoes_the_page_and_the_store_goes_on_when_there_is_room()
    {
        await using var database = SqliteDatabase.Open(_folder.File("a.db"));
        var harvests = new SqliteHarvestStore(database, TimeProvider.System);
        var run = await harvests.BeginRunAsync(new SourceId("s"), new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "marcxml", Started = DateTimeOffset.UnixEpoch }, default);
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        var page = new HarvestPage
        {
            RunId = run.Id,
            Records = [new HarvestedRecord.Live(new RecordKey(run.Source, "1"), null, MetadataFormat.MarcXml, bytes)],
            Next = new ListPosition(0, "next"),
        };

        await LimitAsync(database, 30);
        Assert.That(() => harvests.AppendPageAsync(page, default), Throws.InstanceOf<SqliteException>().With.Message.Contains("full"));
        Assert.That(await harvests.FindRunningAsync(run.Source, default), Is.EqualTo(run));
        await LimitAsync(database, 1_000_000);
        Assert.That(await harvests.AppendPageAsync(page, default), Is.EqualTo(new RunCounts { New = 1, Requests = 1 }));
    }

    [Test]
    public async Task A_commit_waits_for_the_disk_unless_its_work_can_be_repeated()
    {
        await using var database = SqliteDatabase.Open(_folder.File("a.db"));

        Assert.That(await SynchronousAsync(isRepeatable: true), Is.EqualTo(1), "NORMAL");
        Assert.That(await SynchronousAsync(isRepeatable: false), Is.EqualTo(2), "FULL");

        async Task<long> SynchronousAsync(bool isRepeatable)
        {
            using var transaction = await database.BeginAsync(default, isRepeatable);
            return transaction.Session.Find<long>("PRAGMA synchronous");
        }
    }

    private static async Task LimitAsync(SqliteDatabase database, int pages)
    {
        using var transaction = await database.BeginAsync(default);
        transaction.Session.ExecuteScript($"PRAGMA max_page_count = {pages}");
    }

    private Task<OpenStore> OpenAsync(string name) => SqliteStore.OpenAsync(_folder.File(name), TimeProvider.System, default);

    private void Run(string name, string sql)
    {
        _ = NativeSqlite.Version;
        using var session = new SqliteSession(_folder.File(name), SqliteOpenMode.ReadWriteCreate);
        session.ExecuteScript(sql);
    }
}
