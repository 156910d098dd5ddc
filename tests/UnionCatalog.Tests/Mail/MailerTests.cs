using System.Net.Mail;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionCatalog.Causes;
using UnionCatalog.Reports;
using UnionCatalog.Server.Mail;
using UnionCatalog.Store;
using UnionCatalog.Tests.Harvesting;
using UnionCatalog.Tests.Hostile;
using UnionCatalog.Tests.Pages;
using UnionCatalog.Tests.Reports;

namespace UnionCatalog.Tests.Mail;

/// <summary>The night's report by mail, over a real connection to a small mail server, read back as a mail program reads it.</summary>
internal sealed class MailerTests
{
    private NightBench _bench = null!;
    private SmtpServer _server = null!;
    private TempFolder _folder = null!;
    private readonly List<string> _log = [];

    [SetUp]
    public async Task StartAsync()
    {
        _bench = await NightBench.StartAsync();
        _bench.At(MadeUpNight.Draw().Drawn);
        _folder = new();
        _server = new();
        _log.Clear();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _server.DisposeAsync();
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task The_mail_says_the_same_as_text_and_as_HTML()
    {
        var mail = await SendAsync(MadeUpNight.Draw());
        var (text, html) = (mail.Part("text/plain"), new HtmlParser().ParseDocument(mail.Part("text/html")));

        Assert.That(mail.To, Is.EqualTo(new[] { "koordinator@example.org", "dinas@example.org" }));
        Assert.That(mail.Header("Subject"), Is.EqualTo("Laporan malam, Rabu, 25 November 2026: 5 dari 10 perpustakaan perlu ditangani."));
        Assert.That((mail.Header("From"), mail.Header("Auto-Submitted")), Is.EqualTo(("katalog@example.org", "auto-generated")));
        Assert.That(mail.Header("Content-Type"), Does.StartWith("multipart/alternative"));
        foreach (var words in new[]
        {
            "Rabu, 25 November 2026", "SMK Negeri 1 Sukamaju", "Nama smkn1sukamaju.sch.id tidak ditemukan di jaringan.", "Periksa alamatnya di berkas konfigurasi anggota",
            "https://katalog.example.org/reports/2026-11-25", "Perpustakaan lain berjalan lancar.", "dari koleksinya", "held confirm 7",
        })
        {
            Assert.That(text, Does.Contain(words));
            Assert.That(html.Body!.TextContent, Does.Contain(words));
        }

        Assert.That(html.QuerySelector("a")!.Href(), Is.EqualTo("https://katalog.example.org/reports/2026-11-25"));
        Assert.That(html.QuerySelectorAll("script, img, link, iframe"), Is.Empty, "a mail asks nothing of anybody");
    }

    [Test]
    public async Task What_a_member_says_neither_runs_nor_becomes_a_header()
    {
        var report = MadeUpNight.Draw([.. HostileCatalog.Attacks.Select((attack, number) => MadeUpNight.Fine($"m-{number}", attack, 1, 0, 0, 0) with
        {
            Place = attack, Needs = [MadeUpNight.Need(NeedKind.Failed, KnownCauses.SystemFailed(attack, 500, attack))],
        })]);

        var mail = await SendAsync(report);
        var html = new HtmlParser().ParseDocument(mail.Part("text/html"));

        Assert.That(mail.Head, Does.Not.Contain(HostileCatalog.Mark));
        Assert.That(html.QuerySelectorAll($"script, iframe, img, [{HostileCatalog.Mark}], #{HostileCatalog.Mark}"), Is.Empty);
        Assert.That(mail.Part("text/plain").Where(letter => char.IsControl(letter) && letter is not ('\r' or '\n')), Is.Empty);
        Assert.That(mail.Part("text/plain").Split('\n'), Has.None.StartsWith("Set-Cookie"));
    }

    [Test]
    public async Task A_mail_that_is_refused_is_tried_again_and_sent_once()
    {
        await _server.DisposeAsync();
        _server = new SmtpServer(refusals: 3);

        var mail = await SendAsync(MadeUpNight.Draw());

        Assert.That(mail.Header("Subject"), Does.StartWith("Laporan malam"));
        Assert.That((_server.Attempts, Box.List().Count), Is.EqualTo((4, 0)));
        Assert.That(_bench.Clock.Waits.Take(3).Select(rest => rest.TotalMinutes), Is.EqualTo(new[] { 1, 2, 4 }));
        Assert.That(_log.Count(line => line.StartsWith("The nightly report could not be mailed through 127.0.0.1", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task A_mail_that_was_not_sent_before_a_stop_is_sent_after_the_next_start()
    {
        await KeepAsync(MadeUpNight.Draw());
        Box.Put(MadeUpNight.Date);

        using var mailer = Mailer(Settings());
        await mailer.StartAsync(default);

        Assert.That((await _server.NextAsync()).Header("Subject"), Does.Contain("25 November 2026"));
        await mailer.StopAsync(default);
    }

    [Test]
    public async Task A_mail_of_days_ago_is_given_up()
    {
        await KeepAsync(MadeUpNight.Draw());
        Box.Put(MadeUpNight.Date);
        await KeepAsync(MadeUpNight.Draw() with { Date = MadeUpNight.Date.AddDays(4), Drawn = MadeUpNight.Draw().Drawn.AddDays(4) });
        Box.Put(MadeUpNight.Date.AddDays(4));
        _bench.At(MadeUpNight.Draw().Drawn.AddDays(4));

        using var mailer = Mailer(Settings());
        await mailer.StartAsync(default);
        await _server.NextAsync();
        await mailer.StopAsync(default);

        Assert.That((_server.Attempts, _log.Any(line => line.StartsWith("The mail of the night 2026-11-25 could not be sent for days", StringComparison.Ordinal))), Is.EqualTo((1, true)));
    }

    [TestCase(false, false)]
    [TestCase(true, true)]
    public void A_night_without_needs_is_mailed_only_where_that_is_wished(bool always, bool isMailed)
    {
        using var mailer = Mailer(Settings() with { Always = always });
        mailer.Post(MadeUpNight.Draw([MadeUpNight.Fine("sma-1", "SMA 1", 1, 1, 0, 0)]));

        Assert.That(Box.List().Count == 1, Is.EqualTo(isMailed));
    }

    [TestCase("localhost", false)]
    [TestCase("127.0.0.1", false)]
    [TestCase("[::1]", false)]
    [TestCase("mail.example.org", true)]
    [TestCase("192.0.2.1", true)]
    public void Only_what_stays_on_this_machine_goes_unencrypted(string host, bool expected) =>
        Assert.That((Settings() with { Host = host }).IsEncrypted, Is.EqualTo(expected));

    private Postbox Box => new(_folder.File("mail"));

    private async Task<ReceivedMail> SendAsync(NightReport report)
    {
        await KeepAsync(report);
        using var mailer = Mailer(Settings());
        await mailer.StartAsync(default);
        mailer.Post(report);
        var mail = await _server.NextAsync();
        await mailer.StopAsync(default);
        return mail;
    }

    private Task<KeptReport> KeepAsync(NightReport report) => _bench.Store.Reports.KeepAsync(new KeptReport(report.Date, report.Drawn, report.ToJson()), default);

    private MailSettings Settings() => new()
    {
        To = [new("koordinator@example.org"), new("dinas@example.org")], From = new MailAddress("katalog@example.org"), Host = "127.0.0.1", Port = _server.Port,
        Site = new Uri("https://katalog.example.org"),
    };

    private Mailer Mailer(MailSettings settings)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(new Lines(_log))).BuildServiceProvider();
        return new Mailer(Box, settings, _bench.Store.Reports, services, _bench.Clock, services.GetRequiredService<ILogger<Mailer>>());
    }

    private sealed class Lines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
