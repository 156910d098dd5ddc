namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What issue 4 asks for, held against the lines of a run. Figures of the note are from another machine, so only their ratios are used.</summary>
internal static class Bars
{
    /// <summary>What decoding the postings took on the machine of the note, in milliseconds.</summary>
    private const double NotesFloorOfFrequent = 0.08;
    private const double NotesFloorOfAnd = 0.10;

    /// <summary>
    /// Milliseconds in the note: the prototype, Lucene.Net (its facets by plain arrays), FTS5; and which floor the prototype is
    /// held against, for the note has two.
    /// </summary>
    private static readonly (string Class, double Prototype, double Lucene, double Fts5, string Floor)[] Note =
    [
        ("rare", 0.007, 0.46, 0.09, "frequent"),
        ("frequent", 0.13, 2.2, 168, "frequent"),
        ("and", 0.19, 0.39, 3.3, "and"),
        ("phrase", 0.20, 0.39, 1.9, "and"),
        ("prefix", 0.15, 0.98, 41, "frequent"),
        ("fielded", 0.14, 0.28, 1.7, "frequent"),
        ("and+facets", 0.22, 0.45, 3.8, "and"),
        ("frequent+facets", 2.5, 4.5, 176, "frequent"),
    ];

    /// <summary>The same where both count facets over plain arrays.</summary>
    private static readonly (string Class, double Lucene, double Fts5)[] NoteOfArrays = [("and+facets", 0.45, 0.91), ("frequent+facets", 4.5, 12)];

    private static readonly string[] FacetClasses = ["and+facets", "frequent+facets", "filtered+facets"];

    public static void Print(Report report, int books)
    {
        foreach (var (name, prototype, lucene, fts5, floor) in Note)
        {
            var notesFloor = floor == "and" ? NotesFloorOfAnd : NotesFloorOfFrequent;
            AtMost(report, $"{name}:to-floor-of-{floor}", 2 * prototype / notesFloor, Mean(report, name, "ours") / Mean(report, floor, "floor"));
            AtMost(report, $"{name}:to-fts5,lucene-in-note", lucene / fts5, Mean(report, name, "ours") / Mean(report, name, "fts5"));
        }

        foreach (var (name, lucene, fts5) in NoteOfArrays)
        {
            AtMost(report, $"{name}:to-fts5-arrays,lucene-in-note", lucene / fts5, Mean(report, name, "ours") / Mean(report, name, "fts5-arrays"));
        }

        AtLeast(report, "frequent:speed-to-fts5", 300, Mean(report, "frequent", "fts5") / Mean(report, "frequent", "ours"));
        foreach (var name in FacetClasses)
        {
            AtLeast(report, $"{name}:speed-to-fts5", 10, Mean(report, name, "fts5") / Mean(report, name, "ours"));
        }

        AtLeast(report, "threads", 1.8, report.Find("threads=8", "ratio"));
        AtLeast(report, "build:speed-to-fts5", 1.5, report.Find("build engine=ours", "docs_per_s") / report.Find("build engine=fts5", "docs_per_s"));
        AtMost(report, "build:bytes-per-doc", 200, report.Find("build engine=ours", "bytes_per_doc"));
        AtMost(report, "serving:peak-rss-mb", books > 1_000_000 ? 900 : 300, report.Find("serving engine=ours", "peak_mb"));
        AtMost(report, "change:median-ms", 5, report.Find("change engine=ours", "median_ms"));
        AtMost(report, "open:cold-ms", 50, report.Find("open engine=ours cold=yes", "open_ms"));
        AtMost(report, "allocated:worst-class", 2_048, report.Find("allocated engine=ours", "worst_bytes"));
    }

    private static double? Mean(Report report, string name, string engine) => report.Find($"class={name} engine={engine}", "mean_ms");

    private static void AtMost(Report report, string bar, double most, double? found) => Print(report, bar, "at_most", most, found, found <= most);

    private static void AtLeast(Report report, string bar, double least, double? found) => Print(report, bar, "at_least", least, found, found >= least);

    private static void Print(Report report, string bar, string way, double limit, double? found, bool isMet) =>
        report.Print($"bar={bar} {way}={limit:0.####} found={(found is null ? "-" : FormattableString.Invariant($"{found:0.####}"))} {(found is null ? "unknown" : isMet ? "met" : "MISSED")}");
}
