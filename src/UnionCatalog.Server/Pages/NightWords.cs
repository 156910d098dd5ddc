using System.Globalization;
using UnionCatalog.Reports;

namespace UnionCatalog.Server.Pages;

/// <summary>A night's report in one language: its numbers, times and names as people write them.</summary>
/// <param name="report">The report, which says by which time zone.</param>
/// <param name="texts">The language.</param>
public sealed class NightWords(NightReport report, PageTexts texts)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(report.TimeZone);

    /// <summary>"Wednesday, 25 November 2026".</summary>
    public string Date => LongDate(report.Date, texts);

    /// <summary>Whether all went well, or how many libraries need somebody.</summary>
    public string Summary => Summarise(report, texts);

    /// <summary>"25 Nov 06:30", by the report's time zone.</summary>
    public string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).ToString(texts["time.moment"], texts.Culture);

    /// <summary>When the records last came in full, and how long before the night's end that was, unless a late report knows of a later time.</summary>
    public string LastSuccess(MemberNight member) => member switch
    {
        { LastSuccess: { } last, LastSuccessAge: > 0 and var age } => texts.Format("night.last", Moment(last), Span(age)),
        { LastSuccess: { } last } => texts.Format("night.last.later", Moment(last)),
        _ => texts["night.last.never"],
    };

    /// <summary>A time in its largest unit of which there are two.</summary>
    public string Span(double seconds) => seconds switch
    {
        >= 2 * 86400 => texts.Format("time.days", Math.Floor(seconds / 86400)),
        >= 2 * 3600 => texts.Format("time.hours", Math.Floor(seconds / 3600)),
        >= 120 => texts.Format("time.minutes", Math.Floor(seconds / 60)),
        _ => texts.Format("time.seconds", Math.Ceiling(seconds)),
    };

    /// <summary>How the night went, and what beside harvests there was.</summary>
    public string Outcome(MemberNight member) => string.Join(" · ", new[]
    {
        texts["outcome." + NameOf(member.Outcome)],
        member.Uploaded.Runs > 0 ? texts.Count("night.uploads", member.Uploaded.Runs) : null,
        member.Replayed.Runs > 0 ? texts.Count("night.replays", member.Replayed.Runs) : null,
    }.OfType<string>());

    /// <summary>The name of a need's kind.</summary>
    public string Kind(Need need) => texts["need." + NameOf(need.Kind)];

    /// <summary>A number as the language groups it; nothing is a dash that the eye passes over.</summary>
    public string Number(long number) => number == 0 ? "–" : number.ToString("N0", texts.Culture);

    internal static string LongDate(DateOnly date, PageTexts texts) => date.ToString("dddd, d MMMM yyyy", texts.Culture);

    internal static string Summarise(NightReport report, PageTexts texts) => report.Totals switch
    {
        { Members: 0 } => texts["night.summary.none"],

        // Where nothing was asked, nothing is known to be well.
        { InNeed: 0 } when report.Members.All(member => member.Outcome == NightOutcome.Quiet) => texts["night.summary.quiet"],
        { InNeed: 0 } and var totals => texts.Count("night.summary.well", totals.Members),
        var totals => texts.Format("night.summary.need", totals.InNeed, totals.Members),
    };

    /// <summary>"neverHarvested", as texts and style name it.</summary>
    internal static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
    }
}
