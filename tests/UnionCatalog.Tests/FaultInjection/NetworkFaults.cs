using UnionCatalog.Members;
using UnionCatalog.Store;
using UnionCatalog.Tests.Commands;
using UnionCatalog.Tests.Harvesting;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>What goes wrong between the member and us.</summary>
internal static class NetworkFaults
{
    private const string Failed = "The library system at 127.0.0.1";

    public static IEnumerable<Fault> All =>
    [
        new("A connection that is refused", Outcome.Failed, "refused the connection", _ => { })
        {
            Configured = member => At(member, new($"http://127.0.0.1:{ServerProcess.FreePort()}/oai")),
        },
        new("A name that is not known", Outcome.Failed, "The name perpustakaan.invalid was not found", _ => { })
        {
            Configured = member => At(member, new("http://perpustakaan.invalid/oai")),
        },
        Insecure("A certificate that has expired", -30, -1),
        Insecure("A certificate that holds only from tomorrow on", 1, 30),
        Insecure("A certificate that nobody signed", -1, 30),
        new("A reset before the answer", Outcome.Failed, "broke the connection", road => road.Server.FirstPage = Answers.Reset(Books.SecondReply, 0)),
        new("A reset in mid page", Outcome.Failed, "broke the connection", road => road.Server.SecondPage = Answers.Reset(Books.SecondReply, 0.5)),
        new("A reset in mid page that does not come again", Outcome.Survived, "", road =>
            road.Server.SecondPage = Answers.InTurn(Answers.Reset(Books.SecondReply, 0.5), Books.SecondPage)),
        new("A connection that ends in mid page", Outcome.Failed, "broke the connection", road => road.Server.SecondPage = Answers.BrokenOff(Books.SecondReply, 0.9)),
        new("A connection that ends without an answer", Outcome.Failed, "broke the connection", road => road.Server.Identify = Answers.Raw("")),
        new("An answer that is not of the web", Outcome.Failed, "did not answer as a web server does", road => road.Server.Identify = Answers.Raw("220 mail.sch.id ESMTP Postfix\r\n\r\n")),
        new("A gigabyte of headers", Outcome.Failed, "did not answer as a web server does", road =>
            road.Server.FirstPage = Answers.Endless([.. "HTTP/1.1 200 OK\r\nX-Long: "u8], [(byte)'a'], 1L << 30))
        {
            Also = (road, _) => Assert.That(road.Server.Sent, Is.LessThan(64 << 20)),
        },
        new("A stall for ever before the answer", Outcome.Failed, "gave no complete answer within 2 hours", road =>
            road.Server.FirstPage = Answers.Stall(Books.SecondReply, 0, road.Clock.Advance)) { Configured = Patient },
        new("A stall for ever in mid page", Outcome.Failed, "gave no complete answer within 2 hours", road =>
            road.Server.SecondPage = Answers.Stall(Books.SecondReply, 0.5, road.Clock.Advance)) { Configured = Patient },
        new("A page that trickles in byte by byte", Outcome.Failed, "gave no complete answer within 2 hours", road =>
            road.Server.SecondPage = Answers.Trickle(road.Clock.Advance)) { Configured = Patient },
        new("A stall that outlasts the harvest", Outcome.Failed, "The harvest was not finished after 2.5 hours", road =>
            road.Server.SecondPage = Answers.Stall(Books.SecondReply, 0.5, road.Clock.Advance))
        {
            Configured = member => With(member, source => source with { RequestTimeout = TimeSpan.FromDays(1), HarvestTimeout = TimeSpan.FromHours(2.5) }),
        },
        .. new[] { 429, 503 }.SelectMany(Busy),
        new("A web page of an error that calls itself XML", Outcome.Failed, Failed, road => road.Server.SecondPage = Answers.Page(
            new Reply("<?xml version=\"1.0\"?><!DOCTYPE html><html><head><title>Fatal error: Call to a member function</title></head><body>Stack trace:\n#0 /var/www/slims/lib/oai.php(217)</body></html>") { Status = 500 }))
        {
            Also = (_, run) => Assert.That(run.Failure, Does.Contain("(HTTP 500)").And.Contain("It said: Fatal error")),
        },
        new("A web page in place of the provider", Outcome.Failed, "answered with a web page", road => road.Server.Identify = Answers.Page(
            new Reply("<!DOCTYPE html><html><body>Selamat datang</body></html>"))),
        new("An empty answer", Outcome.Failed, "not well-formed XML", road => road.Server.SecondPage = Answers.Page(new Reply(""))),
        new("A circle of redirects", Outcome.Failed, "sent us on to another address", road =>
            road.Server.Identify = Answers.Status(302, ("Location", "/oai?verb=Identify"))),
        new("A redirect to a file of this machine", Outcome.Failed, "sent us on to another address", road =>
            road.Server.Identify = Answers.Status(302, ("Location", "file:///etc/passwd"))),
    ];

    private static Fault Insecure(string name, int firstDay, int lastDay) => new(name, Outcome.Failed, "No secure connection to 127.0.0.1", _ => { })
    {
        Configured = member => At(member, SecureServer.Address(firstDay, lastDay)),
        Also = (_, run) => Assert.That(run.Counts, Is.EqualTo(new RunCounts { Requests = 1 }), "a certificate does not mend itself in a minute"),
    };

    /// <summary>Both kinds of Retry-After, from a server that is busy for a while and from one that stays so.</summary>
    private static IEnumerable<Fault> Busy(int status)
    {
        (string, string) date = ("Date", "Sat, 21 Nov 2026 06:00:00 GMT");
        foreach (var (kind, retryAfter) in new[] { ("in seconds", "90"), ("as a date", "Sat, 21 Nov 2026 06:01:30 GMT") })
        {
            var busy = Answers.Status(status, ("Retry-After", retryAfter), date);
            yield return new($"A {status} with Retry-After {kind}", Outcome.Survived, "", road => road.Server.SecondPage = Answers.InTurn(busy, busy, Books.SecondPage))
            {
                Also = (road, run) => Assert.That((road.Clock.Waits.Sum(wait => wait.TotalSeconds), run.Counts.Retries), Is.EqualTo((180, 2))),
            };
            yield return new($"A {status} without end with Retry-After {kind}", Outcome.Failed, $"(HTTP {status})", road => road.Server.SecondPage = busy)
            {
                Also = (road, run) => Assert.That((road.Clock.Waits.Sum(wait => wait.TotalSeconds), run.Counts.Retries), Is.EqualTo((360, 4))),
            };
        }

        foreach (var nonsense in new[] { "99999999999999999999", "-5", "besok", "Fri, 31 Dec 9999 23:59:59 GMT" })
        {
            yield return new($"A {status} with Retry-After {nonsense}", Outcome.Survived, "", road =>
                road.Server.SecondPage = Answers.InTurn(Answers.Status(status, ("Retry-After", nonsense), date), Books.SecondPage))
            {
                Also = (road, _) => Assert.That(road.Clock.Waits.Sum(wait => wait.TotalMinutes), Is.InRange(0, 10)),
            };
        }
    }

    private static Member At(Member member, Uri address) => With(member, source => source with { BaseUrl = address });

    private static Member Patient(Member member) => With(member, source => source with { HarvestTimeout = TimeSpan.FromDays(30) });

    private static Member With(Member member, Func<OaiPmhSource, OaiPmhSource> change) => member with { Source = change((OaiPmhSource)member.Source) };
}
