using System.Buffers.Binary;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>
/// Whatever becomes of a file's bytes: either the opening or the first read that touches them says which file it is, or the
/// answer is right all the same; never is it wrong.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DamageTests
{
    private const string Segment = "00000001.segment";

    private static readonly IndexOptions Options = new() { MergesInBackground = false };

    [Test]
    public void A_flipped_bit_in_the_manifest_is_noticed_at_opening_wherever_it_is()
    {
        using var folder = IndexState.Folder(Small().Files);
        var bytes = File.ReadAllBytes(folder.File("manifest"));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            File.WriteAllBytes(folder.File("manifest"), Flipped(bytes, bit));
            AssertRefused(folder, "manifest", $"bit {bit} of {bytes.Length * 8}");
        }
    }

    [Test]
    public void A_flipped_bit_in_a_small_segment_never_makes_an_answer_wrong_and_Verify_finds_it()
    {
        var (files, state) = Small();
        using var folder = IndexState.Folder(files);
        for (var at = 0; at < files[Segment].Length; at++)
        {
            AssertHarmless(folder, state, Flipped(files[Segment], (at * 8) + (at % 8)), $"byte {at}");
        }
    }

    [Test]
    public void A_flipped_bit_in_a_segment_of_many_chunks_never_makes_an_answer_wrong_and_Verify_finds_it()
    {
        var (files, state) = Made(documents: 20_000);
        using var folder = IndexState.Folder(files);
        var random = new Random(5);
        for (var flip = 0; flip < 40; flip++)
        {
            var at = random.Next(files[Segment].Length);
            AssertHarmless(folder, state, Flipped(files[Segment], (at * 8) + random.Next(8)), $"byte {at}");
        }
    }

    [Test]
    public void A_zeroed_page_never_makes_an_answer_wrong()
    {
        var (files, state) = Made(documents: 20_000);
        using var folder = IndexState.Folder(files);
        for (var page = 0; page < files[Segment].Length / 4096; page += 29)
        {
            var bytes = (byte[])files[Segment].Clone();
            bytes.AsSpan(page * 4096, 4096).Clear();
            AssertHarmless(folder, state, bytes, $"page {page}");
        }
    }

    [Test]
    public void A_merge_copies_no_damage()
    {
        using var folder = new TempFolder();
        using (var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options))
        {
            IndexState.Commit(index, 1);
            IndexState.Commit(index, 2);
        }

        var segment = File.ReadAllBytes(folder.File(Segment));
        var noticed = 0;
        for (var at = 128; at < segment.Length; at += 97)
        {
            File.WriteAllBytes(folder.File(Segment), Flipped(segment, at * 8));
            try
            {
                using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options);
                Assert.That(() => index.Merge(), Throws.TypeOf<IndexDamagedException>().With.Property("File").EndsWith(Segment), $"byte {at}");
                noticed++;
            }
            catch (IndexDamagedException)
            {
                // The opening has noticed it already.
            }
        }

        Assert.That(noticed, Is.Positive);
    }

    [Test]
    public void A_file_that_is_cut_short_or_goes_on_is_noticed_at_opening([Values("manifest", Segment)] string file)
    {
        using var folder = IndexState.Folder(Small().Files);
        var whole = File.ReadAllBytes(folder.File(file));
        for (var length = 0; length < whole.Length; length += length < 200 ? 1 : 41)
        {
            File.WriteAllBytes(folder.File(file), whole[..length]);
            AssertRefused(folder, file, $"{length} of {whole.Length} bytes");
        }

        File.WriteAllBytes(folder.File(file), [.. whole, 0]);
        AssertRefused(folder, file, "a byte too many");
    }

    [Test]
    public void A_missing_segment_and_one_of_another_index_are_noticed_at_opening()
    {
        using var folder = IndexState.Folder(Small().Files);
        File.WriteAllBytes(folder.File(Segment), Made(documents: 3).Files[Segment]);
        AssertRefused(folder, Segment, "of another index", "another file than the manifest names");
        File.Delete(folder.File(Segment));
        AssertRefused(folder, Segment, "missing", "the file is missing");
    }

    [Test]
    public void Files_of_another_version_are_refused_in_clear_words([Values("manifest", Segment)] string file, [Values(1, 3, 99)] int version)
    {
        using var folder = IndexState.Folder(Small().Files);
        var bytes = File.ReadAllBytes(folder.File(file));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), version);
        File.WriteAllBytes(folder.File(file), bytes);
        AssertRefused(folder, file, $"version {version}", $"the {(version == 1 ? "older" : "newer")} format version {version}, and this program reads version 2");
    }

    [Test]
    public void A_manifest_as_the_first_version_wrote_it_is_refused_in_clear_words()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("manifest"), [0x55, 0x43, 0x46, 0x54, 1, 0, 0, 0, .. new byte[32], 1, 0, 0, 0, 0, 0, 0, 0, .. new byte[40]]);
        AssertRefused(folder, "manifest", "version 1", "the older format version 1, and this program reads version 2");
    }

    [Test]
    public void Another_schema_asks_for_a_rebuild()
    {
        var schema = StorageSchema.Schema;
        IndexSchema[] others =
        [
            schema with { Fields = [.. schema.Fields.Skip(1)] },
            schema with { Fields = [new TextField("title", new KeywordAnalyzer()), .. schema.Fields.Skip(1)] },
            schema with { Columns = [.. schema.Columns.Reverse()] },
            schema with { Columns = [new Column.Number("language"), .. schema.Columns.Skip(1)] },
        ];
        var (files, _) = Small();
        foreach (var other in others)
        {
            using var folder = IndexState.Folder(files);
            Assert.That(() => SearchIndex.Open(folder.Path, other), Throws.TypeOf<IndexDamagedException>()
                .With.Message.Contains("fields, columns or text analysis").And.Message.Contains("rebuild-index"));
        }

        using var same = IndexState.Folder(files);
        using var weighed = SearchIndex.Open(same.Path, schema with { Fields = [.. schema.Fields.Select(field => field with { Weight = 9 })] });
        using var snapshot = weighed.OpenSnapshot();
        Assert.That(snapshot.DocumentCount, Is.Positive, "weights may change without a rebuild");
    }

    [Test]
    public void A_first_commit_that_was_cut_off_leaves_an_empty_index()
    {
        using var folder = new TempFolder();
        SearchIndex.Open(folder.Path, StorageSchema.Schema).Dispose();
        File.WriteAllBytes(folder.File(Segment), [1, 2, 3]);
        File.WriteAllBytes(folder.File(Segment + ".3.part"), [1]);
        File.WriteAllBytes(folder.File("manifest.draft"), [4, 5]);
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema);
        using var snapshot = index.OpenSnapshot();
        Assert.That((snapshot.DocumentCount, snapshot.Cursor), Is.EqualTo((0, 0L)));
        Assert.That(IndexState.Files(folder).Keys, Is.EqualTo(new[] { "manifest" }));
    }

    /// <summary>One commit that deletes nothing, in one segment.</summary>
    private static (Dictionary<string, byte[]> Files, string State) Small() => Made(documents: 40);

    private static (Dictionary<string, byte[]> Files, string State) Made(int documents)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options);
        var random = new Random(documents);
        using (var draft = index.BeginDraft())
        {
            for (var document = 0; document < documents; document++)
            {
                draft.Put(StorageSchema.Document(random, $"key-{document}"));
            }

            draft.Commit(1);
        }

        return (IndexState.Files(folder), IndexState.Of(index));
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static void AssertHarmless(TempFolder folder, string state, byte[] segment, string context)
    {
        File.WriteAllBytes(folder.File(Segment), segment);
        try
        {
            using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, Options);
            // A page may hold the end of one section and the beginning of the next.
            Assert.That(index.Verify(), Is.Not.Empty.And.All.StartsWith($"{folder.File(Segment)}: "), context);
            Assert.That(IndexState.Of(index), Is.EqualTo(state), context);
        }
        catch (IndexDamagedException damage)
        {
            Assert.That(damage.File, Is.EqualTo(folder.File(Segment)), context);
        }
    }

    private static void AssertRefused(TempFolder folder, string file, string context, string reason = "")
    {
        try
        {
            SearchIndex.Open(folder.Path, StorageSchema.Schema, Options).Dispose();
            Assert.Fail($"opened in spite of {context}");
        }
        catch (IndexDamagedException damage)
        {
            Assert.That(damage.File, Is.EqualTo(folder.File(file)), context);
            Assert.That(damage.Message, Does.Contain(reason), context);
        }
    }
}
