using Quartz;
using UnionCatalog.Reports;
using UnionCatalog.Server.Mail;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Jobs;

/// <summary>Draws and keeps the reports that are due, and has the newest mailed.</summary>
[DisallowConcurrentExecution]
internal sealed partial class NightReportJob(NightReporter reporter, IEnumerable<Mailer> mailers, ILogger<NightReportJob> log) : IJob
{
    public static readonly JobKey Key = new("report", "nights");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await DrawAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogFault(fault);
        }
    }

    private async Task DrawAsync(CancellationToken cancellation)
    {
        var drawn = await reporter.CatchUpAsync(cancellation);
        foreach (var report in drawn)
        {
            LogDrawn(NightEndpoints.Write(report.Date), report.Totals.InNeed, report.Totals.Members);
        }

        // After days of rest one mail says what there is to say.
        if (drawn.Count > 0)
        {
            mailers.SingleOrDefault()?.Post(drawn[^1]);
        }
    }

    [LoggerMessage(LogLevel.Information, "The report of the night {Night} is kept: {InNeed} of {Members} members need somebody")]
    private partial void LogDrawn(string night, int inNeed, int members);

    [LoggerMessage(LogLevel.Error, "The report of the night could not be drawn; it is tried again at the next start or the next morning")]
    private partial void LogFault(Exception fault);
}
