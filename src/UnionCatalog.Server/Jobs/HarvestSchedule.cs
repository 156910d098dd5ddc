using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Quartz;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// Keeps one Quartz job a member, with its next hour, as the configuration in force has them. What Quartz still knows from
/// before a restart stays, so that an hour that went by meanwhile is made up.
/// </summary>
internal sealed partial class HarvestSchedule(
    ISchedulerFactory schedulers, MemberDirectory members, IHarvestStore harvests, TimeProvider clock, ILogger<HarvestSchedule> log)
    : BackgroundService
{
    /// <summary>What a job remembers its member's configuration by.</summary>
    private const string Configuration = "configuration";

    /// <summary>How long after a fault the schedule is arranged again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly HashSet<SourceId> _seen = [];

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
        var pulled = members.All.Where(member => member.Source.Schedule is not null).ToDictionary(member => HarvestJob.KeyOf(member.Id));
        foreach (var gone in (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(HarvestJob.Group), cancellation)).Where(key => !pulled.ContainsKey(key)))
        {
            await scheduler.DeleteJob(gone, cancellation);
            LogGone(gone.Name);
        }

        var lastRuns = (await harvests.ListLatestRunsAsync(cancellation)).ToDictionary(run => run.Source);
        foreach (var member in pulled.Values)
        {
            await ArrangeAsync(scheduler, member, lastRuns.GetValueOrDefault(member.Id), cancellation);
        }
    }

    private async Task ArrangeAsync(IScheduler scheduler, Member member, HarvestRun? lastRun, CancellationToken cancellation)
    {
        var (now, key, configuration) = (clock.GetUtcNow(), HarvestJob.KeyOf(member.Id), Digest(member));
        var hour = await scheduler.GetTrigger(HarvestJob.HourOf(member.Id), cancellation);
        var isNews = (await scheduler.GetJobDetail(key, cancellation))?.JobDataMap.GetString(Configuration) != configuration;
        if (!isNews && hour is not null && !IsFirstLook(member.Id))
        {
            return;
        }

        if (isNews || hour?.NextFireTimeUtc is not { } set || HarvestHours.IsOutOfReach(member, set, now))
        {
            var job = JobBuilder.Create<HarvestJob>().WithIdentity(key).StoreDurably().UsingJobData(Configuration, configuration).Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellation);
            await HarvestJob.SetHourAsync(scheduler, member, now, cancellation);
            hour = await scheduler.GetTrigger(HarvestJob.HourOf(member.Id), cancellation);
        }

        var next = hour?.NextFireTimeUtc ?? now;
        var local = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(next, member.Source.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (next > now && IsDue(member, lastRun, now))
        {
            LogNow(member.Id, local, member.Source.TimeZone);
            await scheduler.TriggerJob(key, cancellationToken: cancellation);
        }
        else
        {
            LogScheduled(member.Id, local, member.Source.TimeZone);
        }
    }

    /// <summary>Whether this process looks at the member for the first time: what was cut off by the last one's end is gone on with.</summary>
    private bool IsFirstLook(SourceId member) => _seen.Add(member);

    /// <summary>
    /// Whether a member is to be harvested at once: it never was, its last harvest was cut off or failed (and its
    /// configuration may be mended now), or hours since then were missed, which one harvest makes up for.
    /// </summary>
    internal static bool IsDue(Member member, HarvestRun? lastRun, DateTimeOffset now) =>
        lastRun is not { Status: RunStatus.Completed, Started: var started }
        || HarvestHours.NextAfter(member, started) <= now;

    private static string Digest(Member member) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(member)));

    [LoggerMessage(LogLevel.Information, "{Member} is harvested now, and again at {Next} {Zone}")]
    private partial void LogNow(SourceId member, string next, string zone);

    [LoggerMessage(LogLevel.Information, "{Member} will be harvested next at {Next} {Zone}")]
    private partial void LogScheduled(SourceId member, string next, string zone);

    [LoggerMessage(LogLevel.Information, "{Member} is harvested no more: its configuration file is gone, or it sends its records itself now. Its records stay searchable")]
    private partial void LogGone(string member);

    [LoggerMessage(LogLevel.Error, "The harvests could not be scheduled; trying again in a minute")]
    private partial void LogFault(Exception fault);
}
