using System.Globalization;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Jobs;

/// <summary>When members are harvested, by reckoning alone: no scheduler runs.</summary>
internal sealed class HarvestScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 4, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_lateness_is_whole_minutes_within_the_spread_and_the_same_each_time()
    {
        foreach (var spread in new[] { 1, 7, 60, 1440 })
        {
            var late = Members(200, spread).Select(HarvestHours.OffsetOf).ToList();

            Assert.That(late, Has.All.InRange(TimeSpan.Zero, TimeSpan.FromMinutes(spread - 1)));
            Assert.That(late.Select(time => time.Ticks % TimeSpan.TicksPerMinute), Has.All.Zero);
            Assert.That(Members(200, spread).Select(HarvestHours.OffsetOf), Is.EqualTo(late));
        }

        Assert.That(HarvestHours.OffsetOf(Member("sma-1", 60)), Is.EqualTo(TimeSpan.FromMinutes(52)), "the same on every machine");
        Assert.That(HarvestHours.OffsetOf(Member("sma-1", 0)), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Members_with_one_schedule_are_spread_over_the_hour() =>
        Assert.That(Members(200, 60).Select(HarvestHours.OffsetOf).Distinct().Count(), Is.GreaterThan(50));

    [Test]
    public void A_member_is_harvested_each_night_at_its_local_hour_and_lateness()
    {
        foreach (var member in Members(50, 60))
        {
            var first = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.FromHours(7)) + HarvestHours.OffsetOf(member);

            Assert.That(Firings(member, Start).Take(3), Is.EqualTo([first, first.AddDays(1), first.AddDays(2)]), member.Id.Value);
        }
    }

    [Test]
    public void A_spread_of_a_whole_day_still_fires_once_a_day()
    {
        foreach (var member in Members(50, 1440))
        {
            var firings = Firings(member, Start).Take(5).ToList();

            Assert.That(firings[0] - Start, Is.LessThanOrEqualTo(TimeSpan.FromDays(1)));
            Assert.That(firings.Zip(firings.Skip(1), (one, next) => next - one), Has.All.EqualTo(TimeSpan.FromDays(1)));
        }
    }

    [Test]
    public void Any_time_zone_will_do_and_summer_time_is_kept()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var member = Member("sma-1", 60, zone.Id);
            var noon = Member("sma-1", 0, zone.Id) with { Source = member.Oai() with { Schedule = "0 0 12 * * ?", Spread = TimeSpan.Zero } };
            foreach (var firing in new[] { Start, Start.AddMonths(6) }.Select(start => Firings(noon, start).First()))
            {
                Assert.That(TimeZoneInfo.ConvertTime(firing, zone).TimeOfDay, Is.EqualTo(TimeSpan.FromHours(12)), zone.Id);
            }

            Assert.That(Firings(member, Start).First() - Start, Is.LessThan(TimeSpan.FromHours(27)), zone.Id);
        }
    }

    [TestCase("2026-11-20T18:52:00Z", "2026-11-21T18:51:59Z", false, TestName = "A_member_whose_firing_is_to_come_is_not_due")]
    [TestCase("2026-11-20T18:52:00Z", "2026-11-21T18:52:00Z", true, TestName = "A_member_whose_firing_was_missed_is_due")]
    [TestCase("2026-11-20T18:52:03Z", "2026-11-30T12:00:00Z", true, TestName = "A_member_that_missed_ten_nights_is_due")]
    [TestCase("2026-11-20T18:51:00Z", "2026-11-20T18:53:00Z", true, TestName = "A_harvest_just_before_the_firing_does_not_stand_for_it")]
    [TestCase("2026-11-20T18:53:00Z", "2026-11-20T23:00:00Z", false, TestName = "A_harvest_just_after_the_firing_stands_for_it")]
    public void A_member_is_due_when_a_firing_since_its_last_harvest_was_missed(string lastStart, string now, bool expected) =>
        Assert.That(HarvestSchedule.IsDue(Member("sma-1", 60), Run(RunStatus.Completed, Time(lastStart)), Time(now)), Is.EqualTo(expected));

    [Test]
    public void A_member_never_harvested_or_cut_off_or_failed_is_due_at_once()
    {
        var member = Member("sma-1", 60);

        Assert.That(HarvestSchedule.IsDue(member, null, Start), Is.True);
        Assert.That(HarvestSchedule.IsDue(member, Run(RunStatus.Running, Start), Start), Is.True);
        Assert.That(HarvestSchedule.IsDue(member, Run(RunStatus.Failed, Start), Start), Is.True);
        Assert.That(HarvestSchedule.IsDue(member, Run(RunStatus.Completed, Start), Start), Is.False);
    }

    [TestCase("0 0 1 * * ?", true)]
    [TestCase("0 30 2 ? * MON-FRI", true)]
    [TestCase("0 0 25 * * ?", false)]
    [TestCase("0 0 1 * * ? 2001", false)]
    [TestCase("every night", false)]
    public void A_schedule_is_judged_as_it_will_be_read(string schedule, bool right) =>
        Assert.That(Schedules.Error(schedule), right ? Is.Null : Is.Not.Empty);

    internal static Member Member(string id, int spread, string zone = "Asia/Jakarta") => new()
    {
        Id = new SourceId(id),
        Name = id,
        Kind = LibraryKind.SeniorHighSchool,
        Place = "Sewon",
        Source = new OaiPmhSource { BaseUrl = new Uri("http://127.0.0.1:1/oai"), Spread = TimeSpan.FromMinutes(spread), TimeZone = zone },
    };

    internal static HarvestRun Run(RunStatus status, DateTimeOffset started) => new()
    {
        Id = 1, Source = new SourceId("sma-1"), Scope = HarvestScope.Incremental, Status = status, Started = started, MetadataPrefix = "oai_dc", Lists = "",
    };

    private static IEnumerable<Member> Members(int count, int spread) => Enumerable.Range(1, count).Select(number => Member($"sma-{number}", spread));

    private static IEnumerable<DateTimeOffset> Firings(Member member, DateTimeOffset start)
    {
        for (var next = HarvestHours.NextAfter(member, start); next is { } time; next = HarvestHours.NextAfter(member, time))
        {
            yield return time;
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
