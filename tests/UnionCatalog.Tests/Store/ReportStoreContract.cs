using System.Text;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What every store of reports keeps to.</summary>
public abstract class ReportStoreContract : StoreContract
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Test]
    public async Task A_report_is_found_as_it_was_kept_also_after_a_restart()
    {
        await Reports.KeepAsync(Report(Day, "night"), default);
        await ReopenAsync();

        Assert.That(Show(await Reports.FindAsync(Day, default)), Is.EqualTo("2026-11-25 2025-03-01T05:00:00 night"));
        Assert.That(await Reports.FindAsync(Day.AddDays(1), default), Is.Null);
    }

    [Test]
    public async Task The_first_report_of_a_date_stays()
    {
        await Reports.KeepAsync(Report(Day, "first"), default);
        var kept = await Reports.KeepAsync(Report(Day, "second") with { Drawn = Noon.AddDays(1) }, default);

        Assert.That(Show(kept), Is.EqualTo("2026-11-25 2025-03-01T05:00:00 first"));
        Assert.That(Show(await Reports.FindAsync(Day, default)), Is.EqualTo(Show(kept)));
    }

    [Test]
    public async Task The_latest_reports_come_first()
    {
        foreach (var day in new[] { 25, 9, 31, 10 })
        {
            await Reports.KeepAsync(Report(new DateOnly(2026, 10, day), $"{day}"), default);
        }

        Assert.That(await DaysAsync(null, 10), Is.EqualTo(new[] { 31, 25, 10, 9 }));
        Assert.That(await DaysAsync(null, 2), Is.EqualTo(new[] { 31, 25 }));
        Assert.That(await DaysAsync(new DateOnly(2026, 10, 25), 10), Is.EqualTo(new[] { 10, 9 }));
        Assert.That(await DaysAsync(new DateOnly(2026, 10, 9), 10), Is.Empty);
    }

    private async Task<IEnumerable<int>> DaysAsync(DateOnly? before, int limit) =>
        (await Reports.ListAsync(before, limit, default)).Select(report => report.Date.Day);

    private static KeptReport Report(DateOnly date, string json) => new(date, Noon, Encoding.UTF8.GetBytes(json));

    private static string Show(KeptReport? report) => $"{report!.Date:yyyy-MM-dd} {report.Drawn.UtcDateTime:s} {Encoding.UTF8.GetString(report.Json.Span)}";
}
