using UnionCatalog.Causes;
using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Store;
using static UnionCatalog.Tests.Reports.NightBench;

namespace UnionCatalog.Tests.Reports;

/// <summary>What a night's report says of the runs in the store, and that it says it for ever.</summary>
public sealed class NightReporterTests
{
    private static readonly DateTimeOffset Morning = One.AddHours(5.5);
    private static readonly Member Sma = Fetched("sma-1");
    private NightBench _bench = null!;

    [SetUp]
    public async Task StartAsync() => _bench = await NightBench.StartAsync(Sma);

    [TearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task A_night_is_the_sum_of_its_runs_told_apart_by_how_the_records_came()
    {
        await _bench.RunAsync(Sma, One.AddHours(-14), records: 9, prefix: "early:");
        await _bench.RunAsync(Sma, One, records: 3);
        await _bench.RunAsync(Sma, One.AddHours(1), records: 2, setAside: 1);
        await _bench.RunAsync(Sma, One.AddHours(2), records: 1, origin: RunOrigin.Upload);
        await _bench.RunAsync(Sma, One.AddHours(3), records: 4, origin: RunOrigin.Replay);

        var night = (await _bench.DrawAsync(Morning)).Members.Single();

        Assert.That((night.Harvested.Runs, night.Harvested.Seconds), Is.EqualTo((2, 1200)), "the run before noon is the night before's");
        Assert.That(night.Harvested.Counts, Is.EqualTo(new RunCounts { New = 5, SetAside = 1, Requests = 4, Retries = 2 }));
        Assert.That((night.Uploaded.Counts.New, night.Replayed.Counts.New, night.Work.Counts.New, night.LiveRecords), Is.EqualTo((1, 4, 10, 19)));
        Assert.That(night.SetAside, Is.EqualTo(new[] { new SetAsideSample("oai:bad:0", "The record has no MARC fields.") }));
        Assert.That((night.Outcome, night.Needs.Count), Is.EqualTo((NightOutcome.Complete, 0)));
        Assert.That(night.LastSuccess, Is.EqualTo(One.AddHours(2).AddMinutes(10)), "the upload came whole; the replay says nothing of the member");
        Assert.That(night.LastSuccessAge, Is.EqualTo((Morning - night.LastSuccess!.Value).TotalSeconds));
    }

    [Test]
    public async Task A_failure_is_told_with_its_cause_and_the_next_step_in_both_languages()
    {
        await _bench.RunAsync(Sma, One.AddDays(-1), records: 3);
        await _bench.RunAsync(Sma, One, end: Failed(One, KnownCauses.TimedOut("sma-1.sch.id", TimeSpan.FromSeconds(30))));

        var report = await _bench.DrawAsync(Morning);
        var need = report.Members.Single().Needs.Single();

        Assert.That((need.Kind, need.Code, report.Totals.InNeed), Is.EqualTo((NeedKind.Failed, "timed-out", 1)));
        Assert.That(need.In("id").Told.What, Is.EqualTo("sma-1.sch.id tidak memberi jawaban lengkap dalam 30 detik."));
        Assert.That(need.In("en").Told.Next, Does.StartWith("Check that its library system is not overloaded"));
    }

    [Test]
    public async Task A_failure_without_a_cause_keeps_its_words()
    {
        await _bench.RunAsync(Sma, One, end: new RunEnd { Ended = One, Failure = "Something of old." });

        var (language, told) = (await _bench.DrawAsync(Morning)).Members.Single().Needs[0].In("id");

        Assert.That((language, told.What, told.Next), Is.EqualTo(("en", "Something of old.", "")));
    }

    [Test]
    public async Task A_failure_that_was_made_good_in_the_same_night_needs_nobody()
    {
        await _bench.RunAsync(Sma, One, end: Failed(One, KnownCauses.NoAnswer()));
        await _bench.RunAsync(Sma, One.AddHours(1));
        await _bench.RunAsync(Sma, One.AddHours(2), origin: RunOrigin.Replay, end: Failed(One.AddHours(2), KnownCauses.NoAnswer()));

        var night = (await _bench.DrawAsync(Morning)).Members.Single();

        Assert.That((night.Outcome, night.Needs.Count), Is.EqualTo((NightOutcome.NothingNew, 0)));
    }

    [Test]
    public async Task A_held_removal_is_told_with_its_share_and_some_titles()
    {
        await _bench.RunAsync(Sma, One.AddDays(-1), records: 40, prefix: "oai:buku:");
        await _bench.RunAsync(
            Sma, One, records: 10, isSweep: true, prefix: "oai:buku:",
            end: new RunEnd { Ended = One.AddMinutes(5), Absences = new RemovalLimit() });

        var night = (await _bench.DrawAsync(Morning)).Members.Single();

        Assert.That((night.Held!.Absent, night.Held.Live, night.Work.Counts.Held, night.Work.Counts.Deleted), Is.EqualTo((30, 40, 30, 0)));
        Assert.That(night.Held.Titles, Is.EqualTo(Enumerable.Range(10, 5).Select(number => $"Judul oai:buku:{number}")));
        Assert.That(night.Needs.Single().In("id").Told.What, Does.StartWith("30 cantuman (75 % dari koleksinya)"));
    }

    [Test]
    public async Task What_needs_a_person_is_found_whatever_it_is_and_in_the_order_of_need()
    {
        var (failing, never, stale, bad, unfinished, sending, silent, fine) =
            (Fetched("failing"), Fetched("never"), Fetched("stale"), Fetched("bad"), Fetched("unfinished"), Sending("sending"), Sending("silent"), Fetched("fine"));
        _bench.Members.Replace([fine, bad, failing, never, sending, silent, stale, unfinished]);
        await _bench.RunAsync(stale, One.AddDays(-4));
        await _bench.RunAsync(sending, One.AddDays(-40), records: 1, origin: RunOrigin.Upload);
        await _bench.RunAsync(failing, One, end: Failed(One, KnownCauses.NoAnswer()));
        await _bench.RunAsync(bad, One, records: 1, setAside: 10);
        await _bench.RunAsync(fine, One, records: 1, setAside: 9);
        await _bench.BeginAsync(unfinished, One);

        var report = await _bench.DrawAsync(Morning);

        Assert.That(report.InNeed.Select(member => $"{member.Id} {member.Needs.Single().Code}"), Is.EqualTo(new[]
        {
            "failing no-answer", "never never-harvested", "silent never-sent", "stale stale", "bad many-set-aside", "unfinished unfinished",
        }));
        Assert.That(report.Members.Select(member => member.Id), Is.EqualTo(_bench.Members.All.Select(member => member.Id.Value)));
        Assert.That(report.Members.Single(member => member.Id == "stale").Needs[0].In("en").Told.What, Does.Contain("4 days ago"));
        Assert.That((report.Totals.Members, report.Totals.InNeed, report.Totals.New, report.Totals.SetAside), Is.EqualTo((8, 6, 2, 19)));
    }

    [Test]
    public async Task Broken_pages_and_notices_are_told_of_harvests_that_did_not_fail()
    {
        var run = await _bench.BeginAsync(Sma, One);
        await _bench.Store.Harvests.AppendPageAsync(new HarvestPage { RunId = run.Id, Records = [], IsMended = true, Next = new(0, null) }, default);
        var notice = KnownCauses.AbsencesUnknown(2);
        await _bench.EndAsync(run, new RunEnd { Ended = One.AddMinutes(1), Notice = notice.ToString(), Cause = notice.ToJson() });

        Assert.That((await _bench.DrawAsync(Morning)).Members.Single().Needs.Select(need => need.Code), Is.EqualTo(new[] { "absences-unknown", "mended-pages" }));
    }

    [Test]
    public async Task A_harvest_over_two_nights_is_told_in_both_and_each_of_its_records_once()
    {
        var run = await _bench.BeginAsync(Sma, One);
        await _bench.AppendAsync(run, 5);
        var first = await _bench.DrawAsync(Morning);
        await _bench.AppendAsync(run, 3);
        await _bench.EndAsync(run, new RunEnd { Ended = One.AddHours(20) });

        var second = await _bench.DrawAsync(Morning.AddDays(1), Night.AddDays(1));

        Assert.That((first.Members[0].Outcome, first.Totals.New), Is.EqualTo((NightOutcome.Unfinished, 5)));
        Assert.That((second.Members[0].Outcome, second.Totals.New), Is.EqualTo((NightOutcome.Complete, 3)));
        Assert.That(second.Members[0].Harvested.Seconds, Is.EqualTo(TimeSpan.FromHours(14.5).TotalSeconds), "of this night alone");
    }

    [TestCase(1, false, TestName = "A_harvest_that_pauses_as_was_wished_needs_nobody_while_the_last_whole_list_is_not_old")]
    [TestCase(4, true, TestName = "A_harvest_that_pauses_and_pauses_needs_somebody")]
    public async Task A_pause(int days, bool needsSomebody)
    {
        await _bench.RunAsync(Sma, Morning.AddDays(-days), records: 5);
        var run = await _bench.BeginAsync(Sma, Morning.AddHours(-3));
        var cause = KnownCauses.OutsideHours("20:00-05:00", "20:00");
        await _bench.Store.Harvests.PauseRunAsync(run.Id, new RunPause { Notice = cause.ToString(), Cause = cause.ToJson() }, default);

        var report = await _bench.DrawAsync(Morning);

        Assert.That(report.Members.Single(night => night.Id == Sma.Id.Value).Needs.Select(need => need.Kind), needsSomebody ? Is.EqualTo([NeedKind.Unfinished]) : Is.Empty);
    }

    [Test]
    public async Task Nothing_falls_between_two_reports()
    {
        await _bench.DrawAsync(Morning);
        await _bench.RunAsync(Sma, Morning.AddHours(2), records: 7, origin: RunOrigin.Upload);

        var second = await _bench.DrawAsync(Morning.AddDays(1), Night.AddDays(1));

        Assert.That((second.From, second.Totals.New), Is.EqualTo((Morning, 7)), "sent before noon, after the report was drawn");
    }

    [Test]
    public async Task Who_sends_its_records_itself_keeps_its_last_success_though_a_later_upload_failed()
    {
        _bench.Members.Replace([Sending("slims")]);
        await _bench.RunAsync(Sending("slims"), One, records: 2, origin: RunOrigin.Upload);
        await _bench.RunAsync(Sending("slims"), One.AddHours(1), origin: RunOrigin.Upload, end: Failed(One.AddHours(1), KnownCauses.NoAnswer()));
        var first = (await _bench.DrawAsync(Morning)).Members.Single();

        var second = (await _bench.DrawAsync(Morning.AddDays(1), Night.AddDays(1))).Members.Single();

        Assert.That((first.LastSuccess, second.LastSuccess), Is.EqualTo((One.AddMinutes(10), One.AddMinutes(10))));
        Assert.That((first.Outcome, second.Outcome, second.Needs.Count), Is.EqualTo((NightOutcome.Failed, NightOutcome.Quiet, 0)));
    }

    [Test]
    public async Task A_kept_report_does_not_change_though_everything_else_does()
    {
        await _bench.RunAsync(Sma, One, records: 3);
        var before = (await _bench.DrawAsync(Morning)).ToJson();
        await _bench.RunAsync(Sma, One.AddHours(1), records: 3);
        _bench.Members.Replace([]);

        Assert.That((await _bench.DrawAsync(Morning.AddDays(3))).ToJson(), Is.EqualTo(before));
        Assert.That((await _bench.Store.Reports.FindAsync(Night, default))!.Json.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_night_under_way_is_drawn_and_not_kept_and_one_to_come_is_not_drawn()
    {
        await _bench.RunAsync(Sma, One, records: 3);

        Assert.That((await _bench.DrawAsync(Morning.AddMinutes(-1))).Totals.New, Is.EqualTo(3));
        Assert.That(await _bench.Store.Reports.FindAsync(Night, default), Is.Null);
        Assert.That(await _bench.Reporter.FindOrDrawAsync(Night.AddDays(1), default), Is.Null);
    }

    [Test]
    public async Task Of_a_night_long_ago_nothing_is_kept_that_was_not()
    {
        await _bench.DrawAsync(Morning.AddDays(14));

        Assert.That(await _bench.Store.Reports.ListAsync(null, 10, default), Is.Empty);
    }

    [Test]
    public async Task The_history_has_the_nights_as_they_were_reported_and_says_which_were_not()
    {
        foreach (var days in new[] { 0, 1, 3 })
        {
            await _bench.RunAsync(Sma, One.AddDays(days), records: days + 1);
            await _bench.DrawAsync(Morning.AddDays(days), Night.AddDays(days));
        }

        var history = (await _bench.DrawAsync(Morning.AddDays(3), Night.AddDays(3))).History;

        Assert.That(history.Select(night => night.Date), Is.EqualTo(Enumerable.Range(-10, 14).Select(Night.AddDays)));
        Assert.That(history.Select(night => night.IsKnown ? night.New : -1).TakeLast(5), Is.EqualTo(new[] { -1, 1, 2, -1, 4 }));
    }

    [Test]
    public async Task Missed_mornings_are_caught_up_each_once()
    {
        _bench.At(Morning);
        Assert.That(await _bench.Reporter.CatchUpAsync(default), Is.Empty, "who has never harvested has no night to tell of");
        await _bench.RunAsync(Sma, One);
        Assert.That((await _bench.Reporter.CatchUpAsync(default)).Select(report => report.Date), Is.EqualTo(new[] { Night }));

        _bench.At(Morning.AddDays(3).AddMinutes(-1));
        Assert.That((await _bench.Reporter.CatchUpAsync(default)).Select(report => report.Date), Is.EqualTo(new[] { Night.AddDays(1), Night.AddDays(2) }));
        Assert.That(await _bench.Reporter.CatchUpAsync(default), Is.Empty);

        _bench.At(Morning.AddDays(60));
        Assert.That(await _bench.Reporter.CatchUpAsync(default), Has.Count.EqualTo(14), "not for ever back");
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("""{"version":2}""")]
    public void What_cannot_be_read_says_what_to_do(string json) =>
        Assert.That(() => NightReport.Read(System.Text.Encoding.UTF8.GetBytes(json)), Throws.TypeOf<InvalidDataException>().With.Message.Match("Restore|Install"));

    private static RunEnd Failed(DateTimeOffset started, Cause cause) => new() { Ended = started.AddMinutes(1), Failure = cause.ToString(), Cause = cause.ToJson() };
}
