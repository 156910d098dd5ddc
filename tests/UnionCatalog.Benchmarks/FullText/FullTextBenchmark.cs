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
    private readonly Dictionary<string, double> _floors = [];
    private double _mostAllocated;

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

    private string OurFolder => Path.Combine(options.Folder, "ours");

    private string Fts5Folder => Path.Combine(options.Folder, "fts5");

    private bool Measure()
    {
        _report.Print($"corpus docs={options.Books} queries={options.Queries} load={LoadOf()} cores={Environment.ProcessorCount}");
        var survey = new Survey(_corpus, options.Books);
        var classes = new QuestionDrawer(_corpus, survey).DrawAll(options.Queries);
        BuildWhatIsMissing();
        var agree = MeasureClasses(classes, survey);
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
        foreach (var (engine, folder, isWanted) in new[] { ("ours", OurFolder, options.HasOurs), ("fts5", Fts5Folder, options.HasFts5) })
        {
            // Written at the end of a build, with the line that the build gave.
            var built = $"{folder}-built-{options.Books.ToString(CultureInfo.InvariantCulture)}.txt";
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

    private bool MeasureClasses(IReadOnlyList<(string Class, IReadOnlyList<Question> Questions)> classes, Survey survey)
    {
        var terms = new TermFinder(survey);
        var engines = new List<IEngine>();
        try
        {
            if (options.HasOurs)
            {
                var ours = new OurEngine(OurFolder);
                if (options.HasFloor)
                {
                    engines.Add(new Floor(ours, terms));
                }

                engines.Add(ours);
            }

            if (options.HasFts5)
            {
                var file = Build.Fts5Path(Fts5Folder);
                engines.AddRange([new Fts5Engine(file, terms), new Fts5Unranked(file, terms), new Fts5Arrays(file, terms, survey)]);
            }

            foreach (var (name, questions) in classes)
            {
                if (!Agreement.Check(_report, name, questions, [.. engines.Where(engine => questions.Any(engine.CanAnswer) || engine is Fts5Engine and not (Fts5Arrays or Fts5Unranked))]))
                {
                    return false;
                }

                foreach (var engine in engines)
                {
                    MeasureClass(name, questions, engine);
                }
            }

            if (engines.OfType<OurEngine>().SingleOrDefault() is { } engineOfThreads)
            {
                _report.Print($"allocated engine={engineOfThreads.Name} worst_bytes={_mostAllocated:0}");
                Threads.Report(_report, engineOfThreads, classes.First(one => one.Class == QuestionDrawer.Mixed).Questions);
            }

            return true;
        }
        finally
        {
            engines.ForEach(engine => engine.Dispose());
        }
    }

    private void MeasureClass(string name, IReadOnlyList<Question> questions, IEngine engine)
    {
        IReadOnlyList<Question> asked = [.. questions.Where(engine.CanAnswer)];
        // A variant of FTS5 that could answer only a part of a class would be compared with what it is not.
        if (asked.Count == 0 || (engine is Fts5Arrays or Fts5Unranked && asked.Count < questions.Count))
        {
            return;
        }

        var taken = Measurement.Take([.. asked.Select(engine.Prepare)]);
        if (engine is Floor)
        {
            _floors[name] = taken.Mean;
        }

        if (engine is OurEngine)
        {
            _mostAllocated = Math.Max(_mostAllocated, taken.Allocated);
        }

        var ratio = _floors.TryGetValue(name, out var floor) ? (taken.Mean / floor).ToString("0.00", CultureInfo.InvariantCulture) : "-";
        var leftOut = asked.Count < questions.Count ? FormattableString.Invariant($" not_asked={questions.Count - asked.Count}") : "";
        _report.Print($"class={name} engine={engine.Name} mean_ms={taken.Mean:0.0000} p50_ms={taken.Half:0.0000} p95_ms={taken.P95:0.0000} p99_ms={taken.P99:0.0000} floor_ratio={ratio} n={taken.Count} hits={taken.Hits:0} alloc_bytes={taken.Allocated:0}{leftOut}");
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

        if (options.HasFts5)
        {
            changing.ReportFts5(Fts5Folder, copy);
        }
    }

    private static string LoadOf() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "-";
}
