using Quartz;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// One member's harvest, at its hour or at somebody's wish. Quartz runs no two jobs of one key together, and the key is the
/// member. It sets its own next hour before it begins, so that nothing that happens during it can cost the next.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class HarvestJob(
    Harvester harvester, MemberDirectory members, CatalogWorker worker, TimeProvider clock, ILogger<HarvestJob> log) : IJob
{
    /// <summary>The group of these jobs and of their hours.</summary>
    public const string Group = "harvest";

    public static JobKey KeyOf(SourceId member) => new(member.Value, Group);

    /// <summary>The one trigger that is the member's next hour.</summary>
    public static TriggerKey HourOf(SourceId member) => new(member.Value, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (members.Find(new SourceId(context.JobDetail.Key.Name)) is not { } member)
        {
            return;
        }

        try
        {
            await SetHourAsync(context.Scheduler, member, clock.GetUtcNow(), cancellationToken);
            var run = await harvester.HarvestAsync(member, HarvestScope.Incremental, new WakeWorker(worker), cancellationToken);
            if (run?.PausedUntil is { } until)
            {
                // Sooner than its hour, or later where that comes when it may not be asked.
                await SetAsync(context.Scheduler, member.Id, until, cancellationToken);
            }
        }
        catch (MemberBusyException)
        {
            LogBusy(member.Id); // the member sends a file itself just now
        }
        catch (Exception fault) when (DataFolder.Explain(fault) is { } words)
        {
            LogTrouble(member.Id, words); // Quartz would tell the fault without what to do
        }

        worker.Wake();
    }

    /// <summary>Has the member harvested at its first hour after a moment; a missed hour is made up at once, and any number of them once.</summary>
    /// <returns>The hour; null where there is none any more.</returns>
    public static async Task<DateTimeOffset?> SetHourAsync(IScheduler scheduler, Member member, DateTimeOffset after, CancellationToken cancellation)
    {
        if (HarvestHours.NextAfter(member, after) is not { } hour)
        {
            return null;
        }

        await SetAsync(scheduler, member.Id, hour, cancellation);
        return hour;
    }

    private static async Task SetAsync(IScheduler scheduler, SourceId member, DateTimeOffset hour, CancellationToken cancellation)
    {
        var trigger = TriggerBuilder.Create()
            .WithIdentity(HourOf(member))
            .ForJob(KeyOf(member))
            .StartAt(hour)
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        if (await scheduler.RescheduleJob(trigger.Key, trigger, cancellationToken: cancellation) is null)
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellation);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Member} is not harvested now, because a file of it is being stored; its next hour stands")]
    private partial void LogBusy(SourceId member);

    [LoggerMessage(LogLevel.Error, "{Member}: the harvest stopped. {Trouble}")]
    private partial void LogTrouble(SourceId member, string trouble);

    /// <summary>Readers see a long first harvest page by page, not after hours.</summary>
    private sealed class WakeWorker(CatalogWorker worker) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => worker.Wake();
    }
}
