using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// A member's clock, running late by the member's own share of its spread. A schedule read on that clock fires the same
/// number of minutes later every night, so that members with one schedule do not all start at once.
/// </summary>
internal static class LateTimeZone
{
    /// <summary>The time zone of a member's schedule, late by <see cref="OffsetOf"/>.</summary>
    public static TimeZoneInfo Of(Member member)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(member.OaiPmh.TimeZone);
        var late = OffsetOf(member);
        return late == TimeSpan.Zero
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone(
                $"{zone.Id} {late.TotalMinutes:0} minutes late",
                zone.BaseUtcOffset - late,
                null,
                null,
                null,
                zone.SupportsDaylightSavingTime ? zone.GetAdjustmentRules() : null);
    }

    /// <summary>Whole minutes from 0 to less than the spread, always the same for one member on every machine.</summary>
    public static TimeSpan OffsetOf(Member member)
    {
        var minutes = (uint)member.OaiPmh.Spread.TotalMinutes;
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(member.Id.Value)));
        return minutes == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(hash % minutes);
    }
}
