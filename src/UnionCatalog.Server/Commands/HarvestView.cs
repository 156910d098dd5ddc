using System.Collections.Concurrent;
using Spectre.Console;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Harvests several members side by side, with a bar each on a terminal and a line each now and then elsewhere.</summary>
internal sealed class HarvestView(Harvester harvester, TimeProvider clock)
{
    private const int SideBySide = 8;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>What the report cannot tell of: harvests that had to wait before they began, or had nothing to fetch.</summary>
    private readonly ConcurrentQueue<string> _notBegun = new();

    public async Task HarvestAsync(IReadOnlyCollection<Member> members, HarvestScope scope, CancellationToken cancellation)
    {
        if (Terminal.IsLive)
        {
            await WithBarsAsync(members, scope, cancellation);
        }
        else
        {
            await WithLinesAsync(members, scope, cancellation);
        }

        foreach (var line in _notBegun)
        {
            Terminal.WriteLine(line);
        }
    }

    private Task WithBarsAsync(IReadOnlyCollection<Member> members, HarvestScope scope, CancellationToken cancellation) =>
        Terminal.Console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async view =>
            {
                var bars = members.ToDictionary(member => member.Id, member => view.AddTask(Markup.Escape(member.Name)));
                await EachAsync(members, scope, (member, run) => Draw(bars[member.Id], member, run), cancellation);
            });

    private static void Draw(ProgressTask bar, Member member, HarvestRun run)
    {
        bar.MaxValue = Math.Max(1, run.ListSize ?? Told(run) + 1);
        bar.Value = run.Status == RunStatus.Completed ? bar.MaxValue : Math.Min(Told(run), bar.MaxValue);
        bar.Description = Markup.Escape($"{member.Name}, {State(run)}");
        if (run.Status != RunStatus.Running)
        {
            bar.StopTask();
        }
    }

    private async Task WithLinesAsync(IReadOnlyCollection<Member> members, HarvestScope scope, CancellationToken cancellation)
    {
        var lastLines = new ConcurrentDictionary<SourceId, long>();
        await EachAsync(
            members,
            scope,
            (member, run) =>
            {
                var last = lastLines.GetOrAdd(member.Id, _ => clock.GetTimestamp());
                if (run.Status != RunStatus.Running || run.PausedUntil is not null || clock.GetElapsedTime(last) >= BetweenLines)
                {
                    lastLines[member.Id] = clock.GetTimestamp();
                    Terminal.WriteLine($"{member.Name}: {State(run)}");
                }
            },
            cancellation);
    }

    private Task EachAsync(
        IReadOnlyCollection<Member> members, HarvestScope scope, Action<Member, HarvestRun> show, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            members,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
            async (member, stop) =>
            {
                if (await harvester.HarvestAsync(member, scope, new Shown(run => show(member, run)), stop) is { } run)
                {
                    show(member, run);
                    if (run.Id == 0)
                    {
                        _notBegun.Enqueue($"{member.Name}: {run.Notice}");
                    }
                }
                else
                {
                    _notBegun.Enqueue($"{member.Name}: {NothingToFetch(member)}");
                }
            });

    private static string NothingToFetch(Member member) => member.Source is FilesSource files
        ? $"no file is ready in {files.Folder ?? $"drop/{member.Id}"}. One that was put there less than ten seconds ago waits until it is whole."
        : "nothing to fetch, its system sends its records itself.";

    private static long Told(HarvestRun run) =>
        run.Counts.New + run.Counts.Changed + run.Counts.Unchanged + run.Counts.Deleted + run.Counts.SetAside;

    private static string State(HarvestRun run) => run.Status switch
    {
        RunStatus.Failed => "failed",
        RunStatus.Completed when Told(run) == 0 => "nothing new",
        RunStatus.Completed => $"{Count.Of(Told(run), "record")}, done",
        _ when run.PausedUntil is not null => "paused",
        _ => Count.Of(Told(run), "record"),
    };

    /// <summary>Told at once and in order, which the framework's own Progress does not promise.</summary>
    private sealed class Shown(Action<HarvestRun> show) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => show(value);
    }
}
