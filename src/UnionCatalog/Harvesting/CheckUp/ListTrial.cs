using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Chooses a format, asks for the list's first page, and tries in which form its resumption token brings the second.</summary>
internal sealed class ListTrial(Visit visit, Chart chart)
{
    private const string Simplest = "oai_dc";

    public async Task RunAsync()
    {
        if (await ChooseFormatAsync() && await ReadFirstPageAsync() is { Reply.Token.Value: { Length: > 0 } token } first)
        {
            await TryTokenAsync(first, token);
        }
    }

    private async Task<bool> ChooseFormatAsync()
    {
        var answer = await visit.AskAsync(chart.Address!, OaiRequest.ListMetadataFormats);
        chart.Formats = answer.Reply?.Formats ?? [];
        chart.Evidence.Add("prefix", chart.Formats.Select(format => format.Prefix));
        if (!answer.IsGood)
        {
            chart.Findings.Add(Finding.Of("formats-untold", ("said", answer.Said)) with { Fault = answer.Fault?.Cause });
        }

        try
        {
            chart.Prefix = FormatChoice.Choose(chart.Formats);
            return true;
        }
        catch (MemberFault)
        {
            chart.Find("no-format", ("offered", string.Join(", ", chart.Formats.Select(format => Faults.Shorten(format.Prefix)))));
            return false;
        }
    }

    private async Task<ListPage?> ReadFirstPageAsync()
    {
        var answer = await visit.AskAsync(chart.Address!, OaiRequest.ListRecords(chart.Prefix!, from: null, set: null));
        if (!HasRecords(answer) && chart.Prefix != Simplest && chart.Formats.Any(format => format.Prefix == Simplest))
        {
            var simple = await visit.AskAsync(chart.Address!, OaiRequest.ListRecords(Simplest, from: null, set: null));
            if (HasRecords(simple))
            {
                chart.Findings.Add(Finding.Of("format-breaks", ("prefix", chart.Prefix!), ("said", answer.Said)) with { Fault = answer.Fault?.Cause });
                (chart.Prefix, answer) = (Simplest, simple);
            }
        }

        return HasRecords(answer) ? Take(answer) : Refuse(answer);
    }

    private ListPage Take(Answer answer)
    {
        var page = new ListPage(answer.Reply!, answer.Exchange!);
        chart.Add(page);
        chart.Evidence.Add("record", page.Exchange.Text.Text);
        chart.Evidence.Add("identifier", page.Reply.Records.Select(record => record.Identifier));
        chart.Evidence.Add("token", page.Reply.Token?.Value ?? "");
        return page;
    }

    /// <summary>SLiMS's oai.php breaks a whole page off where one record in it is hidden, with a web page in place of the rest.</summary>
    private ListPage? Refuse(Answer answer)
    {
        var isHidden = answer.Fault is not null && answer.Exchange is { Text.IsWebPage: true } && chart.Address!.AbsolutePath.EndsWith("oai.php", StringComparison.OrdinalIgnoreCase);
        var code = isHidden ? "hidden-record"
            : answer.Fault?.Cause.Code == "has-dtd" ? "dtd"
            : answer.Fault is not null ? "list-fails"
            : answer.Error is null or { Code: "noRecordsMatch" } ? "empty"
            : "list-refused";
        chart.Findings.Add(Finding.Of(code, ("said", answer.Said), ("address", chart.Address!.AbsoluteUri)) with { Fault = answer.Fault?.Cause });
        return null;
    }

    private async Task TryTokenAsync(ListPage first, string token)
    {
        var working = new List<TokenForm>();
        var asked = new HashSet<string>();
        Answer? refusal = null;
        foreach (var form in Enum.GetValues<TokenForm>())
        {
            var request = TokenForms.Request(form, token, chart.Prefix!);
            if (!asked.Add(request.At(chart.Address!).OriginalString))
            {
                continue;
            }

            var answer = await visit.AskAsync(chart.Address!, request);
            if (!ListSteps.GoesOn(first.Reply, answer))
            {
                refusal ??= answer;
                continue;
            }

            if (working.Count == 0)
            {
                Take(answer);
            }

            working.Add(form);
        }

        Judge(working, refusal, first.Reply);
    }

    private void Judge(List<TokenForm> working, Answer? refusal, OaiReply first)
    {
        if (working.Count == 0)
        {
            chart.Findings.Add(Finding.Of(
                ListSteps.BeginsAgain(first, refusal!) ? "token-restarts" : "token-fails", ("said", refusal!.Said)) with { Fault = refusal.Fault?.Cause });
            return;
        }

        chart.Tokens = working[0];
        chart.Evidence.Add("tokenForm", working[0].ToString());
        if (working[0] != TokenForm.Encoded)
        {
            chart.Find(working[0] == TokenForm.Raw ? "token-raw" : "token-with-prefix");
        }
    }

    private static bool HasRecords(Answer answer) => answer.Reply is { Errors.Count: 0, Records.Count: > 0 };
}
