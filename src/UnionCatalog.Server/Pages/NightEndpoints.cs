using System.Globalization;
using System.Net.Mime;
using System.Text;
using UnionCatalog.Reports;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>The kept reports of the nights, for the coordinator: as pages, as CSV for a spreadsheet, and as JSON for a program.</summary>
internal static class NightEndpoints
{
    public const string Path = "/reports";

    private const string DateForm = "yyyy-MM-dd";

    /// <summary>Nights on one page of the list.</summary>
    private const int Listed = 31;

    public static void MapNights(this RouteGroupBuilder pages)
    {
        var nights = pages.MapGroup(Path).ForCoordinator();
        nights.MapMethods("", PageEndpoints.Reading, ListAsync);
        nights.MapMethods("/{night}", PageEndpoints.Reading, ShowAsync);
    }

    /// <summary>The night that "2026-11-25" is; null for anything else.</summary>
    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>How a night is addressed: "2026-11-25".</summary>
    public static string Write(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);

    private static async Task<IResult> ListAsync(HttpContext http, IReportStore reports, string? before, CancellationToken cancellation)
    {
        var kept = await reports.ListAsync(before is null ? null : ReadDate(before), Listed + 1, cancellation);
        return PageEndpoints.Draw<NightsPage>(http, new()
        {
            [nameof(NightsPage.Reports)] = kept.Take(Listed).Select(report => NightReport.Read(report.Json)).ToList(),
            [nameof(NightsPage.HasMore)] = kept.Count > Listed,
        });
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IReportStore reports, string night, CancellationToken cancellation)
    {
        var (name, form) = night.Split('.', 2) is [var first, var second] ? (first, second) : (night, "");
        return ReadDate(name) is { } date && await reports.FindAsync(date, cancellation) is { } kept
            ? form switch
            {
                "" => await DrawAsync(http, reports, NightReport.Read(kept.Json), cancellation),
                "csv" => Results.Bytes(
                    Encoding.UTF8.GetBytes(NightCsv.Write(NightReport.Read(kept.Json), PageTexts.For(http.Request))),
                    "text/csv; charset=utf-8; header=present", $"laporan-malam-{name}.csv"),
                "json" => Results.Bytes(kept.Json, MediaTypeNames.Application.Json),
                _ => PageEndpoints.NotFound(http),
            }
            : PageEndpoints.NotFound(http);
    }

    private static async Task<IResult> DrawAsync(HttpContext http, IReportStore reports, NightReport report, CancellationToken cancellation) =>
        PageEndpoints.Draw<NightPage>(http, new()
        {
            [nameof(NightPage.Report)] = report,
            [nameof(NightPage.Earlier)] = await reports.ListAsync(report.Date, 1, cancellation) is [var earlier] ? earlier.Date : default(DateOnly?),
            [nameof(NightPage.Later)] = await reports.FindAsync(report.Date.AddDays(1), cancellation) is { } later ? later.Date : default(DateOnly?),
        });
}
