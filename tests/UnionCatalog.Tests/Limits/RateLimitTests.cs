using System.Globalization;
using System.Net;
using System.Text.Json;
using UnionCatalog.Server.Limits;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Limits;

/// <summary>Each client may ask so much a minute, is told how much that is, and is answered in words when it was too much.</summary>
public sealed class RateLimitTests
{
    private const int Searches = 5;
    private const int Lookups = 20;

    private RunningService _service = null!;
    private int _clients;

    [OneTimeSetUp]
    public async Task Start() => _service = await RunningService.StartAsync(new([]), limits: new RateLimits { Searches = Searches, Lookups = Lookups });

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public async Task An_answer_tells_the_limit_and_what_is_left_of_it()
    {
        using var first = await AskAsync("203.0.113.1", "/api/search");
        using var second = await AskAsync("203.0.113.1", "/api/search");

        Assert.That(Header(first, "RateLimit-Policy"), Is.EqualTo("\"searches\";q=5;w=60"));
        Assert.That(Header(first, "RateLimit"), Is.EqualTo("\"searches\";r=4;t=12"));
        Assert.That(Header(second, "RateLimit"), Is.EqualTo("\"searches\";r=3;t=12").Or.EqualTo(Header(first, "RateLimit")), "a slow machine has given one back meanwhile");
    }

    [TestCase("en", "Too many requests")]
    [TestCase("id", "Terlalu banyak permintaan")]
    public async Task Who_asks_more_is_told_in_their_language_how_long_to_wait(string language, string title)
    {
        using var refused = await ExhaustAsync(language == "en" ? "203.0.113.2" : "203.0.113.3", "/api/search?q=a", Searches, ("Accept-Language", language));
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(refused.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(12)));
        Assert.That(Header(refused, "RateLimit"), Is.EqualTo("\"searches\";r=0;t=12"));
        Assert.That(refused.Headers.CacheControl!.NoStore);
        Assert.That(problem.GetProperty("title").GetString(), Does.StartWith(title));
        Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("#quota-exceeded"));
        Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo(429));
        Assert.That(problem.GetProperty("violated-policies")[0].GetString(), Is.EqualTo("searches"));
    }

    [Test]
    public async Task A_program_that_names_no_language_is_told_in_that_of_the_API()
    {
        using var refused = await ExhaustAsync(NewClient(), "/api/search?q=a", Searches);

        Assert.That(JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString(), Does.StartWith("Too many requests"));
    }

    [TestCase("/search?q=a")]
    [TestCase("/browse/title")]
    [TestCase("/new")]
    [TestCase("/feeds/search.atom?q=a")]
    [TestCase("/find?isbn=9786022916628")]
    public async Task A_reader_is_told_on_a_page(string address)
    {
        using var refused = await ExhaustAsync(NewClient(), address, Searches);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("<h1>Terlalu banyak permintaan"));
    }

    [TestCase("/api/search", Searches)]
    [TestCase("/api/browse/author", Searches)]
    [TestCase("/export?format=ris&id=aaaaaaaaaaaa", Searches)]
    [TestCase("/api/libraries", Searches)]
    [TestCase("/openapi/v1.json", Searches)]
    [TestCase("/api/suggest?q=a", Lookups)]
    [TestCase("/api/holdings?isbn=9786022916628", Lookups)]
    [TestCase("/api/records/aaaaaaaaaaaa", Lookups)]
    [TestCase("/records/aaaaaaaaaaaa", Lookups)]
    [TestCase("/records/aaaaaaaaaaaa.ris", Lookups)]
    public async Task Each_costly_address_is_counted(string address, int limit)
    {
        using var refused = await ExhaustAsync(NewClient(), address, limit);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("/style.css")]
    [TestCase("/widget/v1.js")]
    [TestCase("/health/live")]
    public async Task What_pages_are_made_of_is_not(string address)
    {
        using var answer = await ExhaustAsync(NewClient(), address, Lookups);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.Contains("RateLimit"), Is.False);
    }

    [Test]
    public async Task Scripts_of_other_sites_may_read_that_it_was_too_much()
    {
        using var refused = await ExhaustAsync("203.0.113.5", "/api/holdings?isbn=9786022916628", Lookups);

        Assert.That(Header(refused, "Access-Control-Allow-Origin"), Is.EqualTo("*"));
        Assert.That(Header(refused, "Access-Control-Expose-Headers"), Does.Contain("RateLimit"));
    }

    [Test]
    public async Task One_client_does_not_use_up_what_another_may_ask_nor_one_kind_of_question_another()
    {
        using var refused = await ExhaustAsync("203.0.113.6", "/api/search", Searches);
        using var other = await AskAsync("203.0.113.7", "/api/search");
        using var lookup = await AskAsync("203.0.113.6", "/api/suggest?q=a");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(lookup.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task All_addresses_of_an_ipv6_network_are_one_client()
    {
        var statuses = new List<HttpStatusCode>();
        for (var host = 1; host <= 10 * Searches && !statuses.Contains(HttpStatusCode.TooManyRequests); host++)
        {
            using var answer = await AskAsync($"2001:db8:1:2::{host:x}", "/api/search");
            statuses.Add(answer.StatusCode);
        }

        using var other = await AskAsync("2001:db8:1:3::1", "/api/search");
        Assert.That(statuses, Has.Count.GreaterThan(Searches));
        Assert.That(statuses[^1], Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task This_machine_itself_may_ask_a_hundred_times_as_much()
    {
        using var answer = await _service.GetAsync("/api/search");

        Assert.That(Header(answer, "RateLimit-Policy"), Is.EqualTo("\"searches\";q=500;w=60"));
    }

    [Test]
    public async Task Without_limits_nobody_is_counted()
    {
        await using var service = await RunningService.StartAsync(new([]), limits: new RateLimits { Searches = 0, Lookups = 0 });
        using var answer = await service.GetAsync("/api/search");

        Assert.That(answer.Headers.Contains("RateLimit"), Is.False);
    }

    [Test]
    public async Task However_many_clients_there_are_no_more_places_than_configured_are_counted()
    {
        await using var service = await RunningService.StartAsync(new([]), limits: new RateLimits { Searches = 10, Clients = 1 });
        var left = 0;
        for (var client = 1; client <= 9; client++)
        {
            using var answer = await service.GetAsync("/api/libraries", ("X-Forwarded-For", $"198.51.100.{client}"));
            left = int.Parse(Header(answer, "RateLimit").Split(";r=")[1].Split(';')[0], CultureInfo.InvariantCulture);
        }

        Assert.That(left, Is.LessThan(5));
    }

    /// <summary>A client of its own for each case.</summary>
    private string NewClient() => $"2001:db8:100:{++_clients:x}::1";

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    /// <summary>Asks until it is too much, which is not before it is as much as may be; a slow machine is given back some meanwhile.</summary>
    private async Task<HttpResponseMessage> ExhaustAsync(string client, string address, int limit, params (string Name, string Value)[] headers)
    {
        for (var request = 1; ; request++)
        {
            var answer = await AskAsync(client, address, headers);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests || request == 5 * limit)
            {
                Assert.That(request, Is.GreaterThan(limit));
                return answer;
            }

            answer.Dispose();
        }
    }

    private Task<HttpResponseMessage> AskAsync(string client, string address, params (string Name, string Value)[] headers) =>
        _service.GetAsync(address, [("X-Forwarded-For", client), .. headers]);
}
