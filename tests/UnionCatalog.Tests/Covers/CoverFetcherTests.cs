using System.Net;
using UnionCatalog.Server.Covers;

namespace UnionCatalog.Tests.Covers;

/// <summary>A picture is fetched where it is one, and nothing leads the fetcher where only this machine can go.</summary>
public sealed class CoverFetcherTests
{
    private PictureServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await PictureServer.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCase("png", "image/png")]
    [TestCase("jpeg", "image/jpeg")]
    [TestCase("gif", "image/gif")]
    [TestCase("webp", "image/webp")]
    [TestCase("redirect/2", "image/png")]
    public async Task A_picture_is_known_by_its_bytes_and_not_by_what_its_sender_calls_it(string path, string kind)
    {
        using var fetcher = new CoverFetcher(Open());

        Assert.That(PictureKind.Of(await fetcher.FetchAsync(_server.At(path))), Is.EqualTo(kind));
    }

    [TestCase("svg")]
    [TestCase("html")]
    [TestCase("empty")]
    [TestCase("large")]
    [TestCase("endless")]
    [TestCase("slow")]
    [TestCase("gone")]
    [TestCase("broken")]
    [TestCase("redirect/3")]
    [TestCase("away?file:///etc/passwd")]
    [TestCase("away?http://user:secret@127.0.0.1/")]
    [TestCase("away?ftp://127.0.0.1/")]
    [TestCase("away?http://[")]
    public async Task What_is_none_or_too_large_or_too_slow_or_led_too_far_is_not_had(string path)
    {
        using var fetcher = new CoverFetcher(Open());

        Assert.That(await fetcher.FetchAsync(_server.At(path)), Is.Null);
    }

    [Test]
    public async Task Nothing_private_is_connected_to_by_address_or_by_name()
    {
        using var fetcher = new CoverFetcher(Open() with { MayReach = OpenInternet.Has });
        var asked = _server.Asked;
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1", "127.1" })
        {
            Assert.That(await fetcher.FetchAsync(new Uri($"http://{host}:{_server.Address.Port}/png")), Is.Null, host);
        }

        Assert.That(_server.Asked, Is.EqualTo(asked), "nobody was asked");
    }

    [Test]
    public async Task A_redirect_is_looked_at_as_the_first_address_was()
    {
        using var fetcher = new CoverFetcher(Open() with { MayReach = address => address.Equals(IPAddress.Loopback) });
        var asked = _server.Asked;

        Assert.That(await fetcher.FetchAsync(_server.At($"away?http://127.0.0.2:{_server.Address.Port}/png")), Is.Null);
        Assert.That(_server.Asked, Is.EqualTo(asked + 1), "the first address, and not the second");
    }

    [TestCase("8.8.8.8", true)]
    [TestCase("103.10.60.1", true)]
    [TestCase("2001:4860:4860::8888", true)]
    [TestCase("::ffff:8.8.8.8", true)]
    [TestCase("127.0.0.1", false)]
    [TestCase("10.1.2.3", false)]
    [TestCase("172.16.0.1", false)]
    [TestCase("172.31.255.255", false)]
    [TestCase("172.32.0.1", true)]
    [TestCase("192.168.1.1", false)]
    [TestCase("169.254.169.254", false)]
    [TestCase("100.64.0.1", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("255.255.255.255", false)]
    [TestCase("198.18.0.1", false)]
    [TestCase("::1", false)]
    [TestCase("::", false)]
    [TestCase("::ffff:192.168.1.1", false)]
    [TestCase("::127.0.0.1", false)]
    [TestCase("fe80::1", false)]
    [TestCase("fc00::1", false)]
    [TestCase("fd12::1", false)]
    [TestCase("ff02::1", false)]
    [TestCase("2002:7f00:1::", false)]
    [TestCase("64:ff9b::7f00:1", false)]
    [TestCase("2001::1", false)]
    [TestCase("2001:db8::1", false)]
    public void An_address_is_of_the_open_internet_or_it_is_not(string address, bool isPublic) =>
        Assert.That(OpenInternet.Has(IPAddress.Parse(address)), Is.EqualTo(isPublic));

    private static CoverOptions Open() => new() { Folder = "", MayReach = _ => true, Patience = TimeSpan.FromSeconds(2) };
}
