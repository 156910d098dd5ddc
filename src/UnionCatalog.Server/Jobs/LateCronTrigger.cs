using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Quartz.Impl.Triggers;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// A member's schedule in its own time zone, put off by the member's own share of its spread: the same number of minutes
/// every night, so that members with one schedule do not all start at once.
/// </summary>
internal sealed class LateCronTrigger : CronTriggerImpl
{
    private readonly TimeSpan _late;

    /// <summary>A trigger that fires first after <paramref name="start"/>.</summary>
    public LateCronTrigger(Member member, DateTimeOffset start)
        : base(member.Id.Value, "harvest", member.Source.Schedule!, TimeProvider.System)
    {
        _late = OffsetOf(member);
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(member.Source.TimeZone);
        StartTimeUtc = start - _late; // by the schedule's own reckoning, which knows of no lateness
    }

    /// <summary>Whole minutes from 0 to less than the spread, always the same for one member on every machine.</summary>
    public static TimeSpan OffsetOf(Member member)
    {
        var minutes = (uint)member.Source.Spread.TotalMinutes;
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(member.Id.Value)));
        return minutes == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(hash % minutes);
    }

    // Every other reckoning of the base class goes through this one.
    public override DateTimeOffset? GetFireTimeAfter(DateTimeOffset? afterTime) =>
        base.GetFireTimeAfter((afterTime ?? TimeProvider.System.GetUtcNow()) - _late) + _late;
}
