using UnionCatalog.Reports;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Tests.Jobs;

/// <summary>When the night's report is drawn, by reckoning alone: no scheduler runs.</summary>
internal sealed class NightReportScheduleTests
{
    [TestCase("Asia/Jakarta", 7)]
    [TestCase("Asia/Makassar", 8)]
    [TestCase("Asia/Jayapura", 9)]
    public void It_is_drawn_each_morning_at_its_hour_of_the_networks_time_zone(string zone, int offset)
    {
        var nights = new NightOptions { TimeZone = zone, DrawnAt = new TimeOnly(5, 45) };
        var start = new DateTimeOffset(2040, 11, 25, 0, 0, 0, TimeSpan.FromHours(offset));

        var first = NightReportSchedule.EachMorning(nights).GetFireTimeAfter(start);

        Assert.That(first, Is.EqualTo(start.AddHours(5.75)));
        Assert.That(NightReportSchedule.EachMorning(nights).GetFireTimeAfter(first), Is.EqualTo(start.AddDays(1).AddHours(5.75)));
        Assert.That(nights.DueAt(new DateOnly(2040, 11, 25)), Is.EqualTo(first), "when it is drawn it is due");
    }
}
