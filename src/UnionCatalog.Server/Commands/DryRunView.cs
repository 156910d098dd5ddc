using UnionCatalog.Harvesting.DryRuns;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Prints what a harvest would change: numbers, and under each the first of its records.</summary>
internal static class DryRunView
{
    /// <summary>Lines are cut to this, so that a narrow terminal shows one record a line.</summary>
    private const int Width = 79;

    public static void Print(Member member, DryRun result)
    {
        foreach (var line in Lines(member, result))
        {
            Terminal.WriteLine(line);
        }
    }

    /// <summary>The same, line by line.</summary>
    internal static IEnumerable<string> Lines(Member member, DryRun result)
    {
        yield return $"{member.Name}: nothing was stored. It would come to this:";
        foreach (var (number, words, change) in Numbers(result))
        {
            yield return $"{Count.Plain(number),12} {words}";
            foreach (var sample in result.Samples.Where(sample => sample.Change == change))
            {
                yield return Cut($"{"",15}{sample.Identifier ?? "(no identifier)"}{(sample.Says.Length > 0 ? $": {sample.Says}" : "")}");
            }
        }

        if (result.Notice is { } notice)
        {
            yield return $"{member.Name}: {notice}";
        }

        if (result.Failure is { } failure)
        {
            yield return $"{member.Name}: {failure}";
        }
    }

    private static IEnumerable<(long Number, string Words, ForeseenChange? Change)> Numbers(DryRun result)
    {
        var counts = result.Counts;
        (long, string, ForeseenChange?)[] all =
        [
            (counts.New, "new", ForeseenChange.New),
            (counts.Changed, "changed", ForeseenChange.Changed),
            (counts.Unchanged, "unchanged", null),
            (counts.Deleted - result.Absent, "deleted by the library", ForeseenChange.Deleted),
            (result.Absent, "deleted, because the whole list lacks them", ForeseenChange.Absent),
            (counts.Held, "missing from the whole list, held for the coordinator", ForeseenChange.Held),
            (counts.SetAside, "set aside, because they cannot be read", ForeseenChange.SetAside),
        ];
        return all.Where((line, index) => index < 3 || line.Item1 > 0);
    }

    private static string Cut(string line) => line.Length > Width ? line[..(Width - 1)] + "…" : line;
}
