using UnionCatalog.Members;

namespace UnionCatalog.Harvesting;

/// <summary>When a member may be asked, by the clock on its own wall.</summary>
internal sealed class AskingTimes(FetchedSource source)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone);

    /// <summary>Whether it may be asked at this moment, as far as the hours go.</summary>
    public bool Allows(DateTimeOffset time) => source.AllowedHours?.Contains(TimeOnly.FromDateTime(Local(time).DateTime)) ?? true;

    /// <summary>The day there.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    /// <summary>When its hours begin again.</summary>
    public DateTimeOffset NextHours(DateTimeOffset after) => First(after, Allows);

    /// <summary>When its next day begins, or the hours of that day.</summary>
    public DateTimeOffset NextDay(DateTimeOffset after) => First(after, time => DayOf(time) > DayOf(after) && Allows(time));

    /// <summary>A moment as it is written there.</summary>
    public string Write(DateTimeOffset time) => FormattableString.Invariant($"{Local(time):yyyy-MM-dd HH:mm} ({source.TimeZone})");

    /// <summary>Minute by minute, so that the nights in which clocks are put forward or back need no thought.</summary>
    private static DateTimeOffset First(DateTimeOffset after, Predicate<DateTimeOffset> holds)
    {
        var time = new DateTimeOffset(after.UtcTicks - (after.UtcTicks % Minute.Ticks), TimeSpan.Zero) + Minute;
        while (!holds(time))
        {
            time += Minute;
        }

        return time;
    }

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _zone);
}
