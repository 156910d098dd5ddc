using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Quartz;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// When a member is harvested: by its schedule in its own time zone, put off by the member's own share of its spread. That is
/// the same number of minutes every night, so that members with one schedule do not all start at once.
/// </summary>
internal static class HarvestHours
{
    /// <summary>Whole minutes from 0 to less than the spread, always the same for one member on every machine.</summary>
    public static TimeSpan OffsetOf(Member member)
    {
        var minutes = (uint)member.Source.Spread.TotalMinutes;
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(member.Id.Value)));
        return minutes == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(hash % minutes);
    }

    /// <summary>The first hour after a moment; null where there is none any more, or the member has no schedule.</summary>
    public static DateTimeOffset? NextAfter(Member member, DateTimeOffset moment)
    {
        if (member.Source.Schedule is not { } schedule)
        {
            return null;
        }

        var late = OffsetOf(member);
        var cron = new CronExpression(schedule, TimeZoneInfo.FindSystemTimeZoneById(member.Source.TimeZone));
        return cron.GetNextValidTimeAfter(moment - late) + late; // the schedule's own reckoning knows of no lateness
    }

    /// <summary>
    /// Whether an hour was set by a clock that was far ahead: it is later than the one after the next. The one after the next
    /// itself is right, where the clock was set back a little after tonight's.
    /// </summary>
    public static bool IsOutOfReach(Member member, DateTimeOffset hour, DateTimeOffset now) =>
        NextAfter(member, now) is { } next && NextAfter(member, next) < hour;
}
