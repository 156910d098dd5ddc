using System.CommandLine;
using System.Net;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Limits;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Limits;

/// <summary>A web server in front that --proxy names is believed about whom it speaks for and how they came; nobody else is.</summary>
public sealed class TrustedProxyTests
{
    private const int Searches = 5;

    /// <summary>As many as no machine is slow enough to be given back meanwhile.</summary>
    private const int Many = 5 * Searches;

    [TestCase("--proxy 10.0.0.5", "10.0.0.5")]
    [TestCase("--proxy 10.0.0.5,10.0.0.6", "10.0.0.6")]
    [TestCase("--proxy 10.0.0.5", "::ffff:10.0.0.5", Description = "as a socket for both kinds of address tells it")]
    [TestCase("--proxy 2001:db8::5", "2001:db8::5")]
    public async Task Whom_a_named_proxy_speaks_for_is_counted_by_itself(string options, string peer)
    {
        await using var service = await StartAsync(options, peer);

        Assert.That(await RefusedAsync(service, client => $"203.0.113.{client}"), Is.Zero, "each of them asked once");
        Assert.That(await RefusedAsync(service, _ => "198.51.100.1"), Is.Positive, "one of them asked for all");
        Assert.That(await RefusedAsync(service, client => $"192.0.2.{client}, 198.51.100.2"), Is.Positive, "what a client says of itself in front of that counts for nothing");
        Assert.That(await SitemapAsync(service, "https"), Does.StartWith("https://"));
        Assert.That(await SitemapAsync(service, "http"), Does.StartWith("http://"));
    }

    [TestCase("", "10.0.0.5")]
    [TestCase("--proxy 10.0.0.5", "10.0.0.6")]
    [TestCase("--proxy 10.0.0.5", "2001:db8::5")]
    public async Task Whoever_else_says_so_is_counted_as_who_it_is(string options, string peer)
    {
        await using var service = await StartAsync(options, peer);

        Assert.That(await SitemapAsync(service, "https"), Does.StartWith("http://"));
        Assert.That(await RefusedAsync(service, client => $"203.0.113.{client}"), Is.Positive);
    }

    private static Task<RunningService> StartAsync(string options, string peer)
    {
        var command = new RootCommand();
        foreach (var option in LimitSettings.Options)
        {
            command.Options.Add(option);
        }

        var proxies = LimitSettings.ProxiesFrom(command.Parse(options));
        return RunningService.StartAsync(new([]), limits: new RateLimits { Searches = Searches }, proxies: proxies, peer: IPAddress.Parse(peer));
    }

    /// <summary>How many of many searches were too many, each made for whomever the header names.</summary>
    private static async Task<int> RefusedAsync(RunningService service, Func<int, string> forwardedFor)
    {
        var refused = 0;
        for (var client = 1; client <= Many; client++)
        {
            using var answer = await service.GetAsync("/api/search", ("X-Forwarded-For", forwardedFor(client)));
            refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        return refused;
    }

    /// <summary>Where the service says that its sitemap is: by the address at which it was asked.</summary>
    private static async Task<string> SitemapAsync(RunningService service, string scheme)
    {
        using var answer = await service.GetAsync("/robots.txt", ("X-Forwarded-For", "198.51.100.3"), ("X-Forwarded-Proto", scheme));
        return (await answer.Content.ReadAsStringAsync()).Split("Sitemap: ")[1];
    }
}
