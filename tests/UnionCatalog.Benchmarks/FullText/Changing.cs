using System.Diagnostics;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// One book after the other is given a word that no book has, committed so that it stays, and found by that word. Done on
/// copies, so that the measured indexes stay what they are.
/// </summary>
internal sealed class Changing(Report report, Corpus corpus, int books)
{
    private const int Changes = 200;

    /// <summary>A year that no book is of.</summary>
    private const int Marker = 2049;

    public void ReportOurs(string folder, string copy) => Report(OurEngine.EngineName, static copy => SearchIndex.Open(copy, Schema.Index), folder, copy);

    public void ReportLucene(string folder, string copy) => Report(LuceneEngine.EngineName, LuceneEngine.Open, folder, copy);

    public void ReportFts5(string folder, string copy)
    {
        Folders.Copy(folder, copy);
        using (var file = new Fts5File(Build.Fts5Path(copy)))
        using (var reader = new Fts5File(Build.Fts5Path(copy)))
        {
            Measure("fts5", (old, book, _) =>
            {
                file["BEGIN"].Run();
                file.DeleteWords(old);
                file.PutWords(book);
                file.DeleteHoldings(book.Number);
                file.PutColumns(book);
                file["COMMIT"].Run();
                var found = reader["SELECT count(*) FROM fts WHERE fts MATCH ?1"].With(1, $"\"{Marker}\"");
                found.Step();
                var total = found.Number(0);
                found.Run();
                return total;
            });
        }

        Directory.Delete(copy, recursive: true);
    }

    /// <summary>What the disk itself takes: a hundred bytes appended to a file and flushed.</summary>
    public void ReportAppend(string folder)
    {
        var path = Path.Combine(folder, "append");
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            var bytes = new byte[100];
            Measure("append", (_, _, change) =>
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
                return change + 1;
            });
        }

        File.Delete(path);
    }

    private void Report(string engine, Func<string, ISearchIndex> open, string folder, string copy)
    {
        Folders.Copy(folder, copy);
        using (var index = open(copy))
        {
            var plan = new SearchPlan { Query = new Query.Term(Schema.Words, Vocabulary.Words[Vocabulary.Year(Marker)]) };
            Measure(engine, (_, book, change) =>
            {
                using (var draft = index.BeginDraft())
                {
                    draft.Put(Schema.ToDocument(book));
                    draft.Commit(books + change + 1);
                }

                using var snapshot = index.OpenSnapshot();
                return snapshot.Search(plan).Total;
            });
        }

        Directory.Delete(copy, recursive: true);
    }

    private void Measure(string engine, Func<Book, Book, int, long> apply)
    {
        var dice = new Dice(5);
        var took = new List<double>();
        var numbers = new HashSet<int>();
        while (numbers.Count < Changes)
        {
            numbers.Add(dice.Next(books));
        }

        foreach (var (change, number) in numbers.Index())
        {
            var (old, changed) = (corpus.Draw(number, new()), corpus.Draw(number, new()));
            changed.Rest.Add(Vocabulary.Year(Marker));
            var start = Stopwatch.GetTimestamp();
            var found = apply(old, changed, change);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (found != change + 1)
            {
                throw new InvalidOperationException($"{engine}: after {change + 1} changes {found} books are found.");
            }
        }

        took.Sort();
        report.Print($"change engine={engine} median_ms={took[took.Count / 2]:0.000} p95_ms={took[took.Count * 95 / 100]:0.000} p99_ms={took[took.Count * 99 / 100]:0.000} n={took.Count}");
    }
}
