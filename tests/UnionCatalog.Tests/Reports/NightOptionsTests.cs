using System.Globalization;
using UnionCatalog.Reports;

namespace UnionCatalog.Tests.Reports;

/// <summary>When a night begins, ends and may be kept, by the clocks of the archipelago and of places with summer time.</summary>
public sealed class NightOptionsTests
{
    private static readonly DateOnly Date = new(2026, 11, 25);

    [Test]
    public void A_night_goes_from_noon_to_noon_and_is_kept_in_the_morning()
    {
        var nights = new NightOptions();

        Assert.That(nights.StartOf(Date), Is.EqualTo(Time("2026-11-24T05:00:00Z")));
        Assert.That(nights.DueAt(Date), Is.EqualTo(Time("2026-11-24T23:30:00Z")));
        Assert.That(nights.EndOf(Date), Is.EqualTo(Time("2026-11-25T05:00:00Z")));
    }

    [TestCase("2026-11-24T05:00:00Z", "2026-11-25")]
    [TestCase("2026-11-25T04:59:59Z", "2026-11-25")]
    [TestCase("2026-11-25T05:00:00Z", "2026-11-26")]
    public void A_moment_belongs_to_one_night(string moment, string expected) =>
        Assert.That(new NightOptions().NightAt(Time(moment)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [TestCase("2026-11-24T23:29:59Z", 24)]
    [TestCase("2026-11-24T23:30:00Z", 25)]
    [TestCase("2026-11-25T16:59:59Z", 25)]
    [TestCase("2026-11-25T17:00:00Z", 25)]
    [TestCase("2026-11-25T23:30:00Z", 26)]
    public void The_last_night_that_is_due_is_this_mornings_once_its_hour_has_come(string now, int day) =>
        Assert.That(new NightOptions().LastDue(Time(now)).Day, Is.EqualTo(day));

    [Test]
    public void Nights_follow_each_other_without_a_gap_in_every_time_zone_all_the_year()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var nights = new NightOptions { TimeZone = zone.Id, DrawnAt = new TimeOnly(2, 30) };
            for (var date = new DateOnly(2026, 1, 1); date.Year == 2026; date = date.AddDays(1))
            {
                Assert.That(nights.EndOf(date), Is.EqualTo(nights.StartOf(date.AddDays(1))), zone.Id);
                Assert.That(nights.DueAt(date), Is.InRange(nights.StartOf(date), nights.EndOf(date)), zone.Id);
                Assert.That(nights.NightAt(nights.StartOf(date)), Is.EqualTo(date), zone.Id);
            }
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
