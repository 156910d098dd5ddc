using System.Diagnostics;
using UnionCatalog.FullText;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// Builds an index in a process of its own, so that its memory is its own. The time to draw the books is taken by itself and
/// left out.
/// </summary>
internal static class Build
{
    /// <summary>What the child process is started with.</summary>
    public const string Verb = "fulltext-build";

    /// <summary>How many books are committed at once.</summary>
    private const int Batch = 20_000;

    /// <summary>The child process: builds and prints one line.</summary>
    public static void Run(string engine, string folder, int books)
    {
        var corpus = new Corpus();
        Directory.CreateDirectory(folder);
        if (engine == OurEngine.EngineName)
        {
            using var ours = SearchIndex.Open(folder, Schema.Index);
            BuildIndex(engine, ours, () => ours.WaitForMerges(), corpus, folder, books);
        }
        else if (engine == LuceneEngine.EngineName)
        {
            // Its writer gives up merges that are running when it is closed; what it has merged by the last commit is what counts.
            using var lucene = LuceneEngine.Open(folder);
            BuildIndex(engine, lucene, static () => { }, corpus, folder, books);
        }
        else
        {
            BuildFts5(corpus, folder, books);
        }
    }

    private static void BuildIndex(string engine, ISearchIndex index, Action waitForMerges, Corpus corpus, string folder, int books)
    {
        var drawing = TimeToDraw(corpus, books, book => Schema.ToDocument(book));
        var book = new Book();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var own = 0.0;
        using (var draft = index.BeginDraft())
        {
            for (var number = 0; number < books; number++)
            {
                draft.Put(Schema.ToDocument(corpus.Draw(number, book)));
                if (number % Batch == Batch - 1 || number == books - 1)
                {
                    own = Math.Max(own, ProcessMemory.Own);
                    draft.Commit(number + 1);
                }
            }
        }

        var committed = watch.Elapsed.TotalSeconds;
        waitForMerges();
        var merged = watch.Elapsed.TotalSeconds;
        var memory = ProcessMemory.Peak;
        processor = Environment.CpuUsage.TotalTime - processor;
        index.Dispose();
        Print(FormattableString.Invariant(
            $"build engine={engine} docs_per_s={books / (committed - drawing):0} bytes_per_doc={(double)Folders.Size(folder) / books:0.0} rss_mb={memory:0} own_mb={own:0} docs_per_s_until_merged={books / (merged - drawing):0} seconds={committed:0.0} merged_seconds={merged:0.0} drawing_seconds={drawing:0.0} cpu_seconds={processor.TotalSeconds:0.0} files={Directory.GetFiles(folder).Length}"));
    }

    private static void BuildFts5(Corpus corpus, string folder, int books)
    {
        var drawing = TimeToDraw(corpus, books, Texts);
        var path = Fts5Path(folder);
        var book = new Book();
        var columns = new Stopwatch();
        double own = 0, size;
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        TimeSpan committed;
        using (var file = new Fts5File(path, isNew: true))
        {
            file.Execute("BEGIN");
            for (var number = 0; number < books; number++)
            {
                file.PutWords(corpus.Draw(number, book));
                columns.Start();
                file.PutColumns(book);
                columns.Stop();
                if (number % Batch == Batch - 1 || number == books - 1)
                {
                    own = Math.Max(own, ProcessMemory.Own);
                    file.Execute("COMMIT");
                    file.Execute("BEGIN");
                }
            }

            file.Execute("COMMIT");
            committed = watch.Elapsed;
            processor = Environment.CpuUsage.TotalTime - processor;
            size = file.SizeOfWords();
        }

        var seconds = committed.TotalSeconds;
        Print(FormattableString.Invariant(
            $"build engine=fts5 docs_per_s={books / (seconds - drawing):0} bytes_per_doc={(double)Folders.Size(folder) / books:0.0} rss_mb={ProcessMemory.Peak:0} own_mb={own:0} words_docs_per_s={books / (seconds - drawing - columns.Elapsed.TotalSeconds):0} words_bytes_per_doc={size / books:0.0} seconds={seconds:0.0} drawing_seconds={drawing:0.0} cpu_seconds={processor.TotalSeconds:0.0} columns_seconds={columns.Elapsed.TotalSeconds:0.0}"));
    }

    /// <summary>The database in an engine's folder.</summary>
    public static string Fts5Path(string folder) => Path.Combine(folder, "books.db");

    private static void Texts(Book book)
    {
        Corpus.Text(book.Title);
        Corpus.Text(book.Author);
        Corpus.Text(book.Subject);
        Corpus.Text(book.Rest);
    }

    /// <summary>What drawing all books takes, in seconds, from a part of them.</summary>
    private static double TimeToDraw(Corpus corpus, int books, Action<Book> use)
    {
        var (book, sample) = (new Book(), Math.Min(books, 50_000));
        var watch = new Stopwatch();
        for (var pass = 0; pass < 3; pass++)
        {
            watch.Restart(); // the last pass counts, with everything compiled
            for (var number = 0; number < sample; number++)
            {
                use(corpus.Draw(number, book));
            }
        }

        return watch.Elapsed.TotalSeconds * books / sample;
    }

    private static void Print(string line) => Console.WriteLine(line);
}
