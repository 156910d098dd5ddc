using System.Runtime.CompilerServices;
using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>A snapshot sees the same until it is disposed of, and files go when nobody needs them.</summary>
[NonParallelizable]
public sealed class LeaseTests
{
    private static readonly IndexOptions Options = new() { MergesInBackground = false };

    [Test]
    public void A_snapshot_sees_the_same_whatever_is_committed_merged_and_closed()
    {
        using var folder = new TempFolder();
        var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options);
        IndexState.Commit(index, 1);
        IndexState.Commit(index, 2);
        using var snapshot = index.OpenSnapshot();
        var lines = StorageSchema.Lines(snapshot);
        var answers = IndexState.Plans.Select(plan => IndexState.Answer(snapshot, plan)).ToArray();
        for (var commit = 3; commit < 9; commit++)
        {
            IndexState.Commit(index, commit);
            index.Merge();
            AssertSame();
        }

        index.Dispose();
        AssertSame();
        using (var reopened = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options))
        {
            IndexState.Commit(reopened, 9);
            AssertSame();
        }

        void AssertSame()
        {
            Assert.That(StorageSchema.Lines(snapshot), Is.EqualTo(lines));
            Assert.That(IndexState.Plans.Select(plan => IndexState.Answer(snapshot, plan)), Is.EqualTo(answers));
            Assert.That(snapshot.Cursor, Is.EqualTo(2));
        }
    }

    [Test]
    public void What_has_been_disposed_of_says_so()
    {
        using var folder = new TempFolder();
        var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options);
        IndexState.Commit(index, 1);
        var snapshot = index.OpenSnapshot();
        snapshot.Dispose();
        snapshot.Dispose();
        Assert.That(() => snapshot.Search(IndexState.Plans[0]), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => snapshot.FindStored("key-1"), Throws.TypeOf<ObjectDisposedException>());
        var draft = index.BeginDraft();
        Assert.That(() => index.BeginDraft(), Throws.InvalidOperationException);
        Assert.That(() => SearchIndex.Open(folder.Path, StorageSchema.Schema, Options), Throws.InvalidOperationException);
        index.Dispose();
        index.Dispose();
        Assert.That(() => draft.Commit(2), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => index.BeginDraft(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => index.OpenSnapshot(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => index.Merge(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    [Platform("Linux")]
    public void Files_are_unmapped_when_the_last_lease_is_let_go_of()
    {
        using var folder = new TempFolder();
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options))
        {
            IndexState.Commit(index, 1);
            IndexState.Commit(index, 2);
            var snapshot = index.OpenSnapshot();
            var second = index.OpenSnapshot();
            var inside = snapshot.Hold();
            index.Merge();
            Assert.That(Mapped(folder), Is.EqualTo(3), "two that the snapshots need, and the merged one");
            Assert.That(Directory.GetFiles(folder.Path, "*.segment"), Has.Length.EqualTo(1), "their names are gone already");
            second.Dispose();
            snapshot.Dispose();
            Assert.That(Mapped(folder), Is.EqualTo(3), "a search is still running");
            inside.Dispose();
            Assert.That(Mapped(folder), Is.EqualTo(1));
        }

        Assert.That(Mapped(folder), Is.Zero);
    }

    [Test]
    [Platform("Linux")]
    public void A_draft_that_is_given_up_leaves_nothing()
    {
        using var folder = new TempFolder();
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { DraftMemory = 1 << 20 }))
        {
            IndexState.Commit(index, 1);
            using (var draft = index.BeginDraft())
            {
                IndexState.Draft(draft, seed: 2, documents: 30, storedUpTo: 200_000);
                Assert.That(Directory.GetFiles(folder.Path, "*.segment"), Has.Length.GreaterThan(1), "some of it is on disk");
            }

            Assert.That(Directory.GetFiles(folder.Path, "*.segment"), Has.Length.EqualTo(1));
            Assert.That(Mapped(folder), Is.EqualTo(1));
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_snapshot_that_is_forgotten_is_let_go_of_when_it_is_collected()
    {
        using var folder = new TempFolder();
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options))
        {
            IndexState.Commit(index, 1);
            IndexState.Commit(index, 2);
            Forget(index);
            index.Merge();
            for (var attempt = 0; attempt < 10 && Mapped(folder) > 1; attempt++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.That(Mapped(folder), Is.EqualTo(1));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(SearchIndex index) => _ = index.OpenSnapshot().DocumentCount;

    private static int Mapped(TempFolder folder) => File.ReadLines("/proc/self/maps").Count(line => line.Contains(folder.Path, StringComparison.Ordinal));
}
