using System.Text;
using UnionCatalog.Reports;

namespace UnionCatalog.Server.Pages;

/// <summary>A night as plain text, for a phone's mail and for a terminal: no tables, no lines that must not be wrapped.</summary>
internal static class NightText
{
    public static string Write(NightReport report, PageTexts texts, Uri? site)
    {
        var words = new NightWords(report, texts);
        var text = new StringBuilder().AppendLine(texts.Format("night.title", words.Date)).AppendLine(words.Summary).AppendLine(Sums(report.Totals, texts));
        foreach (var (index, member) in report.InNeed.Index())
        {
            Write(text.AppendLine(), index + 1, member, words, texts);
        }

        var others = report.Members.Where(member => member.Needs.Count == 0).ToList();
        if (others.Count > 0 && report.Totals.InNeed > 0)
        {
            text.AppendLine().AppendLine(texts["mail.others"]);
        }

        if (site is not null)
        {
            text.AppendLine().AppendLine(texts["mail.page"]).AppendLine(AddressOf(report, site));
        }

        return text.AppendLine().AppendLine(texts.Format("night.span", words.Moment(report.From), words.Moment(report.To), report.TimeZone)).ToString();
    }

    /// <summary>The report in a line, of this program's own texts and of numbers alone: nothing that a member says stands in it.</summary>
    public static string Subject(NightReport report, PageTexts texts)
    {
        var words = new NightWords(report, texts);
        return texts.Format("mail.subject", words.Date, words.Summary);
    }

    /// <summary>Where the whole report is.</summary>
    internal static string AddressOf(NightReport report, Uri site) => new Uri(site, NightsPage.Address(report.Date)).ToString();

    internal static string Sums(NightTotals totals, PageTexts texts) =>
        texts.Format("mail.sums", totals.New, totals.Changed, totals.Deleted, totals.SetAside, totals.Held, totals.Live);

    private static void Write(StringBuilder text, int number, MemberNight member, NightWords words, PageTexts texts)
    {
        text.AppendLine(texts.Culture, $"{number}. {Plain(member.Name)} ({Plain(member.Place)}), {words.LastSuccess(member)}");
        foreach (var need in member.Needs)
        {
            var (_, told) = need.In(texts.Language);
            text.AppendLine(texts.Culture, $"   {words.Kind(need)}: {Plain(string.Join(' ', new[] { told.What, told.Kept }.OfType<string>()))}");
            if (told.Next.Length > 0)
            {
                text.AppendLine(texts.Culture, $"   {texts["night.next"]} {Plain(told.Next)}");
            }

            if (told.Detail is { } detail)
            {
                text.AppendLine(texts.Culture, $"   {Plain(detail)}");
            }
        }

        if (member.Held is { } held)
        {
            text.AppendLine(texts.Culture, $"   {texts.Format("night.held.decide", held.Id)}");
        }
    }

    /// <summary>What comes from a member's system or file stays in its line.</summary>
    private static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
