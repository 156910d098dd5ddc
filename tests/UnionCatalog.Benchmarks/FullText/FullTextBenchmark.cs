using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// How fast the index engine answers, builds and changes, beside SQLite's FTS5 over the same words and beside the floor, in one
/// run on one machine.
/// </summary>
internal sealed class FullTextBenchmark(FullTextOptions options)
{
    private readonly Report _report = new();
    private readonly Corpus _corpus = new();

    /// <returns>The exit code: 1 where engines found different things.</returns>
    public int Run()
    {
        Directory.CreateDirectory(options.Folder);
        try
        {
            return Measure() ? 0 : 1;
        }
        finally
        {
            if (!options.IsKept)
            {
                Directory.Delete(options.Folder, recursive: true);
            }
        }
    }

    private string OurFolder => FolderOf("ours");

    private string LuceneFolder => FolderOf(LuceneEngine.EngineName);

    private string Fts5Folder => FolderOf("fts5");

    private bool Measure()
    {
        _report.Print($"corpus docs={options.Books} queries={options.Queries} load={LoadOf()} cores={Environment.ProcessorCount} lucene={LuceneEngine.Version}");
        var survey = new Survey(_corpus, options.Books);
        var classes = new QuestionDrawer(_corpus, survey).DrawAll(options.Queries);
        BuildWhatIsMissing();
        bool agree;
        using (var engines = new Engines(options, OurFolder, LuceneFolder, Fts5Folder, survey))
        {
            agree = engines.Measure(_report, classes);
        }

        // Nobody may have the index open from here on: another process will.
        if (agree)
        {
            if (options.HasOurs)
            {
                var questions = Path.Combine(options.Folder, "questions.json");
                Serving.Write(questions, classes.First(one => one.Class == QuestionDrawer.Mixed).Questions);
                Serving.Report(_report, OurFolder, questions);
            }

            MeasureChanges();
            Bars.Print(_report, options.Books);
        }

        return agree;
    }

    private void BuildWhatIsMissing()
    {
        foreach (var (engine, folder, isWanted) in new[] { ("ours", OurFolder, options.HasOurs), (LuceneEngine.EngineName, LuceneFolder, options.HasLucene), ("fts5", Fts5Folder, options.HasFts5) })
        {
            // Written at the end of a build, with the line that the build gave.
            var built = $"{folder}-built.txt";
            if (isWanted && File.Exists(built))
            {
                _report.Print($"kept folder={folder}");
                _report.Echo(File.ReadAllText(built));
            }
            else if (isWanted)
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                var build = new Report();
                Child.Run(build, Build.Verb, engine, folder, options.Books.ToString(CultureInfo.InvariantCulture));
                File.WriteAllText(built, build.Last);
                _report.Keep(build.Last);
            }
        }
    }

    private void MeasureChanges()
    {
        var changing = new Changing(_report, _corpus, options.Books);
        var copy = Path.Combine(options.Folder, "changed");
        changing.ReportAppend(options.Folder);
        if (options.HasOurs)
        {
            changing.ReportOurs(OurFolder, copy);
        }

        if (options.HasLucene)
        {
            changing.ReportLucene(LuceneFolder, copy);
        }

        if (options.HasFts5)
        {
            changing.ReportFts5(Fts5Folder, copy);
        }
    }

    private string FolderOf(string engine) => Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"{engine}-{options.Books}"));

    private static string LoadOf() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "-";
}
