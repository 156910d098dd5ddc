using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Finds out whether a provider's datestamps and its lists of changes can be trusted (OAI-PMH 2.0, section 2.7).</summary>
internal sealed class DateTrial(Visit visit, Chart chart)
{
    /// <summary>Before this year no school's library had a computer to date records with.</summary>
    private const int FirstYear = 1980;

    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    private bool _takesDaysOnly = !chart.HasSeconds;

    public async Task RunAsync()
    {
        LookAtStamps();
        var isHonoured = await AskTheFutureAsync() && await AskBetweenAsync();
        if (isHonoured && chart.TrustsDates)
        {
            chart.Find("from-honoured");
        }

        chart.TrustsDates &= isHonoured;
    }

    private void LookAtStamps()
    {
        var written = chart.Pages.SelectMany(page => page.Exchange.Text.All("datestamp")).ToList();
        chart.Evidence.Add("datestamp", written);
        var records = chart.Records.ToList();
        var odd = written.Count(text => text.Length > 0 && !IsSensible(OaiDates.Read(text)));
        var missing = records.Count - written.Count(text => text.Length > 0);
        if (missing > 0)
        {
            chart.Find("dates-missing", ("missing", missing), ("records", records.Count));
            chart.TrustsDates = false;
        }

        if (odd > 0)
        {
            chart.Find("dates-odd", ("odd", odd), ("records", records.Count), ("example", written.First(text => text.Length > 0 && !IsSensible(OaiDates.Read(text)))));
        }

        LookAhead(records);
    }

    private void LookAhead(List<OaiRecord> records)
    {
        var ahead = records.Select(record => record.Datestamp - chart.ServerNow).Where(gap => gap > TimeSpan.Zero).OfType<TimeSpan>().ToList();
        var far = ahead.Count(gap => gap > FarthestZone);
        if (ahead.Count > far)
        {
            chart.Find("dates-ahead", ("hours", ahead.Where(gap => gap <= FarthestZone).Max().TotalHours));
        }

        if (far > 0)
        {
            chart.Find("dates-future", ("far", far), ("records", records.Count));
        }
    }

    /// <summary>From the day after tomorrow on there can be no changes, wherever on earth the server is.</summary>
    private async Task<bool> AskTheFutureAsync()
    {
        var future = chart.ServerNow + TimeSpan.FromDays(2);
        var byDay = await ListAsync(future, asDay: true);
        if (!chart.HasSeconds && TakesForm(byDay))
        {
            return Judge(byDay, Day(future));
        }

        var bySecond = await ListAsync(future, asDay: false);
        _takesDaysOnly = TakesForm(byDay) && !TakesForm(bySecond);
        if (TakesForm(byDay) != TakesForm(bySecond))
        {
            chart.Find(_takesDaysOnly ? "granularity-days" : "granularity-seconds");
        }

        return Judge(TakesForm(bySecond) ? bySecond : byDay, Day(future));
    }

    /// <summary>Asks from a datestamp in the middle of those that were seen: what is older must not come.</summary>
    private async Task<bool> AskBetweenAsync()
    {
        var stamps = chart.Records.Select(record => record.Datestamp).OfType<DateTimeOffset>()
            .Where(date => IsSensible(date) && date <= chart.ServerNow).Distinct().Order().ToList();
        if (stamps.Count < 2)
        {
            return true;
        }

        var from = stamps[stamps.Count / 2];
        var answer = await ListAsync(from, _takesDaysOnly);
        if (answer.Error?.Code == "noRecordsMatch")
        {
            chart.Find("from-loses", ("from", OaiDates.Write(from, _takesDaysOnly)));
            return false;
        }

        return Judge(answer, _takesDaysOnly ? Day(from) : from)
            && (answer.Reply?.Token?.Value is not { Length: > 0 } token || await FollowAsync(answer.Reply, token));
    }

    /// <summary>Whether it understood how "from" was written (section 2.7.1 has two ways).</summary>
    private static bool TakesForm(Answer answer) => answer.Error?.Code != "badArgument";

    private static DateTimeOffset Day(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);

    private Task<Answer> ListAsync(DateTimeOffset from, bool asDay) =>
        visit.AskAsync(chart.Address!, OaiRequest.ListRecords(chart.Prefix!, OaiDates.Write(from, asDay), set: null));

    private bool Judge(Answer answer, DateTimeOffset from)
    {
        if (answer.Fault is { } fault)
        {
            chart.Find("from-breaks", fault);
            return false;
        }

        if (answer.Error is { Code: not "noRecordsMatch" } error)
        {
            chart.Find("from-refused", ("said", error.ToString()));
            return false;
        }

        // A record without a date may be any; but where none has one, everything came again.
        var records = answer.Reply!.Records;
        var isIgnored = records.Any(record => record.Datestamp < from) || (records.Count > 0 && records.All(record => record.Datestamp is null));
        if (isIgnored)
        {
            chart.Find("from-ignored");
        }

        return !isIgnored;
    }

    /// <summary>The token of a list of changes is another than that of the whole list, and SLiMS's wants to go back as it came.</summary>
    private async Task<bool> FollowAsync(OaiReply first, string token)
    {
        foreach (var form in Enum.GetValues<TokenForm>().OrderBy(form => form != (chart.Tokens ?? TokenForm.Encoded)))
        {
            if (ListSteps.GoesOn(first, await visit.AskAsync(chart.Address!, TokenForms.Request(form, token, chart.Prefix!))))
            {
                if (form != (chart.Tokens ?? TokenForm.Encoded))
                {
                    chart.Find(form == TokenForm.Raw ? "changes-token-raw" : "token-with-prefix");
                    chart.Tokens = form;
                }

                return true;
            }
        }

        chart.Find("changes-token-fails");
        return false;
    }

    private bool IsSensible(DateTimeOffset? date) => date is { } known && known.Year >= FirstYear && known - chart.ServerNow < TimeSpan.FromDays(36_500);
}
