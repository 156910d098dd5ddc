using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using UnionCatalog.Members;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Harvesting;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Coordinator;

/// <summary>What is behind the coordinator's gate, asked for by programs, browsers and strangers.</summary>
internal sealed class CoordinatorDoorTests
{
    private const string Behind = "/behind?day=1";
    private RunningService _service = null!;
    private string _key = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _service = await RunningService.StartAsync(new MemberDirectory([]), app =>
        {
            app.MapGet("/behind", () => "come in").ForCoordinator();
            app.MapGet("/api/behind", () => "come in").ForCoordinator();
        });
        CoordinatorKey.Open(_service.Folder);
        _key = File.ReadAllText(Path.Combine(_service.Folder, CoordinatorKey.FileName)).Trim();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [TestCase("/behind")]
    [TestCase("/api/behind")]
    public async Task A_program_comes_in_with_the_key(string address)
    {
        using var response = await _service.GetAsync(address, ("Authorization", $"Bearer {_key}"));

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("come in"));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
    }

    [TestCase("Authorization", "Bearer wrong")]
    [TestCase("Authorization", "Bearer ")]
    [TestCase("Authorization", "Basic eDp5")]
    [TestCase("Cookie", "coordinator=1.x")]
    [TestCase("X-Nothing", "1")]
    public async Task A_program_without_the_key_is_told_what_is_needed(string header, string value)
    {
        using var response = await _service.GetAsync("/api/behind", (header, value), ("Accept", "text/html"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("coordinator.key").And.Not.Contain("come in"));
    }

    [Test]
    public async Task A_reader_is_asked_for_the_key_and_comes_back_where_they_were()
    {
        using var sent = await _service.GetAsync(Behind, ("Accept", "text/html"));
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var page = await _service.ReadAsync(sent.Headers.Location!.OriginalString);
        Assert.That(page.QuerySelector("input[name=back]")!.GetAttribute("value"), Is.EqualTo(Behind));

        using var entered = await EnterAsync(_key.ToUpperInvariant(), Behind);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single();
        Assert.That((entered.StatusCode, entered.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, Behind)));
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict").And.Not.Contain(_key));

        using var inside = await _service.GetAsync(Behind, ("Cookie", cookie.Split(';')[0]));
        Assert.That(await inside.Content.ReadAsStringAsync(), Is.EqualTo("come in"));
    }

    [TestCase("//elsewhere.example/")]
    [TestCase("https://elsewhere.example/")]
    [TestCase("")]
    public async Task Nobody_is_sent_on_to_another_site(string back)
    {
        using var entered = await EnterAsync(_key, back);

        Assert.That(entered.Headers.Location?.OriginalString, Is.EqualTo("/reports"));
    }

    [TestCase("https", true)]
    [TestCase("http", false)]
    public async Task Behind_a_web_server_with_HTTPS_the_cookie_goes_by_HTTPS_alone(string scheme, bool isSecure)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/coordinator")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = _key, ["back"] = Behind }),
            Headers = { { "X-Forwarded-For", "203.0.113.9" }, { "X-Forwarded-Proto", scheme } },
        };

        using var entered = await _service.Client.SendAsync(request);

        Assert.That(entered.Headers.GetValues("Set-Cookie").Single().Contains("; secure", StringComparison.Ordinal), Is.EqualTo(isSecure));
    }

    [Test]
    public async Task A_wrong_key_gets_no_cookie_and_is_told_so()
    {
        using var entered = await EnterAsync("wrong", Behind);

        Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(entered.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(await entered.Content.ReadAsStringAsync(), Does.Contain("role=\"alert\"").And.Not.Contain("wrong\" value"));
    }

    [Test]
    public async Task Leaving_has_the_browser_forget()
    {
        using var response = await _service.Client.PostAsync("/coordinator/leave", null);

        Assert.That(response.Headers.GetValues("Set-Cookie").Single(), Does.StartWith("coordinator=; expires=Thu, 01 Jan 1970"));
    }

    [Test]
    public void An_address_that_keeps_guessing_is_not_listened_to_for_a_while_and_others_are()
    {
        var clock = new FakeTime();
        var gate = new CoordinatorGate(CoordinatorKey.Open(_service.Folder), clock);
        for (var failures = 0; failures < 5; failures++)
        {
            Assert.That(gate.Ask(From("203.0.113.9", "wrong")), Is.InstanceOf<CoordinatorAnswer.Refused>());
        }

        Assert.That(gate.Ask(From("203.0.113.9", _key)), Is.EqualTo(new CoordinatorAnswer.Closed(TimeSpan.FromMinutes(15))));
        Assert.That(gate.Ask(From("203.0.113.10", _key)), Is.InstanceOf<CoordinatorAnswer.Open>());
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.That(gate.Ask(From("203.0.113.9", _key)), Is.InstanceOf<CoordinatorAnswer.Open>());
    }

    private static DefaultHttpContext From(string address, string key)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key).ToString();
        return http;
    }

    private Task<HttpResponseMessage> EnterAsync(string key, string back) =>
        _service.Client.PostAsync("/coordinator", new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["back"] = back }));
}
