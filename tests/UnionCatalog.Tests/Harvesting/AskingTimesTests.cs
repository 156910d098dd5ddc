using System.Globalization;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>When a member may be asked, by reckoning alone.</summary>
public sealed class AskingTimesTests
{
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 12:59:59", false, TestName = "Hours_have_not_begun_a_second_before")]
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 13:00:00", true, TestName = "Hours_begin_by_the_members_clock")]
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 17:00:00", true, TestName = "Hours_go_over_midnight")]
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 21:59:59", true, TestName = "Hours_last_to_their_last_second")]
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 22:00:00", false, TestName = "Hours_end_with_the_minute_they_name")]
    [TestCase("08:00-16:00", "Asia/Jayapura", "2026-11-20 23:00:00", true, TestName = "Hours_may_lie_within_a_day")]
    [TestCase("08:00-16:00", "Asia/Jayapura", "2026-11-21 07:00:00", false, TestName = "Hours_within_a_day_end_on_it")]
    [TestCase("00:00-00:00", "Asia/Jakarta", "2026-11-21 07:00:00", true, TestName = "Equal_ends_are_the_whole_day")]
    [TestCase(null, "Asia/Jakarta", "2026-11-21 07:00:00", true, TestName = "Without_hours_any_hour_is_right")]
    public void A_member_may_be_asked_in_its_hours(string? hours, string zone, string time, bool expected) =>
        Assert.That(Times(hours, zone).Allows(Utc(time)), Is.EqualTo(expected));

    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 12:59:59", "2026-11-21 13:00:00", TestName = "Hours_begin_in_a_second")]
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 22:00:00", "2026-11-22 13:00:00", TestName = "Hours_that_are_over_begin_the_next_evening")]
    [TestCase("02:30-04:00", "Europe/Berlin", "2026-03-28 12:00:00", "2026-03-29 01:00:00", TestName = "Hours_that_begin_where_clocks_are_put_forward_begin_after_the_gap")]
    [TestCase("02:10-02:50", "Europe/Berlin", "2026-03-28 12:00:00", "2026-03-30 00:10:00", TestName = "Hours_that_are_no_hours_that_night_begin_the_next")]
    [TestCase("02:30-02:40", "Europe/Berlin", "2026-10-25 00:40:00", "2026-10-25 01:30:00", TestName = "Hours_that_come_twice_begin_twice")]
    public void The_next_hours_are_found(string hours, string zone, string after, string expected) =>
        Assert.That(Times(hours, zone).NextHours(Utc(after)), Is.EqualTo(Utc(expected)));

    [TestCase(null, "Asia/Jakarta", "2026-11-21 01:00:30", "2026-11-21 17:00:00", TestName = "A_day_begins_at_the_members_midnight")]
    [TestCase("20:00-05:00", "Asia/Jakarta", "2026-11-21 14:00:00", "2026-11-21 17:00:00", TestName = "A_day_may_begin_within_the_hours")]
    [TestCase("08:00-16:00", "Asia/Jakarta", "2026-11-21 05:00:00", "2026-11-22 01:00:00", TestName = "A_day_waits_for_its_hours")]
    [TestCase(null, "America/Sao_Paulo", "2018-11-03 20:00:00", "2018-11-04 03:00:00", TestName = "A_day_may_lack_its_midnight")]
    public void The_next_day_is_found(string? hours, string zone, string after, string expected) =>
        Assert.That(Times(hours, zone).NextDay(Utc(after)), Is.EqualTo(Utc(expected)));

    [Test]
    public void In_every_zone_the_next_hours_are_hours_and_none_was_before()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var times = Times("01:15-01:45", zone.Id);
            foreach (var start in new[] { Utc("2026-03-07 00:00:00"), Utc("2026-10-24 00:00:00") })
            {
                var next = times.NextHours(start);

                Assert.That(times.Allows(next), Is.True, zone.Id);
                Assert.That(times.Allows(next.AddMinutes(-1)) && next.AddMinutes(-1) > start, Is.False, zone.Id);
                Assert.That(next - start, Is.LessThan(TimeSpan.FromDays(2)), zone.Id);
            }
        }
    }

    private static AskingTimes Times(string? hours, string zone) => new(new OaiPmhSource
    {
        BaseUrl = new("http://127.0.0.1/"), TimeZone = zone, AllowedHours = hours is null ? null : HourRange.Parse(hours),
    });

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
