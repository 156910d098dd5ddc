using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Search;
using UnionCatalog.Tests.FullText;

namespace UnionCatalog.Tests.Search;

/// <summary>What every implementation of <see cref="ISearchIndex"/> must do: drafts, commits with their cursor, snapshots, what a crash leaves.</summary>
public abstract partial class CatalogIndexContract
{
    private static readonly SearchPlan All = new() { Query = new Query.Everything() };

    private TempFolder _folder = null!;
    private ISearchIndex _index = null!;

    [SetUp]
    public void Begin()
    {
        _folder = new TempFolder();
        _index = Open(Live, RandomLibrary.Schema);
    }

    [TearDown]
    public void End()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_draft_is_seen_by_nobody_until_it_is_committed_together_with_its_cursor()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1"));
        Assert.That(Show(_index), Is.EqualTo("0:"));
        draft.Commit(7);
        Assert.That(Show(_index), Is.EqualTo("7: k1"));
        draft.Commit(9);
        Assert.That(Show(_index), Is.EqualTo("9: k1"), "a cursor may go on alone");
    }

    [Test]
    public void Every_commit_has_a_stamp_of_its_own_which_stays_when_the_index_is_opened_again()
    {
        Commit(1, "k1");
        var first = Stamp();
        Commit(2, "k2");
        var second = Stamp();
        Assert.That(second, Is.Not.EqualTo(first));
        using (var draft = _index.BeginDraft())
        {
            draft.Put(new IndexDocument("k3"));
        }

        _index.Dispose();
        _index = Open(Live, RandomLibrary.Schema);
        Assert.That(Stamp(), Is.EqualTo(second));

        ulong Stamp()
        {
            using var snapshot = _index.OpenSnapshot();
            return snapshot.Stamp;
        }
    }

    [Test]
    public void A_draft_that_is_given_up_leaves_nothing_behind()
    {
        Commit(1, "k1", "k2");
        using (var draft = _index.BeginDraft())
        {
            draft.Delete("k1");
            draft.Put(new IndexDocument("k2") { Stored = new byte[] { 2 } });
            draft.Put(new IndexDocument("k3"));
        }

        using (var draft = _index.BeginDraft())
        {
            draft.Clear();
        }

        Assert.That(Show(_index), Is.EqualTo("1: k1 k2"));
        Commit(2, "k4");
        using var snapshot = _index.OpenSnapshot();
        Assert.That((Show(_index), snapshot.FindStored("k2")), Is.EqualTo(("2: k1 k2 k4", Array.Empty<byte>())));
    }

    [Test]
    public void One_draft_may_be_committed_several_times_and_what_was_last_said_of_a_key_counts()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1"));
        draft.Commit(1);
        draft.Put(new IndexDocument("k2"));
        draft.Delete("k2");
        draft.Put(new IndexDocument("k2"));
        draft.Delete("k1");
        draft.Delete("none");
        draft.Commit(2);
        Assert.That(Show(_index), Is.EqualTo("2: k2"));
        draft.Clear();
        draft.Put(new IndexDocument("k3"));
        draft.Commit(3);
        Assert.That(Show(_index), Is.EqualTo("3: k3"));
    }

    [Test]
    public void A_snapshot_stays_as_it_was_also_when_the_index_is_closed()
    {
        Commit(1, "k1");
        using var snapshot = _index.OpenSnapshot();
        var hit = snapshot.Search(All).Hits[0];
        Commit(2, "k2");
        using (var draft = _index.BeginDraft())
        {
            draft.Clear();
            draft.Commit(3);
        }

        _index.Dispose();
        Assert.That(Show(snapshot), Is.EqualTo("1: k1"));
        Assert.That(snapshot.Stored(hit), Is.Empty);
        snapshot.Dispose();
        Assert.That(() => snapshot.Search(All), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(_index.OpenSnapshot, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(_index.BeginDraft, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void A_second_draft_and_a_second_opening_are_refused_until_the_first_is_over()
    {
        using (_index.BeginDraft())
        {
            Assert.That(_index.BeginDraft, Throws.InvalidOperationException);
        }

        Assert.That(() => Open(Live, RandomLibrary.Schema), Throws.InvalidOperationException.With.Message.Contains("open already"));
        Commit(1, "k1");
        _index.Dispose();
        _index = Open(Live, RandomLibrary.Schema);
        Assert.That(Show(_index), Is.EqualTo("1: k1"));
    }

    /// <summary>The files as they stand are what a process leaves that is killed there.</summary>
    [Test]
    public void After_a_crash_the_last_commit_is_there_whole_and_nothing_else()
    {
        Commit(1, "k1", "k2");
        using var draft = _index.BeginDraft();
        for (var number = 0; number < 2_000; number++)
        {
            draft.Put(new IndexDocument($"n{number}") { Stored = new byte[40_000] });
        }

        draft.Delete("k1");
        using (var crashed = OpenCopy("in-a-draft"))
        {
            Assert.That(Show(crashed), Is.EqualTo("1: k1 k2"));
        }

        draft.Clear();
        draft.Put(new IndexDocument("k3"));
        draft.Commit(2);
        using (var crashed = OpenCopy("behind-a-commit"))
        {
            Assert.That(Show(crashed), Is.EqualTo("2: k3"));
        }
    }

    [Test]
    public void An_index_of_another_schema_is_refused()
    {
        Commit(1, "k1");
        _index.Dispose();
        var other = new IndexSchema(RandomLibrary.Schema.Fields, [new Column.Number("year")]);
        Assert.That(() => Open(Live, other), Throws.TypeOf<IndexDamagedException>());
        _index = Open(Live, RandomLibrary.Schema);
        Assert.That(Show(_index), Is.EqualTo("1: k1"), "whoever was refused has changed nothing");
    }

    [Test]
    public void A_damaged_index_is_thrown_away_with_a_reason_and_begun_anew()
    {
        using (var index = CatalogIndex.Open(_folder.File("catalog"), Open, out var reason))
        {
            Assert.That(reason, Is.Null);
            using var draft = index.BeginDraft();
            draft.Put(new IndexDocument("k1"));
            draft.Commit(5);
        }

        var largest = new DirectoryInfo(_folder.File("catalog")).EnumerateFiles().MaxBy(file => file.Length)!;
        largest.Delete();
        using var again = CatalogIndex.Open(_folder.File("catalog"), Open, out var discarded);
        Assert.That(Show(again), Is.EqualTo("0:"));
        Assert.That(discarded, Does.Contain("cannot be used"));
    }

    /// <summary>Opens an index, or begins one.</summary>
    protected abstract ISearchIndex Open(string folder, IndexSchema schema);

    private string Live => _folder.File("live");

    private ISearchIndex OpenCopy(string name)
    {
        var copy = Directory.CreateDirectory(_folder.File(name)).FullName;
        // The lock is the living process's; a killed one leaves none that holds.
        foreach (var file in Directory.GetFiles(Live).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(Path.Combine(copy, Path.GetFileName(file)));
            from.CopyTo(to);
        }

        return Open(copy, RandomLibrary.Schema);
    }

    private void Commit(long cursor, params IEnumerable<string> keys)
    {
        using var draft = _index.BeginDraft();
        foreach (var key in keys)
        {
            draft.Put(new IndexDocument(key));
        }

        draft.Commit(cursor);
    }

    private static string Show(ISearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        return Show(snapshot);
    }

    private static string Show(IIndexSnapshot snapshot) => $"{snapshot.Cursor}:{string.Concat(snapshot.Search(All).Hits.Select(hit => $" {hit.Key}"))}";
}
