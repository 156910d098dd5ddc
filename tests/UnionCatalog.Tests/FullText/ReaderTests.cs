using System.Runtime.CompilerServices;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Readers beside a writer: whole commits only, and nothing stays behind when they are gone.</summary>
public sealed class ReaderTests
{
    private const int Documents = 40;

    private static readonly SearchPlan All = new() { Query = new Query.Everything() };

    [Test]
    public void Readers_beside_a_writer_see_whole_commits_only() => ReadBesideAWriter(commit => commit <= 100);

    [Test]
    [Explicit("Ten minutes, or as many as the parameter \"minutes\" says")]
    [Category("Long")]
    public void Readers_beside_a_writer_see_whole_commits_only_for_minutes()
    {
        var until = DateTime.UtcNow.AddMinutes(TestContext.Parameters.Get("minutes", 10));
        ReadBesideAWriter(_ => DateTime.UtcNow < until);
    }

    private static void ReadBesideAWriter(Func<int, bool> goesOn)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema, new IndexOptions { MergeFactor = 2 });
        using var done = new CancellationTokenSource();
        void Read()
        {
            do
            {
                using var snapshot = index.OpenSnapshot();
                AssertWhole(snapshot);
            }
            while (!done.IsCancellationRequested);
        }

        // A thread each: the pool of a machine with two cores would let the third reader wait until the writer is done.
        var readers = Enumerable.Range(0, 3)
            .Select(_ => Task.Factory.StartNew(Read, default, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            using var draft = index.BeginDraft();
            for (var commit = 1; goesOn(commit) && !readers.Any(reader => reader.IsFaulted); commit++)
            {
                Put(draft, commit);
                draft.Commit(commit);
            }
        }
        finally
        {
            done.Cancel();
            Assert.That(() => Task.WaitAll(readers), Throws.Nothing);
        }

        index.WaitForMerges();
        index.Merge();
        AssertNothingLeft(folder);
    }

    private static void Put(IndexDraft draft, int commit)
    {
        for (var number = 0; number < Documents; number++)
        {
            var document = new IndexDocument($"k{number}") { Stored = BitConverter.GetBytes(commit) };
            document.AddText("title", $"Buku{commit}");
            document.SetNumber("held", commit);
            draft.Put(document);
        }
    }

    private static void AssertWhole(IndexSnapshot snapshot)
    {
        var found = snapshot.Search(All with
        {
            Query = snapshot.Cursor == 0 ? new Query.Everything() : new Query.Term("title", $"buku{snapshot.Cursor}"),
            Facets = [new FacetRequest("held")],
        });
        if (!found.Facets["held"].SequenceEqual(snapshot.Cursor == 0 ? [] : [new FacetCount($"{snapshot.Cursor}", Documents)]))
        {
            throw new InvalidOperationException($"At {snapshot.Cursor} found {string.Join(' ', found.Facets["held"])}.");
        }

        foreach (var hit in found.Hits)
        {
            if (BitConverter.ToInt32(snapshot.Stored(hit)) != snapshot.Cursor)
            {
                throw new InvalidOperationException($"At {snapshot.Cursor} {hit.Key} is of {BitConverter.ToInt32(snapshot.Stored(hit))}.");
            }
        }
    }

    [Test]
    public void Snapshots_stay_as_they_were_through_merges_and_after_the_index_is_closed()
    {
        using var folder = new TempFolder();
        var snapshots = new List<IndexSnapshot>();
        using (var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema))
        {
            using (var draft = index.BeginDraft())
            {
                for (var commit = 1; commit <= 40; commit++)
                {
                    draft.Put(new IndexDocument($"k{commit:d2}") { Stored = new byte[] { (byte)commit } });
                    draft.Commit(commit);
                    snapshots.Add(index.OpenSnapshot());
                }
            }

            index.Merge();
        }

        foreach (var snapshot in snapshots)
        {
            Assert.That(
                snapshot.Search(All with { Count = 50 }).Hits.Select(hit => (long)snapshot.Stored(hit)[0]),
                Is.EqualTo(Enumerable.Range(1, (int)snapshot.Cursor)));
            snapshot.Dispose();
        }

        Assert.That(Mapped(folder), Is.Empty);
    }

    [Test]
    public void A_snapshot_that_was_forgotten_holds_nothing_for_ever()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        Forget(index);
        index.Merge();
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        AssertNothingLeft(folder);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(SearchIndex index)
    {
        using var draft = index.BeginDraft();
        for (var commit = 1; commit <= 5; commit++)
        {
            Put(draft, commit);
            draft.Commit(commit);
            AssertWhole(index.OpenSnapshot());
        }
    }

    /// <summary>Of all that was written and merged, one segment is on disk and nothing else is open or mapped.</summary>
    private static void AssertNothingLeft(TempFolder folder)
    {
        Assert.That(Directory.EnumerateFiles(folder.Path, "*.segment").Count(), Is.EqualTo(1), "segments on disk");
        var kept = Directory.EnumerateFiles(folder.Path, "*.segment").Single();
        Assert.That(Mapped(folder).Where(file => file != kept), Is.Empty, "mapped");
    }

    /// <summary>The segments of a folder that this process has open or mapped, deleted ones too; none where the system does not tell.</summary>
    private static IEnumerable<string> Mapped(TempFolder folder)
    {
        if (!File.Exists("/proc/self/maps"))
        {
            return [];
        }

        var mapped = File.ReadLines("/proc/self/maps").Where(line => line.Contains(folder.Path, StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..]);
        var open = Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(file => file.StartsWith(folder.Path, StringComparison.Ordinal));
        return mapped.Concat(open).Where(file => file.Contains(".segment", StringComparison.Ordinal)).Distinct();
    }
}
