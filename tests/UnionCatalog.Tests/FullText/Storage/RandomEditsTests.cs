using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>Whatever is put, deleted, committed, merged and opened again, the index holds what a dictionary would.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RandomEditsTests
{
    [Test]
    public void An_index_holds_what_a_dictionary_holds([Range(1, 25)] int seed)
    {
        var random = new Random(seed);
        using var folder = new TempFolder();
        var options = new IndexOptions { DraftMemory = 1 << 20, MergeFactor = random.Next(2, 6), MergesInBackground = random.Next(3) > 0 };
        var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, options);
        var model = new SortedDictionary<string, string>(StorageSchema.ByBytes);
        for (var commit = 1; commit <= 25; commit++)
        {
            var before = model.ToArray();
            using (var draft = index.BeginDraft())
            {
                Edit(draft, model, random);
                if (random.Next(6) == 0)
                {
                    model = new SortedDictionary<string, string>(before.ToDictionary(), StorageSchema.ByBytes);
                }
                else
                {
                    draft.Commit(commit);
                    Check(index, model, commit);
                    Edit(draft, [], random);
                }
            }

            switch (random.Next(8))
            {
                case 0:
                    index.Merge(random.Next(1, 4));
                    break;
                case 1:
                    index.WaitForMerges();
                    break;
                case 2:
                    index.Dispose();
                    index = SearchIndex.Open(folder.Path, StorageSchema.Schema, options);
                    break;
            }

            Check(index, model, null);
        }

        Assert.That(index.Verify(), Is.Empty);
        index.Dispose();
    }

    private static void Check(SearchIndex index, SortedDictionary<string, string> model, long? cursor)
    {
        using var snapshot = index.OpenSnapshot();
        Assert.That(StorageSchema.Lines(snapshot), Is.EqualTo(model.Values));
        Assert.That(snapshot.Cursor, Is.EqualTo(cursor ?? snapshot.Cursor));
        foreach (var key in model.Keys.Take(5).Append("nobody"))
        {
            Assert.That(snapshot.FindStored(key) is { } stored ? Convert.ToHexString(stored) : null,
                Is.EqualTo(model.GetValueOrDefault(key)?.Split('|')[^1]));
        }
    }

    private static void Edit(IndexDraft draft, SortedDictionary<string, string> model, Random random)
    {
        if (random.Next(12) == 0)
        {
            draft.Clear();
            model.Clear();
        }

        // Now and then as much is stored as makes the draft write several segments.
        var storedUpTo = random.Next(5) == 0 ? 60_000 : 30;
        for (var edit = random.Next(60); edit > 0; edit--)
        {
            var key = (random.Next(3) == 0 ? "日本" : "key-") + random.Next(150);
            if (random.Next(4) == 0)
            {
                draft.Delete(key);
                model.Remove(key);
            }
            else
            {
                var document = StorageSchema.Document(random, key, storedUpTo);
                draft.Put(document);
                model[key] = StorageSchema.Line(document);
            }
        }
    }
}
