using System.Diagnostics;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Server.Commands;

/// <summary>Measures rules of matching on records of which it is known what belongs together. Stores nothing, and needs no data folder.</summary>
internal static class EvaluateCommand
{
    /// <summary>What is to be measured.</summary>
    /// <param name="Records">The files of records.</param>
    /// <param name="Truth">The table of what belongs together.</param>
    /// <param name="HidesIdentifiers">Whether the rules see no identifiers.</param>
    /// <param name="Rules">The rules.</param>
    /// <param name="Worst">How many false pairs of each kind are shown.</param>
    internal sealed record Request(IReadOnlyList<string> Records, string Truth, bool HidesIdentifiers, IReadOnlyList<IMatchRule> Rules, int Worst);

    public static async Task<int> RunAsync(Request request, CancellationToken cancellation)
    {
        if (!request.Records.Append(request.Truth).All(MemberFiles.Exists))
        {
            return ExitCode.WrongConfiguration;
        }

        LabelledFiles files;
        try
        {
            var truth = await File.ReadAllLinesAsync(request.Truth, cancellation);
            files = await LabelledFiles.ReadAsync(SetName(request.Truth), request.Records, truth, new EvaluateView.Progress(), cancellation);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongConfiguration;
        }

        EvaluateView.PrintProblems(files, Path.GetFileName(request.Truth));
        if (files.Set.Records.Count == 0)
        {
            await Console.Error.WriteLineAsync($"{Path.GetFileName(request.Truth)} names no record that can be read: there is nothing to measure.");
            return ExitCode.WrongConfiguration;
        }

        Measure(request, request.HidesIdentifiers ? files.Set.WithoutIdentifiers() : files.Set, cancellation);
        return ExitCode.Success;
    }

    private static void Measure(Request request, LabelledSet set, CancellationToken cancellation)
    {
        int[]? ours = null;
        foreach (var rule in request.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            var watch = Stopwatch.StartNew();
            var found = set.Partition(rule);
            EvaluateView.Print(new(set.Name, rule.Name, !request.HidesIdentifiers, Measures.Of(found, set.Truth)), set.Records.Count, watch.Elapsed);
            ours = rule is UnionRule ? found : ours;
        }

        if (ours is not null)
        {
            EvaluateView.Print("Wrongly together, the surest first", FalsePairs.Together(set, ours, request.Worst));
            EvaluateView.Print("Wrongly apart, the nearest to being put together first", FalsePairs.NearlyTogether(set, ours, request.Worst));
            EvaluateView.Print("Wrongly apart, the surest first", FalsePairs.Apart(set, ours, request.Worst));
        }
    }

    // A result line is parted by blanks.
    private static string SetName(string truth) => Path.GetFileNameWithoutExtension(truth).Replace(' ', '-');
}
