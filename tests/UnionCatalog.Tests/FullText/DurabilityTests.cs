using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>An index opens at the last whole commit, or says which file is damaged; it never answers wrongly.</summary>
public sealed class DurabilityTests
{
    private static readonly IndexSchema Schema = RandomLibrary.Schema;

    [Test]
    public void A_commit_cut_off_anywhere_leaves_the_state_before_it_or_after_it()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema);
        for (var commit = 1; commit < 8; commit++)
        {
            Commit(index, commit);
        }

        var (before, stateBefore) = (Files(folder), State(index));
        Commit(index, 8);
        var (after, stateAfter) = (Files(folder), State(index));
        var written = after.Keys.Except(before.Keys).ToArray();
        Assert.That((before.Count, after.Count, written.Length), Is.EqualTo((8, 2, 1)), "eight segments become one");
        var merged = after[written[0]];
        var mergedAway = $"{Convert.ToInt64(written[0][..8], 16) - 1:x8}.segment";

        using (Assert.EnterMultipleScope())
        {
            // The new segment, then the merged one, then the draft of the manifest are written; none of them is named yet.
            foreach (var draft in new[] { mergedAway, written[0], "manifest.draft" })
            {
                var whole = draft == "manifest.draft" ? after["manifest"] : merged;
                foreach (var length in new[] { 0, 1, whole.Length / 2, whole.Length - 1, whole.Length })
                {
                    before[draft] = whole[..length];
                    AssertOpensAs(stateBefore, before, $"{draft} at {length} bytes");
                }
            }

            // The rename of the manifest is the commit. Then the segments that were merged go, one by one.
            before.Remove("manifest.draft");
            before["manifest"] = after["manifest"];
            AssertOpensAs(stateAfter, before, "all old segments are still there");
            foreach (var old in before.Keys.Except(after.Keys).ToArray())
            {
                before.Remove(old);
                AssertOpensAs(stateAfter, before, $"{old} is gone");
            }
        }
    }

    [Test]
    public void A_first_commit_cut_off_leaves_an_empty_index()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("00000001.segment"), [1, 2, 3]);
        File.WriteAllBytes(folder.File("manifest.draft"), [4, 5]);
        using var index = SearchIndex.Open(folder.Path, Schema);
        Assert.That((index.Snapshot.DocumentCount, index.Snapshot.Cursor), Is.EqualTo((0, 0L)));
        Assert.That(Files(folder).Keys, Is.Empty);
    }

    [Test]
    public void A_flipped_bit_is_noticed_wherever_it_is([Values("manifest", "00000001.segment")] string file)
    {
        using var folder = Folder(OneCommit());
        var bytes = File.ReadAllBytes(folder.File(file));
        for (var at = 0; at < bytes.Length; at += at < 100 ? 1 : 7)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(folder.File(file), flipped);
            AssertDamaged(folder, file, $"byte {at} of {bytes.Length}");
        }
    }

    [Test]
    public void A_file_that_is_cut_short_or_goes_on_is_noticed([Values("manifest", "00000001.segment")] string file)
    {
        using var folder = Folder(OneCommit());
        var whole = File.ReadAllBytes(folder.File(file));
        for (var length = 0; length < whole.Length; length += length < 100 ? 1 : 41)
        {
            File.WriteAllBytes(folder.File(file), whole[..length]);
            AssertDamaged(folder, file, $"{length} of {whole.Length} bytes");
        }

        File.WriteAllBytes(folder.File(file), [.. whole, 0]);
        AssertDamaged(folder, file, "a byte too many");
    }

    [Test]
    public void A_missing_segment_and_one_of_another_index_are_noticed()
    {
        using var folder = Folder(OneCommit());
        var segment = folder.File("00000001.segment");
        File.WriteAllBytes(segment, OneCommit(documents: 2)["00000001.segment"]);
        AssertDamaged(folder, "00000001.segment", "of another index");
        File.Delete(segment);
        AssertDamaged(folder, "00000001.segment", "missing");
    }

    [Test]
    public void Another_schema_asks_for_a_rebuild()
    {
        IndexSchema[] others =
        [
            Schema with { Fields = [.. Schema.Fields.Skip(1)] },
            Schema with { Fields = [new TextField("title", new KeywordAnalyzer()), .. Schema.Fields.Skip(1)] },
            Schema with { Columns = [.. Schema.Columns.Reverse()] },
            Schema with { Columns = [new Column.Number("library"), .. Schema.Columns.Skip(1)] },
        ];
        foreach (var other in others)
        {
            using var folder = Folder(OneCommit());
            Assert.That(() => SearchIndex.Open(folder.Path, other), Throws.TypeOf<IndexDamagedException>()
                .With.Message.Contains("fields, columns or text analysis").And.Message.Contains("rebuild-index"));
        }

        using var same = Folder(OneCommit());
        using var weighed = SearchIndex.Open(same.Path, Schema with { Fields = [.. Schema.Fields.Select(field => field with { Weight = 9 })] });
        Assert.That(weighed.Snapshot.DocumentCount, Is.EqualTo(9), "weights may change without a rebuild");
    }

    [Test]
    public void A_commit_that_fails_can_be_tried_again()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema);
        using var draft = index.BeginDraft();
        draft.Put(new IndexDocument("k1"));
        Directory.CreateDirectory(folder.File("manifest.draft"));
        Assert.That(() => draft.Commit(1), Throws.InstanceOf<UnauthorizedAccessException>());
        Assert.That(index.Snapshot.DocumentCount, Is.Zero);
        Directory.Delete(folder.File("manifest.draft"));
        draft.Commit(1);
        Assert.That((index.Snapshot.DocumentCount, Files(folder).Count), Is.EqualTo((1, 2)));
    }

    private static Dictionary<string, byte[]> OneCommit(int documents = 9)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema);
        Commit(index, 1, documents);
        return Files(folder);
    }

    /// <summary>Puts some documents that are new and some that replace those of earlier commits.</summary>
    private static void Commit(SearchIndex index, int commit, int documents = 9)
    {
        var library = new RandomLibrary(commit);
        using var draft = index.BeginDraft();
        var keys = new HashSet<string>();
        while (keys.Count < documents)
        {
            var document = library.Document();
            draft.Put(document);
            keys.Add(document.Key);
        }

        draft.Commit(commit);
    }

    private static Dictionary<string, byte[]> Files(TempFolder folder) =>
        Directory.EnumerateFiles(folder.Path).Where(file => Path.GetFileName(file) != "lock")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    private static TempFolder Folder(Dictionary<string, byte[]> files)
    {
        var folder = new TempFolder();
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(folder.File(name), bytes);
        }

        return folder;
    }

    private static string State(SearchIndex index)
    {
        var hits = index.Snapshot.Search(new SearchPlan { Query = new Query.Everything(), Count = 1_000 }).Hits;
        return $"{index.Snapshot.Cursor}: {string.Join(' ', hits.Select(hit => $"{hit.Key}={Convert.ToHexString(hit.Stored.Span)}"))}";
    }

    private static void AssertOpensAs(string state, Dictionary<string, byte[]> files, string context)
    {
        using var folder = Folder(files);
        using var index = SearchIndex.Open(folder.Path, Schema);
        Assert.That(State(index), Is.EqualTo(state), context);
        Assert.That(Files(folder), Has.Count.EqualTo(index.Snapshot.Manifest.Segments.Count + 1), $"left-overs: {context}");
    }

    private static void AssertDamaged(TempFolder folder, string file, string context)
    {
        try
        {
            SearchIndex.Open(folder.Path, Schema).Dispose();
            Assert.Fail($"opened in spite of {context}");
        }
        catch (IndexDamagedException damage)
        {
            Assert.That(Path.GetFileName(damage.File), Is.EqualTo(file), context);
        }
    }
}
