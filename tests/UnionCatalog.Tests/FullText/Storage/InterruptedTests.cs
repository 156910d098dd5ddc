using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>A commit or a merge that is cut off or fails at any step leaves the state before it, or the one after it, and nothing else.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class InterruptedTests
{
    private static readonly IndexOptions Options = new() { DraftMemory = 1 << 20, MergesInBackground = false };

    /// <summary>What a machine that stops may leave of a file that was not flushed.</summary>
    private static readonly Func<byte[], byte[]>[] Losses =
    [
        bytes => bytes,
        bytes => bytes[..(bytes.Length / 2)],
        bytes => [],
        bytes => new byte[bytes.Length],
        bytes => [.. bytes[..(bytes.Length / 2)], .. new byte[bytes.Length - (bytes.Length / 2)]],
    ];

    [Test]
    public void A_commit_that_is_cut_off_at_any_step([Values(0.0, 0.5, 1.0)] double done)
    {
        // Enough is stored for the draft to write several segments before the commit.
        CutOff(done, index =>
        {
            using var draft = index.BeginDraft();
            IndexState.Draft(draft, seed: 7, documents: 30, storedUpTo: 200_000);
            draft.Commit(7);
        });
    }

    [Test]
    public void A_commit_after_everything_was_cleared_that_is_cut_off_at_any_step([Values(0.0, 1.0)] double done)
    {
        CutOff(done, index =>
        {
            using var draft = index.BeginDraft();
            draft.Clear();
            IndexState.Draft(draft, seed: 8);
            draft.Commit(8);
        });
    }

    [Test]
    public void A_merge_that_is_cut_off_at_any_step([Values(0.0, 0.5, 1.0)] double done) => CutOff(done, index => index.Merge());

    [Test]
    public void A_commit_that_fails_at_any_step_publishes_nothing_and_can_be_tried_again([Values(0.0, 0.5, 1.0)] double done)
    {
        var files = Prepared();
        for (var step = 1; ; step++)
        {
            using var folder = IndexState.Folder(files);
            var disk = new FailingDisk { Done = done };
            string after;
            using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options, disk))
            {
                var before = IndexState.Of(index);
                using var draft = index.BeginDraft();
                IndexState.Draft(draft, seed: 7);
                disk.FailAt = disk.Steps + step;
                try
                {
                    draft.Commit(7);
                }
                catch (IOException)
                {
                    Assert.That(IndexState.Of(index), Is.EqualTo(before), $"step {step}");
                    draft.Commit(7);
                }

                after = IndexState.Of(index);
                Assert.That(after, Does.StartWith("cursor 7\n"));
                Assert.That(index.Verify(), Is.Empty);
            }

            AssertOpensAs([after], folder, $"step {step}");
            if (!disk.HasFailed)
            {
                Assert.That(step, Is.GreaterThan(6), "there are some steps in a commit");
                return;
            }
        }
    }

    [Test]
    public void A_commit_that_fails_at_any_step_and_is_given_up([Values(0.0, 1.0)] double done)
    {
        var files = Prepared();
        for (var step = 1; ; step++)
        {
            using var folder = IndexState.Folder(files);
            var disk = new FailingDisk { Done = done };
            string before, after;
            using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options, disk))
            {
                before = IndexState.Of(index);
                disk.FailAt = disk.Steps + step;
                try
                {
                    IndexState.Commit(index, 7);
                    return;
                }
                catch (IOException)
                {
                    Assert.That(IndexState.Of(index), Is.EqualTo(before), $"step {step}");
                }

                // What the disk has now may be either; what comes next is built on what is seen.
                using var copy = IndexState.Folder(IndexState.Files(folder));
                using (var reopened = SearchIndex.Open(copy.Path, StorageSchema.Schema))
                {
                    Assert.That(IndexState.Of(reopened).Split('\n')[0], Is.AnyOf("cursor 4", "cursor 7"));
                }

                IndexState.Commit(index, 9);
                after = IndexState.Of(index);
            }

            AssertOpensAs([after], folder, $"step {step}");
        }
    }

    [Test]
    public void A_merge_that_fails_at_any_step_harms_nothing_and_is_tried_again()
    {
        var files = Prepared();
        for (var step = 1; ; step++)
        {
            using var folder = IndexState.Folder(files);
            var disk = new FailingDisk();
            string before;
            using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options, disk))
            {
                before = IndexState.Of(index);
                disk.FailAt = disk.Steps + step;
                try
                {
                    index.Merge();
                }
                catch (IOException)
                {
                    Assert.That(IndexState.Of(index), Is.EqualTo(before), $"step {step}");
                    Assert.That(index.Verify(), Is.Empty);
                    index.Merge();
                }

                Assert.That(WithoutScores(IndexState.Of(index)), Is.EqualTo(WithoutScores(before)));
                disk.FailAt = 0;
                IndexState.Commit(index, 5);
                Assert.That(Segments(folder), Is.EqualTo(2), $"what could not be deleted goes with the next commit, step {step}");
            }

            if (!disk.HasFailed)
            {
                return;
            }
        }
    }

    [Test]
    public void A_merge_in_the_background_that_fails_is_told_and_is_tried_again_after_the_next_commit()
    {
        using var folder = IndexState.Folder(Prepared());
        var disk = new FailingDisk();
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { MergeFactor = 3 }, disk))
        {
            index.WaitForMerges();
            Assert.That(Segments(folder), Is.LessThan(4), "opening finds what a crash left unmerged");
        }

        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { MergeFactor = 32 }, disk))
        {
            for (var commit = 1; commit < 5; commit++)
            {
                IndexState.Commit(index, commit);
            }
        }

        // The merge that is due at opening fails while it creates its file.
        disk = new FailingDisk { FailAt = 1 };
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { MergeFactor = 2 }, disk))
        {
            var state = IndexState.Of(index);
            Assert.That(() => index.WaitForMerges(), Throws.InstanceOf<IOException>().With.Message.Contains("as it should"));
            Assert.That(IndexState.Of(index), Is.EqualTo(state));
            IndexState.Commit(index, 5);
            index.WaitForMerges();
            Assert.That(Segments(folder), Is.LessThan(4));
            Assert.That(index.Verify(), Is.Empty);
        }
    }

    private static int Segments(TempFolder folder) => Directory.GetFiles(folder.Path, "*.segment").Length;

    /// <summary>Four commits, which leave four segments, some with deletions.</summary>
    private static Dictionary<string, byte[]> Prepared()
    {
        using var folder = new TempFolder();
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options))
        {
            for (var commit = 1; commit <= 4; commit++)
            {
                IndexState.Commit(index, commit);
            }
        }

        return IndexState.Files(folder);
    }

    private static void CutOff(double done, Action<SearchIndex> work)
    {
        var files = Prepared();
        string before, after;
        using (var folder = IndexState.Folder(files))
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options))
        {
            before = IndexState.Of(index);
            work(index);
            after = IndexState.Of(index);
        }

        for (var step = 1; ; step++)
        {
            using var folder = IndexState.Folder(files);
            var disk = new FailingDisk { IsStopping = true, Done = done };
            var isOver = false;
            using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options, disk))
            {
                disk.FailAt = disk.Steps + step;
                try
                {
                    work(index);
                    isOver = true;
                }
                catch (IOException)
                {
                    Assert.That(IndexState.Of(index), Is.EqualTo(before), $"seen after step {step}");
                }
            }

            var left = IndexState.Files(folder);
            foreach (var (loss, lose) in Losses.Index())
            {
                var copy = left.ToDictionary(file => file.Key, file => disk.Unflushed.Contains(folder.File(file.Key)) ? lose(file.Value) : file.Value);
                using var crashed = IndexState.Folder(copy);
                AssertOpensAs(isOver ? [after] : [before, after], crashed, $"step {step}, loss {loss}");
            }

            if (!disk.HasFailed)
            {
                Assert.That(step, Is.GreaterThan(6), "there are some steps to be cut off at");
                return;
            }
        }
    }

    private static void AssertOpensAs(string[] states, TempFolder folder, string context)
    {
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options);
        Assert.That(IndexState.Of(index), Is.AnyOf(states), context);
        Assert.That(index.Verify(), Is.Empty, context);
        using var snapshot = index.OpenSnapshot();
        using var lease = snapshot.Hold();
        Assert.That(IndexState.Files(folder), Has.Count.EqualTo(lease.Segments.Count + (snapshot.Cursor == 0 ? 0 : 1)), $"left-overs: {context}");
    }

    private static string WithoutScores(string state) => System.Text.RegularExpressions.Regex.Replace(state, @"=\d+\.\d{4}", "");
}
