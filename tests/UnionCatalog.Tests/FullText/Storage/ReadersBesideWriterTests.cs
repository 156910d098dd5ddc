using System.Collections.Concurrent;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>
/// Readers search while a writer commits and segments are merged under them. Every commit sets the same word in every one of
/// a dozen documents, so that a state torn between two commits shows.
/// </summary>
[NonParallelizable]
public sealed class ReadersBesideWriterTests
{
    private const int Marked = 12;

    [Test]
    public void Readers_see_whole_commits_while_segments_are_merged_under_them() => Run(TimeSpan.FromSeconds(4));

    [Test]
    [Explicit("three minutes")]
    [Category("Night")]
    public void Readers_see_whole_commits_for_minutes() => Run(TimeSpan.FromMinutes(3));

    private static void Run(TimeSpan time)
    {
        using var folder = new TempFolder();
        Write(folder, TimeSpan.FromSeconds(0.5), readers: 1);
        var before = Held(folder);
        Write(folder, time, readers: 3);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var after = Held(folder);
        Assert.That(after.Mapped, Is.EqualTo(before.Mapped).And.Zero, "mappings");
        Assert.That(after.Handles, Is.LessThanOrEqualTo(before.Handles + 2), "open files of the whole process");
    }

    private static void Write(TempFolder folder, TimeSpan time, int readers)
    {
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { DraftMemory = 1 << 20, MergeFactor = 2 });
        var errors = new ConcurrentQueue<Exception>();
        using var over = new CancellationTokenSource(time);
        Commit(index, new Random(0));
        Thread[] threads = [.. Enumerable.Range(0, readers).Select(_ => new Thread(() => Read(index, over, errors)))];
        Array.ForEach(threads, thread => thread.Start());
        try
        {
            for (var commit = 1; !over.IsCancellationRequested; commit++)
            {
                Commit(index, new Random(commit));
                if (commit % 50 == 0)
                {
                    index.Merge(1 + (commit % 3));
                }
            }
        }
        finally
        {
            over.Cancel();
            Array.ForEach(threads, thread => thread.Join());
        }

        Assert.That(errors, Is.Empty);
        index.WaitForMerges();
        Assert.That(index.Verify(), Is.Empty);
    }

    private static void Commit(SearchIndex index, Random random)
    {
        using var draft = index.BeginDraft();
        var cursor = NextCursor(index);
        for (var document = 0; document < Marked; document++)
        {
            var marked = StorageSchema.Document(random, $"marked-{document}");
            marked.AddText("note", $"state{cursor}");
            marked.AddFacet("library", "marked");
            draft.Put(marked);
        }

        for (var document = 0; document < 20; document++)
        {
            draft.Put(StorageSchema.Document(random, $"other-{random.Next(2_000)}"));
        }

        draft.Delete($"other-{random.Next(2_000)}");
        draft.Commit(cursor);
    }

    private static long NextCursor(SearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        return snapshot.Cursor + 1;
    }

    private static void Read(SearchIndex index, CancellationTokenSource over, ConcurrentQueue<Exception> errors)
    {
        try
        {
            for (var last = 0L; !over.IsCancellationRequested;)
            {
                using var snapshot = index.OpenSnapshot();
                Assert.That(snapshot.Cursor, Is.GreaterThanOrEqualTo(last));
                last = snapshot.Cursor;
                var plan = new SearchPlan
                {
                    Query = new Query.Term("note", $"state{snapshot.Cursor}"), Count = 100, Facets = [new FacetRequest("library", 1_000)],
                };
                for (var round = 0; round < 2; round++)
                {
                    var hits = snapshot.Search(plan);
                    Assert.That(hits.Total, Is.EqualTo(Marked));
                    Assert.That(hits.Hits.Select(hit => hit.Key).Distinct().Count(), Is.EqualTo(Marked));
                    Assert.That(hits.Facets["library"].Single(value => value.Value == "marked").Count, Is.EqualTo(Marked));
                    Assert.That(snapshot.FindStored(hits.Hits[0].Key), Is.EqualTo(snapshot.Stored(hits.Hits[0])));
                }

                Assert.That(snapshot.Search(new SearchPlan { Query = new Query.Everything() }).Total, Is.EqualTo(snapshot.DocumentCount));
            }
        }
        catch (Exception error)
        {
            errors.Enqueue(error);
            over.Cancel();
        }
    }

    private static (int Mapped, int Handles) Held(TempFolder folder) => OperatingSystem.IsLinux()
        ? (File.ReadLines("/proc/self/maps").Count(line => line.Contains(folder.Path, StringComparison.Ordinal)), Directory.GetFileSystemEntries("/proc/self/fd").Length)
        : (0, 0);
}
