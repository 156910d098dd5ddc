using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>Draws the report of a night from the store, and keeps it once the night is over.</summary>
/// <param name="harvests">Where the runs are written down.</param>
/// <param name="held">Shows the removals that wait.</param>
/// <param name="reports">Where reports are kept.</param>
/// <param name="members">The members in force.</param>
/// <param name="options">When a night is over, and what in it needs a person.</param>
/// <param name="clock">Dates the report, and says whether the night is over.</param>
public sealed class NightReporter(
    IHarvestStore harvests, HeldReporter held, IReportStore reports, MemberDirectory members, NightOptions options, TimeProvider clock)
{
    /// <summary>When nights are over, and what needs a person.</summary>
    public NightOptions Options => options;

    /// <summary>The kept report of a night; draws it where none is kept, and keeps it when the night is over.</summary>
    /// <returns>The report; null when the night has not begun.</returns>
    public async Task<NightReport?> FindOrDrawAsync(DateOnly date, CancellationToken cancellation)
    {
        if (await reports.FindAsync(date, cancellation) is { } kept)
        {
            return NightReport.Read(kept.Json);
        }

        var now = clock.GetUtcNow();
        if (now < options.StartOf(date))
        {
            return null;
        }

        var report = await DrawAsync(date, now, cancellation);
        // Of a night long ago it is not known any more how many records there were: what is drawn of it now is not kept.
        return now >= options.DueAt(date) && date > options.LastDue(now).AddDays(-options.HistoryNights)
            ? NightReport.Read((await reports.KeepAsync(new KeptReport(date, now, report.ToJson()), cancellation)).Json)
            : report;
    }

    /// <summary>Draws and keeps every report that is due and was missed, at most the nights of a history.</summary>
    /// <returns>Those that were not kept before, the oldest first.</returns>
    public async Task<IReadOnlyList<NightReport>> CatchUpAsync(CancellationToken cancellation)
    {
        var due = options.LastDue(clock.GetUtcNow());
        var caughtUp = new List<NightReport>();
        for (var date = await FindFirstMissedAsync(due, cancellation); date <= due; date = date.AddDays(1))
        {
            caughtUp.Add((await FindOrDrawAsync(date, cancellation))!);
        }

        return caughtUp;
    }

    /// <summary>A service that has never harvested has no night to tell of.</summary>
    private async Task<DateOnly> FindFirstMissedAsync(DateOnly due, CancellationToken cancellation)
    {
        if (await reports.ListAsync(null, 1, cancellation) is not [var newest])
        {
            return (await harvests.ListLatestRunsAsync(cancellation)).Count > 0 ? due : due.AddDays(1);
        }

        var oldest = due.AddDays(1 - options.HistoryNights);
        return newest.Date >= oldest ? newest.Date.AddDays(1) : oldest;
    }

    private async Task<NightReport> DrawAsync(DateOnly date, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = (await reports.ListAsync(date, options.HistoryNights - 1, cancellation)).Select(kept => NightReport.Read(kept.Json)).ToDictionary(report => report.Date);
        var last = before.GetValueOrDefault(date.AddDays(-1));
        // What happened between that report and noon belongs to this one: nothing falls between two reports.
        var from = last?.To ?? options.StartOf(date);
        var to = now < options.EndOf(date) ? now : options.EndOf(date);
        var runs = await NightRuns.ReadAsync(harvests, from, to, last, cancellation);
        var view = new MemberNights(harvests, options, runs, last, to);
        var nights = new List<MemberNight>();
        var live = await harvests.CountLiveAsync(cancellation);
        var waiting = (await held.ListAsync(cancellation)).ToDictionary(report => report.Removal.Source);
        var latest = (await harvests.ListLatestRunsAsync(cancellation)).ToDictionary(run => run.Source);
        foreach (var member in members.All)
        {
            nights.Add(await view.DrawAsync(
                member, live.GetValueOrDefault(member.Id), waiting.GetValueOrDefault(member.Id), latest.GetValueOrDefault(member.Id), cancellation));
        }

        return new NightReport
        {
            Date = date,
            TimeZone = options.TimeZone,
            From = from,
            To = to,
            Drawn = now,
            Members = nights,
            History = [.. History(date, before), Sum(date, nights)],
        };
    }

    private IEnumerable<NightTotals> History(DateOnly date, Dictionary<DateOnly, NightReport> before) => Enumerable
        .Range(1, options.HistoryNights - 1)
        .Reverse()
        .Select(nights => date.AddDays(-nights))
        .Select(night => before.TryGetValue(night, out var report) ? report.Totals : NightTotals.Unknown(night));

    private static NightTotals Sum(DateOnly date, List<MemberNight> nights)
    {
        var counts = nights.Aggregate(new RunCounts(), (sum, night) => sum + night.Work.Counts);
        return new(
            date, counts.New, counts.Changed, counts.Deleted, counts.SetAside, counts.Held,
            nights.Sum(night => night.LiveRecords), nights.Count, nights.Count(night => night.Needs.Count > 0));
    }
}
