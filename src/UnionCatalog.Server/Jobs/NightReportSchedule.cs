using Quartz;
using UnionCatalog.Reports;

namespace UnionCatalog.Server.Jobs;

/// <summary>Has the night's report drawn each morning, and at start those of the mornings that were missed.</summary>
internal sealed class NightReportSchedule(ISchedulerFactory schedulers, NightOptions nights) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        // Whatever an earlier start has left there was for its own hour.
        await scheduler.DeleteJob(NightReportJob.Key, cancellationToken);
        await scheduler.ScheduleJob(
            JobBuilder.Create<NightReportJob>().WithIdentity(NightReportJob.Key).Build(), EachMorning(nights), cancellationToken: cancellationToken);
        await scheduler.TriggerJob(NightReportJob.Key, cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static ITrigger EachMorning(NightOptions nights) => TriggerBuilder.Create()
        .WithIdentity(NightReportJob.Key.Name, NightReportJob.Key.Group)
        .WithCronSchedule(
            FormattableString.Invariant($"0 {nights.DrawnAt.Minute} {nights.DrawnAt.Hour} * * ?"),
            cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(nights.TimeZone)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
