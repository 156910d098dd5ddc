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

    private readonly Dictionary<SourceId, Member> _scheduled = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(1);
        void OnChanged() => changed.Release();
        members.Changed += OnChanged;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await changed.WaitAsync(stoppingToken);
                await ArrangeAsync(await schedulers.GetScheduler(stoppingToken), stoppingToken);
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

    private async Task ArrangeAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        foreach (var gone in _scheduled.Keys.Where(id => members.Find(id) is null).ToList())
        {
            await scheduler.DeleteJob(HarvestJob.KeyOf(gone), cancellation);
            _scheduled.Remove(gone);
            LogGone(gone);
        }

        var lastStarts = (await harvests.ListLatestRunsAsync(cancellation)).ToDictionary(run => run.Source, LastStart);
        foreach (var member in members.All.Where(member => _scheduled.GetValueOrDefault(member.Id) != member))
        {
            var job = JobBuilder.Create<HarvestJob>().WithIdentity(HarvestJob.KeyOf(member.Id)).Build();
            var trigger = TriggerFor(member, lastStarts.GetValueOrDefault(member.Id, clock.GetUtcNow() - NeverHarvested));
            await scheduler.DeleteJob(HarvestJob.KeyOf(member.Id), cancellation);
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellation);
            _scheduled[member.Id] = member;
            LogScheduled(member.Id, trigger.GetFireTimeAfter(clock.GetUtcNow()));
        }
    }

    /// <summary>A run that was cut off counts as missed, so that it is gone on with at start.</summary>
    private static DateTimeOffset LastStart(HarvestRun run) =>
        run.Status == RunStatus.Running ? run.Started - NeverHarvested : run.Started;

    /// <summary>
    /// The trigger counts from the last harvest. Firings between then and now were missed, by a stop or by a busy night,
    /// and Quartz makes them up with one firing at once.
    /// </summary>
    internal static ITrigger TriggerFor(Member member, DateTimeOffset lastStart) => TriggerBuilder.Create()
        .WithIdentity(member.Id.Value, "harvest")
        .StartAt(lastStart)
        .WithCronSchedule(member.OaiPmh.Schedule, cron => cron
            .InTimeZone(LateTimeZone.Of(member))
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    [LoggerMessage(LogLevel.Information, "{Member} will be harvested next at {Next}")]
    private partial void LogScheduled(SourceId member, DateTimeOffset? next);

    [LoggerMessage(LogLevel.Information, "{Member} is harvested no more: its configuration file is gone. Its records stay searchable")]
    private partial void LogGone(SourceId member);
}
