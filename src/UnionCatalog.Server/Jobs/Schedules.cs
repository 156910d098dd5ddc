using Quartz;

namespace UnionCatalog.Server.Jobs;

/// <summary>Judges a member's schedule the way it will be read.</summary>
internal static class Schedules
{
    /// <summary>What is wrong with a cron expression; null when it is right.</summary>
    public static string? Error(string schedule)
    {
        try
        {
            return new CronExpression(schedule).GetNextValidTimeAfter(DateTimeOffset.UtcNow) is null
                ? "this schedule never comes round again"
                : null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
