using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Asks for one record by its identifier, and looks at how deletions are told.</summary>
internal sealed class RecordTrial(Visit visit, Chart chart)
{
    public async Task RunAsync()
    {
        if (chart.Pages[0].Reply.Records.LastOrDefault(record => !record.IsDeleted && record.Identifier.Length > 0) is { } record)
        {
            await AskAsync(record.Identifier);
        }

        LookAtDeletions();
    }

    private async Task AskAsync(string identifier)
    {
        var answer = await visit.AskAsync(
            chart.Address!, new OaiRequest(("verb", "GetRecord"), ("metadataPrefix", chart.Prefix), ("identifier", identifier)));
        var isGiven = answer is { Error: null, Exchange.Text: { } text } && text.Has("GetRecord") && text.All("identifier").Contains(identifier);
        if (!isGiven)
        {
            chart.Findings.Add(Finding.Of("record-fails", ("identifier", Faults.Shorten(identifier)), ("said", answer.Said)) with { Fault = answer.Fault?.Cause });
        }
    }

    private void LookAtDeletions()
    {
        var said = chart.Identify.First("deletedRecord");
        var told = chart.Records.Count(record => record.IsDeleted);
        chart.Find(
            told > 0 && said != "no" ? "deletions-told" : said == "persistent" ? "deletions-promised" : "deletions-untold",
            ("told", told));
    }
}
