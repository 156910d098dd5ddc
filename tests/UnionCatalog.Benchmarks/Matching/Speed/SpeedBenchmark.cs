using System.Globalization;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>
/// How long it takes to draw all clusters of a store anew, at three sizes and over what makes crowds, and to follow one change.
/// Each step is a process of its own; making the stores is not measured.
/// </summary>
internal sealed class SpeedBenchmark(SpeedOptions options)
{
    private const int Changes = 200;

    private readonly Report _report = new();

    public int Run()
    {
        try
        {
            Measure(options.Records, isWhole: true);
            if (options.HasGrowth)
            {
                Measure(options.Records / 10, isWhole: false);
                Measure(options.Records * 2, isWhole: false);
                PrintGrowth();
            }

            Step(Steps.Yield, Text(options.Records / 10));
            Fill("worst", 0);
            Step(Steps.Draw, Store("worst"), "worst");
            Step(Steps.Reports, Store("worst"));
            Step(Steps.Quality, Store("worst"), "worst");
            SpeedBars.Print(_report, options.Records);
            return 0;
        }
        finally
        {
            if (!options.IsKept && Directory.Exists(options.Folder))
            {
                Directory.Delete(options.Folder, recursive: true);
            }
        }
    }

    private void Measure(int records, bool isWhole)
    {
        var name = Text(records);
        Fill(name, records);
        Step(Steps.Floor, Store(name), name);
        Step(Steps.Draw, Store(name), name);
        _report.Print($"multiple set={name} of_floor={Seconds("draw", name) / Seconds("floor", name):0.00}");
        if (isWhole)
        {
            Step(Steps.Quality, Store(name), name);
            Step(Steps.Change, Store(name), name, Text(Changes));
        }

        if (!options.IsKept)
        {
            Directory.Delete(Store(name), recursive: true);
        }
    }

    private void Fill(string name, int records)
    {
        if (!File.Exists(Path.Combine(Store(name), StoredNetwork.TruthFile)))
        {
            Step(Steps.Fill, Store(name), Text(records));
        }
    }

    // time(n) / (n log n), as a multiple of what it is for the smallest.
    private void PrintGrowth()
    {
        double Cost(int records) => Seconds("draw", Text(records)) / (records * Math.Log(records));
        var smallest = Cost(options.Records / 10);
        foreach (var records in new[] { options.Records, options.Records * 2 })
        {
            _report.Print($"growth from={options.Records / 10} to={records} to_n_log_n={Cost(records) / smallest:0.00}");
        }
    }

    private double Seconds(string step, string name) => _report.Find($"{step} set={name}", "seconds") ?? double.NaN;

    private string Store(string name) => Path.Combine(options.Folder, name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Step(params string[] arguments) => Child.Run(_report, arguments);
}
