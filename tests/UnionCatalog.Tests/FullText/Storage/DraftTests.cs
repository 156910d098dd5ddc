using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>What a draft does with keys that come twice, documents that fail, and more than its memory holds.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DraftTests
{
    [Test]
    public void Of_a_key_put_twice_the_last_counts_whether_or_not_the_first_is_on_disk_already()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { DraftMemory = 1 << 20 });
        using var draft = index.BeginDraft();
        draft.Put(new IndexDocument("a") { Stored = new byte[] { 1 } });
        draft.Put(new IndexDocument("a") { Stored = new byte[] { 2 } });
        draft.Put(new IndexDocument("b") { Stored = new byte[] { 3 } });
        draft.Put(new IndexDocument("c") { Stored = new byte[] { 4 } });
        draft.Put(new IndexDocument("large") { Stored = new byte[2 << 20] });
        Assert.That(Directory.GetFiles(folder.Path, "*.segment"), Has.Length.EqualTo(1), "the memory is spent");
        draft.Put(new IndexDocument("b") { Stored = new byte[] { 5 } });
        draft.Delete("c");
        draft.Delete("large");
        draft.Put(new IndexDocument("large") { Stored = new byte[3 << 20] });
        draft.Delete("b");
        draft.Put(new IndexDocument("b") { Stored = new byte[] { 6 } });
        draft.Commit(1);
        using var snapshot = index.OpenSnapshot();
        Assert.That(snapshot.DocumentCount, Is.EqualTo(3));
        Assert.That(snapshot.FindStored("a"), Is.EqualTo(new byte[] { 2 }));
        Assert.That(snapshot.FindStored("b"), Is.EqualTo(new byte[] { 6 }));
        Assert.That(snapshot.FindStored("c"), Is.Null);
        Assert.That(snapshot.FindStored("large"), Has.Length.EqualTo(3 << 20));
    }

    [Test]
    public void A_document_whose_analysis_fails_is_not_there_and_harms_no_other()
    {
        var schema = new IndexSchema([new TextField("text", new Failing())], [new Column.Number("number")]);
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, schema);
        using var draft = index.BeginDraft();
        draft.Put(Document("a", 1, "one"));
        Assert.That(() => draft.Put(Document("b", 2, "two fail")), Throws.InvalidOperationException);
        Assert.That(() => draft.Put(Document("a", 3, "three fail")), Throws.InvalidOperationException);
        draft.Put(Document("c", 4, "four"));
        draft.Commit(1);
        using var snapshot = index.OpenSnapshot();
        Assert.That(Found("one"), Is.EqualTo(new[] { "a" }));
        Assert.That(Found("two").Concat(Found("three")), Is.Empty);
        Assert.That(Found("four"), Is.EqualTo(new[] { "c" }));
        Assert.That(snapshot.Search(new SearchPlan { Query = new Query.Range("number", 1, 1) }).Total, Is.EqualTo(1));
        Assert.That(snapshot.Terms("text").From("").Select(term => term.Term), Is.EqualTo(new[] { "four", "one" }));

        string[] Found(string term) => [.. snapshot.Search(new SearchPlan { Query = new Query.Term("text", term) }).Hits.Select(hit => hit.Key)];

        static IndexDocument Document(string key, long number, string text)
        {
            var document = new IndexDocument(key);
            document.AddText("text", text);
            document.SetNumber("number", number);
            return document;
        }
    }

    [Test]
    public void Many_small_commits_leave_few_segments()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema);
        var most = 0;
        for (var commit = 1; commit <= 300; commit++)
        {
            IndexState.Commit(index, commit, documents: 2);
            most = Math.Max(most, Directory.GetFiles(folder.Path, "*.segment").Length);
        }

        Assert.That(most, Is.LessThan(40), "a commit waits where merging falls behind");
        index.WaitForMerges();
        Assert.That(Directory.GetFiles(folder.Path, "*.segment"), Has.Length.LessThan(8));
    }

    [Test]
    public void A_segment_that_has_lost_much_is_written_anew()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema);
        Put(index, 0, 1_000);
        Delete(index, 0, 190);
        index.WaitForMerges();
        Assert.That(Deleted(index), Is.EqualTo(190), "not worth it yet");
        Delete(index, 190, 20);
        index.WaitForMerges();
        Assert.That(Deleted(index), Is.Zero);
        Delete(index, 0, 1_000);
        Assert.That(Directory.GetFiles(folder.Path, "*.segment"), Is.Empty, "nothing is left of it");
    }

    [Test]
    [Explicit("writes 14 GB")]
    [Category("Night")]
    public void Stored_bytes_beyond_four_gibibytes_come_back()
    {
        const int Documents = 280;
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, StorageSchema.Schema, new IndexOptions { MergesInBackground = false });
        using var draft = index.BeginDraft();
        for (var document = 0; document < Documents; document++)
        {
            draft.Put(new IndexDocument($"key-{document}") { Stored = Bytes(document) });
        }

        draft.Commit(1);
        index.Merge();
        Assert.That(new FileInfo(Directory.GetFiles(folder.Path, "*.segment").Single()).Length, Is.GreaterThan(1L << 32));
        using var snapshot = index.OpenSnapshot();
        for (var document = 0; document < Documents; document++)
        {
            Assert.That(snapshot.FindStored($"key-{document}").AsSpan().SequenceEqual(Bytes(document)), $"{document}");
        }

        static byte[] Bytes(int document)
        {
            var bytes = new byte[IndexLimits.Stored - document];
            new Random(document).NextBytes(bytes);
            return bytes;
        }
    }

    private static void Put(SearchIndex index, int from, int count)
    {
        using var draft = index.BeginDraft();
        for (var document = from; document < from + count; document++)
        {
            draft.Put(StorageSchema.Document(new Random(document), $"key-{document}"));
        }

        draft.Commit(1);
    }

    private static void Delete(SearchIndex index, int from, int count)
    {
        using var draft = index.BeginDraft();
        for (var document = from; document < from + count; document++)
        {
            draft.Delete($"key-{document}");
        }

        draft.Commit(2);
    }

    private static int Deleted(SearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        using var lease = snapshot.Hold();
        return lease.Segments.Sum(live => live.Segment.Count - live.Count);
    }

    /// <summary>Gives the words of a text, and fails at "fail".</summary>
    private sealed class Failing : IAnalyzer
    {
        public string Identity => "failing";

        public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
        {
            foreach (var (position, word) in text.ToString().Split(' ').Index())
            {
                if (word == "fail")
                {
                    throw new InvalidOperationException("It fails, as it should.");
                }

                tokens.Add(word, position, 0, word.Length);
            }
        }
    }
}
