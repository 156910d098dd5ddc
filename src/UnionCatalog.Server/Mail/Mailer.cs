using System.Net.Mail;
using System.Threading.Channels;
using Microsoft.AspNetCore.Components.Web;
using UnionCatalog.Reports;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Mail;

/// <summary>
/// Sends the mails in the postbox. One that cannot be sent stays there and is tried again, at first after a minute and then
/// ever more seldom; nothing else of the service waits for it.
/// </summary>
/// <remarks>
/// System.Net.Mail's client is the one there is: MailKit does not restore from the package registry that this project builds
/// with. What is asked of it here it does: STARTTLS, a password, one message of two parts.
/// </remarks>
internal sealed partial class Mailer(
    Postbox postbox, MailSettings settings, IReportStore reports, IServiceProvider services, TimeProvider clock, ILogger<Mailer> log) : BackgroundService
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <summary>After so long a mail is of no use any more; the report is kept all the same.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>How long a mail server may take for one mail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Holds one wish at most: any number of wake-ups are answered by one look into the postbox.
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has a night mailed, soon, if it is one of those that are.</summary>
    public void Post(NightReport report)
    {
        if (settings.Always || report.Totals.InNeed > 0)
        {
            postbox.Put(report.Date);
            _wishes.Writer.TryWrite(true);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var rest = FirstRest;
        while (!stoppingToken.IsCancellationRequested)
        {
            var isEmpty = await TrySendAllAsync(stoppingToken);
            await WaitAsync(isEmpty ? Timeout.InfiniteTimeSpan : rest, stoppingToken);
            rest = isEmpty ? FirstRest : rest * 2 < LongestRest ? rest * 2 : LongestRest;
        }
    }

    private async Task<bool> TrySendAllAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var night in postbox.List())
            {
                await SendAsync(night, cancellation);
            }

            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            LogFault(settings.Host, settings.Port, fault);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task SendAsync(DateOnly night, CancellationToken cancellation)
    {
        if (await reports.FindAsync(night, cancellation) is { } kept && clock.GetUtcNow() - kept.Drawn < GiveUpAfter)
        {
            await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
            using var mail = await NightMail.WriteAsync(NightReport.Read(kept.Json), settings, renderer);
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.IsEncrypted, Credentials = settings.Account };
            // By this machine's own time: a mail server's silence is no part of a night.
            using var patience = new CancellationTokenSource(Patience);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            await client.SendMailAsync(mail, either.Token);
            LogSent(NightEndpoints.Write(night), string.Join(", ", settings.To.Select(reader => reader.Address)));
        }
        else
        {
            LogGivenUp(NightEndpoints.Write(night));
        }

        postbox.Remove(night);
    }

    private async Task WaitAsync(TimeSpan rest, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(rest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await _wishes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to try again, or to stop: the caller sees which.
        }
    }

    [LoggerMessage(LogLevel.Information, "The report of the night {Night} was mailed to {Readers}")]
    private partial void LogSent(string night, string readers);

    [LoggerMessage(LogLevel.Warning, "The mail of the night {Night} could not be sent for days and is given up; its report is on the page")]
    private partial void LogGivenUp(string night);

    [LoggerMessage(LogLevel.Error, "The nightly report could not be mailed through {Host}:{Port}; it is tried again later. Check --smtp, and the account in UNIONCATALOG_SMTP_USER and UNIONCATALOG_SMTP_PASSWORD")]
    private partial void LogFault(string host, int port, Exception fault);
}
