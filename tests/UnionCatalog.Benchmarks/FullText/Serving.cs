using System.Diagnostics;
using System.Text.Json;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>A process that has the index open and nothing else: how long it takes to open, and what memory it needs.</summary>
internal static class Serving
{
    /// <summary>The child process that opens the index and asks one question.</summary>
    public const string OpenVerb = "fulltext-open";

    /// <summary>The child process that answers a day's questions on eight threads.</summary>
    public const string ServeVerb = "fulltext-serve";

    private const int Openings = 5;

    /// <summary>Long enough for the runtime to have given its objects the room that it gives them.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(10);

    public static void Report(Report report, string folder, string questions)
    {
        for (var opening = 0; opening < Openings; opening++)
        {
            Folders.Forget(folder);
            Child.Run(report, OpenVerb, folder, questions);
        }

        Child.Run(report, OpenVerb, folder, questions); // once more with the files in memory
        Child.Run(report, ServeVerb, folder, questions);
    }

    /// <summary>Writes the questions for a child process, which has not the corpus.</summary>
    public static void Write(string file, IReadOnlyList<Question> questions) => File.WriteAllText(file, JsonSerializer.Serialize(questions));

    public static void Open(string folder, string questions)
    {
        var question = Read(questions)[0];
        var (opened, first, second, read) = Measure(folder, question);
        if (read > 0)
        {
            Folders.Forget(folder);
        }

        // Once more in the same process: what is left is the disk, and not the compilation of what runs for the first time.
        var (again, firstAgain, _, _) = Measure(folder, question);
        Console.WriteLine(FormattableString.Invariant(
            $"open engine={OurEngine.EngineName} cold={(read > 0 ? "yes" : "no")} open_ms={opened:0.0} first_query_ms={first:0.0} second_query_ms={second:0.000} read_mb={read:0.0} compiled_open_ms={again:0.0} compiled_first_query_ms={firstAgain:0.0}"));
    }

    private static (double Opened, double First, double Second, double Read) Measure(string folder, Question question)
    {
        double read = ProcessMemory.ReadFromDisk;
        var start = Stopwatch.GetTimestamp();
        using var engine = new OurEngine(folder);
        var opened = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        read = ProcessMemory.ReadFromDisk - read;
        start = Stopwatch.GetTimestamp();
        engine.Prepare(question)();
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        engine.Prepare(question)();
        return (opened, first, Stopwatch.GetElapsedTime(start).TotalMilliseconds, read);
    }

    public static void Serve(string folder, string questions)
    {
        var asked = Read(questions);
        using var engine = new OurEngine(folder);
        var rate = Threads.Rate([.. asked.Select(engine.Prepare)], Threads.Count, Busy);
        Console.WriteLine(FormattableString.Invariant(
            $"serving engine={engine.Name} rss_mb={ProcessMemory.Resident:0} own_mb={ProcessMemory.Own:0} mapped_mb={ProcessMemory.Mapped:0} peak_mb={ProcessMemory.Peak:0} threads={Threads.Count} queries={rate * Busy.TotalSeconds:0} collections={GC.CollectionCount(0)} managed_mb={GC.GetTotalMemory(false) >> 20}"));
    }

    private static Question[] Read(string file) => JsonSerializer.Deserialize<Question[]>(File.ReadAllText(file))!;
}
