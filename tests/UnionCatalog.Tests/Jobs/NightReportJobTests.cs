using System.Net.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Causes;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Server.Mail;
using UnionCatalog.Store;
using UnionCatalog.Tests.Reports;
using static UnionCatalog.Tests.Reports.NightBench;

namespace UnionCatalog.Tests.Jobs;

/// <summary>What the morning's job does: keeps what is due, and has the newest mailed.</summary>
internal sealed class NightReportJobTests
{
    private NightBench _bench = null!;
    private TempFolder _folder = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = new();
        _bench = await NightBench.StartAsync(Fetched("sma-1"));
        var cause = KnownCauses.NoAnswer();
        await _bench.RunAsync(Fetched("sma-1"), One, end: new RunEnd { Ended = One, Failure = cause.ToString(), Cause = cause.ToJson() });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Each_report_is_kept_and_after_days_of_rest_one_mail_is_posted()
    {
        await RunAtAsync(One.AddHours(6));
        Assert.That(Box.List(), Is.EqualTo(new[] { Night }));
        Box.Remove(Night);

        await RunAtAsync(One.AddDays(2).AddHours(6));

        Assert.That((await _bench.Store.Reports.ListAsync(null, 10, default)).Select(report => report.Date), Is.EqualTo(new[] { Night.AddDays(2), Night.AddDays(1), Night }));
        Assert.That(Box.List(), Is.EqualTo(new[] { Night.AddDays(2) }));

        await RunAtAsync(One.AddDays(2).AddHours(7));
        Assert.That(Box.List(), Has.Count.EqualTo(1), "what is kept is not mailed again");
    }

    [Test]
    public async Task A_fault_ends_neither_the_job_nor_the_service()
    {
        _bench.Options = _bench.Options with { TimeZone = "Nowhere/Land" };

        await RunAtAsync(One.AddHours(6));

        Assert.That(Box.List(), Is.Empty);
    }

    private Postbox Box => new(_folder.File("mail"));

    private async Task RunAtAsync(DateTimeOffset time)
    {
        _bench.At(time);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var settings = new MailSettings { To = [new("koordinator@example.org")], From = new MailAddress("katalog@example.org"), Host = "localhost" };
        using var mailer = new Mailer(Box, settings, _bench.Store.Reports, services, _bench.Clock, NullLogger<Mailer>.Instance);
        await new NightReportJob(_bench.Reporter, [mailer], NullLogger<NightReportJob>.Instance).Execute(null!, default);
    }
}
