using System.Globalization;
using Spectre.Console;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Server.Commands;

/// <summary>Prints what came of measuring: result lines as scripts read them, and the false pairs as a person does. What went wrong goes to the errors.</summary>
internal static class EvaluateView
{
    private const int MostProblems = 20;
    private const int BigSet = 5_000;

    /// <summary>Says which rows of the truth, and which records, are left out.</summary>
    public static void PrintProblems(LabelledFiles files, string truth)
    {
        foreach (var unreadable in files.Unreadable)
        {
            Tell($"{unreadable.File}: {Count.Of(unreadable.Count, "record")} cannot be read. The first is record {unreadable.First?.RecordNumber}: {unreadable.First?.Reason}");
        }

        foreach (var problem in files.Problems.Take(MostProblems))
        {
            Tell($"{truth}, line {problem.Line}: {problem.Reason}");
        }

        if (files.Problems.Count > MostProblems)
        {
            Tell($"{truth}: {Count.Of(files.Problems.Count - MostProblems, "more line")} of this kind.");
        }

        if (files.Problems.Count > 0)
        {
            Tell($"{Count.Of(files.Problems.Count, "line")} of {truth} left out; {Count.Of(files.Set.Records.Count, "record")} measured.");
        }
    }

    /// <summary>Prints a result line; of a big set, the errors are told how long it took.</summary>
    public static void Print(ResultLine line, int records, TimeSpan took)
    {
        Console.Out.WriteLine(line);
        if (records >= BigSet)
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"{line.Rule}: {Count.Of(records, "record")} in {took.TotalSeconds:0.0} s"));
        }
    }

    /// <summary>Prints false pairs with their evidence.</summary>
    public static void Print(string heading, IReadOnlyList<FalsePair> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        Terminal.WriteLine();
        Terminal.WriteLine($"{heading}:");
        foreach (var pair in pairs)
        {
            var judgement = pair.Comparison.Judgement;
            Terminal.WriteLine();
            Terminal.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{pair.Left} and {pair.Right}: {judgement.Outcome.ToString().ToLowerInvariant()}, weight {judgement.Weight / 100.0:0.00}{(judgement.Veto is { } veto ? $", veto: {veto}" : "")}{(pair.Remark is { } remark ? $" ({remark})" : "")}"));
            Terminal.Write(TableOf(pair));
        }
    }

    private static Table TableOf(FalsePair pair)
    {
        var table = new Table().Border(Terminal.Border).AddColumns("Feature", "Agreement", Markup.Escape(pair.Left.ToString()), Markup.Escape(pair.Right.ToString()))
            .AddColumn(new TableColumn("Weight").RightAligned());
        foreach (var evidence in pair.Comparison.Evidence.Where(evidence => evidence.Left.Length + evidence.Right.Length > 0))
        {
            table.AddRow(
                new Text(evidence.Feature.ToString()),
                new Text(Words(evidence)),
                new Text(Terminal.Plain(evidence.Left)),
                new Text(Terminal.Plain(evidence.Right)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{evidence.Weight / 100.0:+0.00;-0.00;0}")));
        }

        return table;
    }

    // "agree: equal common"
    private static string Words(Evidence evidence) => evidence.Level == Level.Unknown
        ? "unknown"
        : $"{evidence.Agreement}:{string.Concat(evidence.Level.ToString().Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{letter}"))}".ToLowerInvariant();

    private static void Tell(string line) => Console.Error.WriteLine(Terminal.Plain(line));

    /// <summary>Tells how many records of big files were read.</summary>
    internal sealed class Progress : IProgress<long>
    {
        /// <inheritdoc/>
        public void Report(long value) => Tell($"{Count.Of(value, "record")} read");
    }
}
