using System.Globalization;
using Spectre.Console;
using UnionCatalog.Reports;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Prints the harvest report as a table, then what needs somebody's attention.</summary>
internal static class ReportView
{
    /// <summary>From this many columns on the whole table stands beside an ordinary library's name.</summary>
    private const int WholeTableWidth = 130;

    /// <summary>What a narrow terminal, 80 columns by default, is not shown: a redirected report has it.</summary>
    private static readonly string[] LeftOutWhenNarrow = ["Asked for", "Held", "Requests", "Seconds"];

    public static void Print(HarvestReport report)
    {
        Terminal.Write(Draw(report, Terminal.Console.Profile.Width));
        PrintAttention(report);
    }

    /// <summary>The table for a terminal of so many columns.</summary>
    internal static Table Draw(HarvestReport report, int width)
    {
        string[] titles = ["Library", "Asked for", "New", "Changed", "Deleted", "Held", "Set aside", "Records", "Requests", "Seconds", "Outcome"];
        var shown = Enumerable.Range(0, titles.Length).Where(column => width >= WholeTableWidth || !LeftOutWhenNarrow.Contains(titles[column])).ToList();
        var table = new Table().Border(Terminal.Border);
        foreach (var column in shown)
        {
            // Only a library's name may take a second line; a number or a word cut in two cannot be read.
            table.AddColumn(new TableColumn(titles[column])
            {
                Alignment = titles[column] is "Library" or "Asked for" or "Outcome" ? Justify.Left : Justify.Right,
                NoWrap = column > 0,
            });
        }

        foreach (var cells in report.Members.Select(Cells))
        {
            table.AddRow(shown.Select(column => new Text(cells[column])));
        }

        return table;
    }

    private static string[] Cells(MemberReport line) => line.Run is not { } run
        ? [line.Member.Name, "", "", "", "", "", "", Count.Plain(line.LiveRecords), "", "", "never"]
        : [
            line.Member.Name,
            run.Origin == RunOrigin.Replay ? "kept pages" : run.From is { } from ? $"changes since {Moment(from)}" : "everything",
            Count.Plain(run.Counts.New),
            Count.Plain(run.Counts.Changed),
            Count.Plain(run.Counts.Deleted),
            Count.Plain(run.Counts.Held),
            Count.Plain(run.Counts.SetAside),
            Count.Plain(line.LiveRecords),
            Count.Plain(run.Counts.Requests),
            run.Ended is { } ended ? (ended - run.Started).TotalSeconds.ToString("N1", CultureInfo.InvariantCulture) : "",
            Outcome(run),
        ];

    private static string Outcome(HarvestRun run) => run.Status switch
    {
        RunStatus.Running when run.Notice is not null => "paused",
        RunStatus.Running => "not finished",
        RunStatus.Failed => "failed",
        _ when run.Counts is { New: 0, Changed: 0, Deleted: 0, Held: 0, SetAside: 0 } => "nothing new",
        _ => "complete",
    };

    private static void PrintAttention(HarvestReport report)
    {
        foreach (var failed in report.Failed)
        {
            Terminal.WriteLine($"{failed.Member.Name}: {failed.Run!.Failure}");
        }

        foreach (var line in report.Members.Where(line => line.Run is { Counts.Held: > 0 }))
        {
            Terminal.WriteLine($"{line.Member.Name}: {Count.Of(line.Run!.Counts.Held, "record")} {(line.Run.Counts.Held == 1 ? "was" : "were")} missing from its list, too many to be removed without your word. They stay searchable: see 'held'.");
        }

        foreach (var line in report.Members.Where(line => line.Run?.Notice is not null))
        {
            Terminal.WriteLine($"{line.Member.Name}: {line.Run!.Notice}");
        }

        foreach (var line in report.Members.Where(line => line.Run is { Counts.Mended: > 0 }))
        {
            Terminal.WriteLine($"{line.Member.Name}: {Count.Of(line.Run!.Counts.Mended, "page")} came broken and {(line.Run.Counts.Mended == 1 ? "was" : "were")} read record by record. Tell the member's administrator.");
        }

        foreach (var line in report.Members.Where(line => line.SetAside.Count > 0))
        {
            Terminal.WriteLine($"{line.Member.Name}: {Count.Of(line.Run!.Counts.SetAside, "record")} could not be read and {(line.Run.Counts.SetAside == 1 ? "was" : "were")} set aside:");
            foreach (var record in line.SetAside)
            {
                Terminal.WriteLine($"  {Place(record)}{record.Reason}");
            }

            if (line.Run.Counts.SetAside > line.SetAside.Count)
            {
                Terminal.WriteLine($"  … and {Count.Plain(line.Run.Counts.SetAside - line.SetAside.Count)} more.");
            }
        }
    }

    /// <summary>Its identifier; nothing of a file's record, whose reason begins with its place.</summary>
    private static string Place(SetAsideRecord record) => record.Identifier switch
    {
        null => "(no identifier): ",
        { } line when line.StartsWith("line:", StringComparison.Ordinal) => "",
        { } identifier => $"{identifier}: ",
    };

    /// <summary>By the clock of the machine, which is the reader's.</summary>
    private static string Moment(DateTimeOffset moment) => moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
