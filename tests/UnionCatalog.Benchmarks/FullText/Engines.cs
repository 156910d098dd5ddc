using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>The engines of a run, open side by side, asked class after class.</summary>
internal sealed class Engines : IDisposable
{
    private readonly List<IEngine> _engines = [];
    private readonly Dictionary<string, double> _floors = [];
    private double _mostAllocated;

    public Engines(FullTextOptions options, string ourFolder, string luceneFolder, string fts5Folder, Survey survey)
    {
        var terms = new TermFinder(survey);
        if (options.HasOurs)
        {
            var ours = new OurEngine(ourFolder);
            if (options.HasFloor)
            {
                _engines.Add(new Floor(ours, terms)); // first, for the others to be set against it
            }

            _engines.Add(ours);
        }

        if (options.HasLucene)
        {
            _engines.Add(new ContractEngine(LuceneEngine.EngineName, LuceneEngine.Open(luceneFolder)));
        }

        if (options.HasFts5)
        {
            var file = Build.Fts5Path(fts5Folder);
            _engines.AddRange([new Fts5Engine(file, terms), new Fts5Unranked(file, terms), new Fts5Arrays(file, terms, survey)]);
        }
    }

    /// <returns>False where engines found different things; what comes after is not measured then.</returns>
    public bool Measure(Report report, IReadOnlyList<(string Class, IReadOnlyList<Question> Questions)> classes)
    {
        foreach (var (name, questions) in classes)
        {
            if (!Agreement.Check(report, name, questions, _engines))
            {
                return false;
            }

            foreach (var engine in _engines)
            {
                Measure(report, name, questions, engine);
            }
        }

        if (_engines.OfType<OurEngine>().SingleOrDefault() is { } ours)
        {
            report.Print($"allocated engine={ours.Name} worst_bytes={_mostAllocated:0}");
            Threads.Report(report, ours, classes.First(one => one.Class == QuestionDrawer.Mixed).Questions);
        }

        return true;
    }

    public void Dispose() => _engines.ForEach(engine => engine.Dispose());

    private void Measure(Report report, string name, IReadOnlyList<Question> questions, IEngine engine)
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
        report.Print($"class={name} engine={engine.Name} mean_ms={taken.Mean:0.0000} p50_ms={taken.Half:0.0000} p95_ms={taken.P95:0.0000} p99_ms={taken.P99:0.0000} floor_ratio={ratio} cpu_ms={taken.Processor:0.0000} n={taken.Count} hits={taken.Hits:0} alloc_bytes={taken.Allocated:0}{leftOut}");
    }
}
