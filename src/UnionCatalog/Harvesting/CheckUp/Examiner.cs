using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>
/// The check-up before a school joins: tries a school's system as a harvest will use it, and says whether it is ready, what should be
/// mended, and with which configuration to begin. It asks politely: one request at a time, and not many.
/// </summary>
public sealed class Examiner(CheckUpOptions options, TimeProvider clock)
{
    private const int MostSamples = 3;
    private const int LongestName = 200;

    /// <summary>Examines a school's system. Never throws for anything that the school's server does.</summary>
    /// <param name="given">The address of its OAI-PMH, or of its site.</param>
    /// <param name="progress">Told of each step before it is taken, by its name in checkup-texts.json.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<CheckUpResult> ExamineAsync(Uri given, IProgress<string>? progress, CancellationToken cancellation)
    {
        given = SchoolAddress.WithoutVerb(given);
        await using var visit = new Visit(options, clock, cancellation);
        var chart = new Chart(clock.GetUtcNow());
        try
        {
            await TryAllAsync(given, visit, chart, progress);
        }
        catch (VisitEnded)
        {
            chart.Find(chart.Pages.Count > 0 ? "unfinished" : "unfinished-early", ("requests", visit.Requests), ("limit", options.TimeLimit));
        }

        progress?.Report("judge");
        return Judge(given, visit, chart);
    }

    private static async Task TryAllAsync(Uri given, Visit visit, Chart chart, IProgress<string>? progress)
    {
        progress?.Report("address");
        await new AddressSearch(visit, chart).RunAsync(given);
        if (chart.Address is null)
        {
            return;
        }

        progress?.Report("identity");
        IdentityTrial.Run(chart);
        progress?.Report("list");
        await new ListTrial(visit, chart).RunAsync();
        if (chart.Pages.Count > 0)
        {
            progress?.Report("dates");
            await new DateTrial(visit, chart).RunAsync();
            progress?.Report("record");
            await new RecordTrial(visit, chart).RunAsync();
        }

        await LookForBetterAsync(visit, chart);
    }

    /// <summary>SLiMS has two providers, and the second is the better one.</summary>
    private static async Task LookForBetterAsync(Visit visit, Chart chart)
    {
        if (!chart.Address!.AbsolutePath.EndsWith("/oai.php", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var better = new Uri(chart.Address, "oai2.php");
        if ((await visit.TryAsync(better, OaiPmh.OaiRequest.Identify)).Reply?.Identity is not null)
        {
            chart.Find("better-address", ("address", better.AbsoluteUri));
        }
    }

    private static CheckUpResult Judge(Uri given, Visit visit, Chart chart)
    {
        chart.Evidence.Add("server", visit.Exchanges.Select(exchange => exchange.Server));
        var system = KnownSystems.Recognise(chart.Evidence);
        var proposal = chart.Pages.Count > 0 || chart.Sru is { Size: > 0 } ? new Proposal(chart, system) : null;
        var records = proposal is null ? [] : LookAtRecords(chart, proposal);
        var speed = default(Speed);
        if (proposal is not null && chart.Pages.Count > 0)
        {
            PageTrial.Run(chart);
            speed = SpeedTrial.Run(chart);
            proposal.ChooseSource(chart, speed);
        }

        var findings = chart.Findings.DistinctBy(finding => finding.Code).OrderByDescending(finding => CheckUpTexts.WeightOf(finding)).ToList();
        var verdict = findings.Select(CheckUpTexts.WeightOf).DefaultIfEmpty().Max() switch
        {
            Weight.Stop => Verdict.NotYet,
            Weight.Care => Verdict.ReadyWithCare,
            _ => Verdict.Ready,
        };
        return new()
        {
            Asked = given,
            Date = chart.Now,
            Address = chart.Address ?? chart.Sru?.Address,
            Verdict = verdict,
            Findings = findings,
            System = system,
            Preset = verdict == Verdict.NotYet ? null : proposal?.Preset,
            Name = NameOf(chart),
            Mail = Told(chart, "adminEmail", unless: "default-mail"),
            Format = chart.Prefix ?? chart.Sru?.Schema,
            RecordCount = chart.ListSize ?? chart.Sru?.Size,
            PageSize = chart.Pages.Count > 0 ? chart.Pages[0].Reply.Records.Count : 0,
            Speed = speed,
            Shares = records.Count > 0 ? RecordShares.Of(records) : null,
            Samples = [.. records.Where(record => record.Title.Proper.Length > 0).Take(MostSamples)],
            Configuration = verdict == Verdict.NotYet ? null : proposal?.Write(NameOf(chart)),
            Requests = visit.Requests,
        };
    }

    private static List<BibRecord> LookAtRecords(Chart chart, Proposal proposal)
    {
        var (good, setAside) = chart.Sru is { } sru
            ? new Sru.SruSorter(proposal.Member).Sort(sru.Records, start: 1)
            : RecordSorter.Sort(chart.Records, proposal.Member);
        proposal.ChooseHoldings(good);
        var records = RecordShares.Read(good, proposal.Member.Holdings);
        ContentTrial.Run(chart, records, setAside);
        return records;
    }

    private static string? NameOf(Chart chart)
    {
        var name = Told(chart, "repositoryName", unless: "default-name") ?? (chart.Sru?.Title is { Length: > 0 } title ? title : null);
        return name?.Length > LongestName ? name[..LongestName] : name;
    }

    private static string? Told(Chart chart, string element, string unless) =>
        chart.Findings.All(finding => finding.Code != unless) && chart.Identify.First(element) is { Length: > 0 } text ? text : null;
}
