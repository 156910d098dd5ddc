using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>kill -9 of a process that commits and merges: every commit that returned is there, and whole.</summary>
[NonParallelizable]
public sealed class KilledWriterTests
{
    [Test]
    public void Six_kills_lose_no_commit() => KillAgainAndAgain(kills: 6);

    [Test]
    [Explicit("two hundred processes, some minutes")]
    [Category("Night")]
    public void Two_hundred_kills_lose_no_commit() => KillAgainAndAgain(kills: 200);

    private static void KillAgainAndAgain(int kills)
    {
        using var folder = new TempFolder();
        using var undisturbedFolder = new TempFolder();
        using var undisturbed = SearchIndex.Open(undisturbedFolder.Path, StorageSchema.Schema, WriterProcess.Options);
        var random = new Random(kills);
        var done = 0L;
        for (var kill = 0; kill < kills; kill++)
        {
            long told;
            using (var writer = WriterProcess.Start(folder))
            {
                writer.WaitForCommits(1);
                Thread.Sleep(random.Next(150));
                told = writer.Kill();
            }

            using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { MergesInBackground = false });
            using var snapshot = index.OpenSnapshot();
            Assert.That(snapshot.Cursor, Is.GreaterThanOrEqualTo(Math.Max(told, done + 1)), "a commit that returned is there");
            while (done < snapshot.Cursor)
            {
                WriterProcess.Commit(undisturbed, ++done);
            }

            using var expected = undisturbed.OpenSnapshot();
            Assert.That(StorageSchema.Lines(snapshot), Is.EqualTo(StorageSchema.Lines(expected)), $"kill {kill} after commit {done}");
            Assert.That(index.Verify(), Is.Empty);
        }
    }
}
