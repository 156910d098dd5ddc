using System.Globalization;
using UnionCatalog.Reports;

namespace UnionCatalog.Server.Pages;

/// <summary>
/// A night as a table for spreadsheets (RFC 4180), one line a member. The columns are named alike in every language, so that a
/// sheet made for one night takes the next; only the sentences are the reader's.
/// </summary>
internal static class NightCsv
{
    private static readonly string[] Columns =
    [
        "night", "member", "library", "place", "outcome", "new", "changed", "unchanged", "deleted", "set_aside", "held", "mended_pages", "requests",
        "retries", "seconds", "harvests", "uploads", "replays", "records", "last_success", "last_success_age_seconds", "need", "what", "next",
    ];

    public static string Write(NightReport report, PageTexts texts)
    {
        var csv = Csv.Begin(Columns);
        foreach (var member in report.Members)
        {
            csv.AddLine(Cells(report, member, texts));
        }

        return csv.ToString();
    }

    private static IEnumerable<object?> Cells(NightReport report, MemberNight member, PageTexts texts)
    {
        var (counts, need) = (member.Work.Counts, member.Needs is [var first, ..] ? first : null);
        return
        [
            NightEndpoints.Write(report.Date), member.Id, member.Name, member.Place, NightWords.NameOf(member.Outcome),
            counts.New, counts.Changed, counts.Unchanged, counts.Deleted, counts.SetAside, counts.Held, counts.Mended, counts.Requests, counts.Retries,
            Math.Round(member.Work.Seconds, 1), member.Harvested.Runs, member.Uploaded.Runs, member.Replayed.Runs, member.LiveRecords,
            member.LastSuccess?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + (member.LastSuccess is null ? "" : "Z"), member.LastSuccessAge is { } age ? Math.Round(age) : null,
            need is null ? null : NightWords.NameOf(need.Kind), need?.In(texts.Language).Told.What, need?.In(texts.Language).Told.Next,
        ];
    }
}
