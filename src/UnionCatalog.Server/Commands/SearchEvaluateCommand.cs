using UnionCatalog.Search;
using UnionCatalog.Search.Evaluation;

namespace UnionCatalog.Server.Commands;

/// <summary>Measures how well known items are found in the index of the data folder.</summary>
internal static class SearchEvaluateCommand
{
    private const int MostProblems = 20;

    public static async Task<int> RunAsync(ServiceSettings settings, string cases, CancellationToken cancellation)
    {
        if (!MemberFiles.Exists(cases) || await ReadAsync(cases, cancellation) is not { } items || Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (!DataFolder.HasStore(settings.Data))
        {
            await Console.Error.WriteLineAsync($"Nothing has been harvested yet into {settings.Data}.");
            return ExitCode.WrongConfiguration;
        }

        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
        var search = new CatalogSearch(data.Index, members);
        if (search.EntryCount == 0)
        {
            await Console.Error.WriteLineAsync($"The index in {settings.Data} is empty: there is nothing to find. Build it with 'rebuild-index'.");
            return ExitCode.WrongConfiguration;
        }

        Print([.. KnownItemEvaluation.Run(search, items, cancellation)]);
        return ExitCode.Success;
    }

    private static async Task<IReadOnlyList<KnownItem>?> ReadAsync(string cases, CancellationToken cancellation)
    {
        KnownItemFile file;
        try
        {
            file = KnownItemFile.Read(await File.ReadAllLinesAsync(cases, cancellation));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return null;
        }

        foreach (var (line, reason) in file.Problems.Take(MostProblems))
        {
            await Console.Error.WriteLineAsync($"{Path.GetFileName(cases)}, line {line}: {reason}. The line is left out.");
        }

        if (file.Items.Count > 0)
        {
            return file.Items;
        }

        await Console.Error.WriteLineAsync($"{Path.GetFileName(cases)} has no known item: there is nothing to measure.");
        return null;
    }

    private static void Print(IReadOnlyList<KnownItemFinding> findings)
    {
        foreach (var figures in KnownItemEvaluation.Count(findings))
        {
            Console.Out.WriteLine(figures);
        }

        Console.Out.WriteLine(KnownItemFigures.Of("all", findings));
        foreach (var missed in findings.Where(finding => finding.Place != 1).OrderBy(finding => finding.Place == 0 ? int.MaxValue : finding.Place))
        {
            Console.Out.WriteLine(Terminal.Plain(
                $"miss kind={missed.Item.Kind} place={(missed.Place == 0 ? "none" : $"{missed.Place}")} query={missed.Item.Query} wanted={missed.Item.Wanted} first={missed.First}"));
        }
    }
}
