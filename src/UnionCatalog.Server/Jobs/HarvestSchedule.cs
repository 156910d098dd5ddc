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
    /// <summary>A member that was never harvested has missed every firing of the past year, and so is harvested at once.</summary>
    private static readonly TimeSpan NeverHarvested = TimeSpan.FromDays(366);

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
        foreach (var gone in _scheduled.Keys.Where(id => members.Find(id) is null).ToList())
        {
            await scheduler.DeleteJob(HarvestJob.KeyOf(gone), cancellation);
            _scheduled.Remove(gone);
            LogGone(gone);
        }

        var lastStarts = (await harvests.ListLatestRunsAsync(cancellation)).ToDictionary(run => run.Source, LastStart);
        foreach (var member in members.All)
        {
            var configuration = JsonSerializer.Serialize(member);
            if (_scheduled.GetValueOrDefault(member.Id) == configuration)
            {
                continue;
            }

            var job = JobBuilder.Create<HarvestJob>().WithIdentity(HarvestJob.KeyOf(member.Id)).Build();
            var trigger = TriggerFor(member, lastStarts.GetValueOrDefault(member.Id, clock.GetUtcNow() - NeverHarvested));
            await scheduler.DeleteJob(HarvestJob.KeyOf(member.Id), cancellation);
            var first = await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellation);
            _scheduled[member.Id] = configuration;
            LogNext(member, trigger, first);
        }
    }

    /// <summary>A run that was cut off or failed counts as missed, so that it is gone on with, or tried with the mended configuration.</summary>
    private static DateTimeOffset LastStart(HarvestRun run) =>
        run.Status == RunStatus.Completed ? run.Started : run.Started - NeverHarvested;

    /// <summary>
    /// The trigger counts from the last harvest. Firings between then and now were missed, by a stop or by a busy night,
    /// and Quartz makes them up with one firing at once.
    /// </summary>
    internal static ITrigger TriggerFor(Member member, DateTimeOffset lastStart) => new LateCronTrigger(member, lastStart)
    {
        MisfireInstructionCode = (int)CronTriggerMisfireInstruction.FireAndProceed,
    };

    private void LogNext(Member member, ITrigger trigger, DateTimeOffset first)
    {
        var now = clock.GetUtcNow();
        var zone = member.OaiPmh.TimeZone;
        if (trigger.GetFireTimeAfter(now) is not { } next)
        {
            return;
        }

        var local = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(next, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (first <= now)
        {
            LogNow(member.Id, local, zone);
        }
        else
        {
            LogScheduled(member.Id, local, zone);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Member} is harvested now, and again at {Next} {Zone}")]
    private partial void LogNow(SourceId member, string next, string zone);

    [LoggerMessage(LogLevel.Information, "{Member} will be harvested next at {Next} {Zone}")]
    private partial void LogScheduled(SourceId member, string next, string zone);

    [LoggerMessage(LogLevel.Information, "{Member} is harvested no more: its configuration file is gone. Its records stay searchable")]
    private partial void LogGone(SourceId member);

    [LoggerMessage(LogLevel.Error, "The harvests could not be scheduled; trying again in a minute")]
    private partial void LogFault(Exception fault);
}
