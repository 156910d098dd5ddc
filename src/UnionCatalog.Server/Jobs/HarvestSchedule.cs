using System.Globalization;
using System.Text.Json;
using Quartz;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Jobs;

/// <summary>Keeps one Quartz job and trigger a member, as the configuration in force has them.</summary>
internal sealed partial class HarvestSchedule(
    ISchedulerFactory schedulers, MemberDirectory members, IHarvestStore harvests, TimeProvider clock, ILogger<HarvestSchedule> log)
    : BackgroundService
{
    /// <summary>How long after a fault the schedule is arranged again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>What each member was scheduled with, as text: members hold lists, which do not compare.</summary>
    private readonly Dictionary<SourceId, string> _scheduled = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(1);
        void OnChanged() => changed.Release();
        members.Changed += OnChanged;
        try
        {
            var isArranged = true;
            while (!stoppingToken.IsCancellationRequested)
            {
                await changed.WaitAsync(isArranged ? Timeout.InfiniteTimeSpan : Rest, stoppingToken);
                isArranged = await TryArrangeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            members.Changed -= OnChanged;
        }
    }

    private async Task<bool> TryArrangeAsync(CancellationToken cancellation)
    {
        try
        {
            await ArrangeAsync(await schedulers.GetScheduler(cancellation), cancellation);
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            // What is scheduled already stays so, and the search goes on.
            LogFault(fault);
            return false;
        }
    }

    private async Task ArrangeAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        // Who sends its records itself has no hour.
        var pulled = members.All.Where(member => member.Source.Schedule is not null).ToList();
        foreach (var gone in _scheduled.Keys.Except(pulled.Select(member => member.Id)).ToList())
        {
            await scheduler.DeleteJob(HarvestJob.KeyOf(gone), cancellation);
            _scheduled.Remove(gone);
            LogGone(gone);
        }

        var lastRuns = (await harvests.ListLatestRunsAsync(cancellation)).ToDictionary(run => run.Source);
        foreach (var member in pulled)
        {
            var configuration = JsonSerializer.Serialize(member);
            if (_scheduled.GetValueOrDefault(member.Id) != configuration)
            {
                await ArrangeAsync(scheduler, member, lastRuns.GetValueOrDefault(member.Id), cancellation);
                _scheduled[member.Id] = configuration;
            }
        }
    }

    private async Task ArrangeAsync(IScheduler scheduler, Member member, HarvestRun? lastRun, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var key = HarvestJob.KeyOf(member.Id);
        await scheduler.DeleteJob(key, cancellation);
        var next = await scheduler.ScheduleJob(
            JobBuilder.Create<HarvestJob>().WithIdentity(key).Build(), TriggerFor(member, now), cancellationToken: cancellation);
        var local = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(next, member.Source.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (IsDue(member, lastRun, now))
        {
            LogNow(member.Id, local, member.Source.TimeZone);
            await scheduler.TriggerJob(key, cancellationToken: cancellation);
        }
        else
        {
            LogScheduled(member.Id, local, member.Source.TimeZone);
        }
    }

    /// <summary>
    /// Whether a member is to be harvested at once: it never was, its last harvest was cut off or failed (and its
    /// configuration may be mended now), or firings since then were missed, which one harvest makes up for.
    /// </summary>
    internal static bool IsDue(Member member, HarvestRun? lastRun, DateTimeOffset now) =>
        lastRun is not { Status: RunStatus.Completed, Started: var started }
        || TriggerFor(member, started).GetFireTimeAfter(started) <= now;

    /// <summary>The trigger of a member. Firings that a busy night has no room for are made up with one.</summary>
    /// <param name="member">The member.</param>
    /// <param name="start">It fires after this.</param>
    internal static ITrigger TriggerFor(Member member, DateTimeOffset start) => new LateCronTrigger(member, start)
    {
        MisfireInstructionCode = (int)CronTriggerMisfireInstruction.FireAndProceed,
    };

    [LoggerMessage(LogLevel.Information, "{Member} is harvested now, and again at {Next} {Zone}")]
    private partial void LogNow(SourceId member, string next, string zone);

    [LoggerMessage(LogLevel.Information, "{Member} will be harvested next at {Next} {Zone}")]
    private partial void LogScheduled(SourceId member, string next, string zone);

    [LoggerMessage(LogLevel.Information, "{Member} is harvested no more: its configuration file is gone, or it sends its records itself now. Its records stay searchable")]
    private partial void LogGone(SourceId member);

    [LoggerMessage(LogLevel.Error, "The harvests could not be scheduled; trying again in a minute")]
    private partial void LogFault(Exception fault);
}
