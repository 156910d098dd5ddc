using System.Text;
using UnionCatalog.Store;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>What can be wrong with a page's bytes.</summary>
internal static class PageFaults
{
    private const long Gigabyte = 1L << 30;
    private const long MostSent = 100L << 20; // the limit of a page is 64 MB; buffers between the sockets take a little more
    private const string TooLarge = "A page has more than 67,108,864 bytes, and was not read";

    private static readonly byte[] Page = Books.SecondReply.Body;
    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 10 << 20)];
    private static readonly string Ten = new('a', 10_000_000);

    public static IEnumerable<Fault> All =>
    [
        Second("Gzip that was cut short", Outcome.Failed, "A page broke off in the middle", Gzipped(Answers.Gzip(Page)[..^200])),
        Second("Gzip of which nothing is left", Outcome.Failed, "not well-formed XML", Gzipped(Answers.Gzip(Page)[..30])),
        Second("Gzip that is none", Outcome.Failed, "could not be unpacked", Gzipped(Page)),
        Second("Gzip that was cut short and not said to be any", Outcome.Failed, "A page broke off in the middle", new Reply(Answers.Gzip(Page)[..^200])),
        Bomb("A gzip bomb", "Content-Encoding: gzip\r\n"),
        Bomb("A gzip bomb that is not said to be one", ""),
        Huge("A page of a gigabyte", $"Content-Length: {Gigabyte}\r\n"),
        Huge("A page of a gigabyte whose length is not told", ""),
        Second("An XML bomb", Outcome.Failed, "has a document type declaration (DTD)", Bomb()),
        External("An external entity that is a file", new Uri("file:///etc/passwd")),
        new("An external entity that is an address", Outcome.Failed, "has a document type declaration (DTD)", road =>
            road.Server.SecondPage = Answers.Page(Entity(new Uri(road.NeighbourServer.Address, "/secret"))))
        {
            Also = (road, _) => Assert.That(road.NeighbourServer.Requests, Has.None.Contains("secret")),
        },
        Second("An XML bomb behind a long comment", Outcome.Failed, "has a document type declaration (DTD)", Bomb($"<!--{new string('x', 5000)}-->")),
        Eighth("A field of ten million characters", Outcome.SetAside, "larger than is stored here", Books.Record(8, Ten)),
        Eighth("An attribute of ten million characters", Outcome.SetAside, "larger than is stored here", Books.Record(8).Replace("<dc:title>", $"<dc:title a='{Ten}'>", StringComparison.Ordinal)),
        Eighth("An element whose name has ten million characters", Outcome.SetAside, "larger than is stored here", Books.Record(8).Replace("<dc:title>", $"<{Ten}/><dc:title>", StringComparison.Ordinal)),
        Eighth("An identifier of ten million characters", Outcome.SetAside, "longer than 1000 characters", Books.Record(8).Replace("oai:x:8", Ten, StringComparison.Ordinal)),
        Eighth("A million elements in each other", Outcome.Failed, "more than 200 levels of nesting", Books.Record(8, string.Concat(Enumerable.Repeat("<a>", 1_000_000)))),
        Second("A book that is known and comes too large", Outcome.SetAside, "larger than is stored here", Books.List(Books.Record(5, Ten) + Books.Records(6, 3), "")),
        Second("A book that is known and comes without its identifier", Outcome.SetAside, "no identifier", Books.List(Books.Record(5).Replace("oai:x:5", "", StringComparison.Ordinal) + Books.Records(6, 3), "")),
        Second("A book that is known and comes without its record", Outcome.SetAside, "without metadata", Books.List(OaiPages.Record("oai:x:5", "") + Books.Records(6, 3), "")),
        Second("A hundred thousand namespaces", Outcome.Failed, "namespaces", new Reply(ManyNamespaces(100_000, 5))),
        Second("A hundred thousand namespaces on a broken page", Outcome.Failed, "namespaces", new Reply(ManyNamespaces(100_000, 5).Replace("<dc:title>", "<dc:title>&", StringComparison.Ordinal))),
        Second("A namespace of ten million characters", Outcome.Failed, "namespaces", new Reply(Encoding.UTF8.GetString(Page).Replace("<ListRecords>", $"<ListRecords xmlns:x='{Ten}'>", StringComparison.Ordinal))),
        Second("Bytes that are no UTF-8", Outcome.Survived, "", new Reply(Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Page)))),
        Second("Bytes that were cut in the middle of a letter", Outcome.Survived, "", new Reply([.. Replace("é", [0xC3])])),
        Second("NUL characters", Outcome.Survived, "", new Reply([.. Replace("Perahu", [.. "Pe\0r\0ahu"u8])])),
        Second("Control characters", Outcome.Survived, "", new Reply([.. Replace("Perahu", [.. "Pe\u0001r\u001b[31ma\u0008hu"u8])])),
        Second("Control characters that are written as numbers", Outcome.Survived, "", new Reply([.. Replace("Perahu", [.. "Pera&#0;&#x1;&#xFFFE;&#xD800;&#99999999999;hu"u8])])),
        Second("Noise", Outcome.Failed, "not well-formed XML", new Reply(Noise())),
        Second("A page of another kind of XML", Outcome.Failed, "XML that is not OAI-PMH", new Reply("<rss version='2.0'><channel/></rss>")),
        Second("A page that breaks off", Outcome.Failed, "A page broke off in the middle", new Reply(Page[..^300])),
    ];

    private static Fault Second(string name, Outcome outcome, string words, Reply reply) =>
        new(name, outcome, words, road => road.Server.SecondPage = Answers.Page(reply));

    private static Fault Eighth(string name, Outcome outcome, string words, string record) => Second(name, outcome, words, Books.SecondReplyWith(record));

    private static Reply Gzipped(byte[] body) => new(body) { Encoding = "gzip" };

    /// <summary>Members of gzip one after the other, ten megabytes each: a hundred megabytes that are ten thousand times as much.</summary>
    private static Fault Bomb(string name, string headers) => Endless(name, headers, [], Answers.Gzip(Spaces), Gigabyte / 10);

    private static Fault Huge(string name, string headers) => Endless(name, headers, Page[..200], Encoding.UTF8.GetBytes(Books.Record(7)), Gigabyte);

    private static Fault Endless(string name, string headers, byte[] beginning, byte[] piece, long size) => new(name, Outcome.Failed, TooLarge, road =>
    {
        road.Server.WatchMemory();
        road.Server.SecondPage = Answers.Endless([.. Answers.Head(headers), .. beginning], piece, size);
    })
    {
        Also = AssertBounded,
    };

    private static void AssertBounded(FaultRoad road, HarvestRun run)
    {
        Assert.That(road.Server.Sent, Is.LessThan(MostSent), "bytes that were read");
        Assert.That(road.Server.MostMemory, Is.LessThan(Gigabyte / 2), "bytes that were held");
        Assert.That(run.Counts.Retries, Is.Zero, "it would be as large the next time");
    }

    private static Reply Bomb(string before = "")
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">"));
        return WithDtd($"{before}<!DOCTYPE OAI-PMH [<!ENTITY l0 \"lol\">{entities}]>", "&l9;");
    }

    private static Fault External(string name, Uri address) => Second(name, Outcome.Failed, "has a document type declaration (DTD)", Entity(address));

    private static Reply Entity(Uri address) => WithDtd($"<!DOCTYPE OAI-PMH SYSTEM \"{address}\" [<!ENTITY e SYSTEM \"{address}\">]>", "&e;");

    private static Reply WithDtd(string declaration, string title) => new(Encoding.UTF8.GetString(Books.SecondReplyWith(Books.Record(8, title)).Body)
        .Replace("?>", $"?>{declaration}", StringComparison.Ordinal));

    private static string ManyNamespaces(int count, int records)
    {
        var declared = string.Join(' ', Enumerable.Range(0, count).Select(number => $"xmlns:n{number}='urn:{number}'"));
        return OaiPages.Wrap($"<ListRecords {declared}>{string.Concat(Enumerable.Repeat(Books.Record(8), records))}</ListRecords>");
    }

    private static byte[] Noise()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static IEnumerable<byte> Replace(string text, byte[] bytes)
    {
        var at = Page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        return [.. Page[..at], .. bytes, .. Page[(at + Encoding.UTF8.GetByteCount(text))..]];
    }
}
