using System.Net;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Store;
using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Tests.Api;

/// <summary>The address of an edition that was united with another leads there for good.</summary>
internal sealed class MovedEditionTests
{
    private MatchedCatalog _catalog = null!;
    private string _old = null!;
    private string _living = null!;

    [OneTimeSetUp]
    public async Task UniteAsync()
    {
        _catalog = await MatchedCatalog.StartAsync();
        string[] before = [await _catalog.EditionOfAsync(MatchedCatalog.Unsure[0]), await _catalog.EditionOfAsync(MatchedCatalog.Unsure[1])];
        var outcome = await _catalog.Service.Services.GetRequiredService<DecisionDesk>().DecideAsync(
            new(OverrideKind.Together, MatchedCatalog.Unsure[0], MatchedCatalog.Unsure[1], "sama", "Bu Sari"), default);
        Assert.That(outcome, Is.InstanceOf<DecisionOutcome.Kept>());
        await _catalog.CatchUpAsync();
        _living = await _catalog.EditionOfAsync(MatchedCatalog.Unsure[0]);
        _old = before.Single(id => id != _living);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _catalog.DisposeAsync();

    [TestCase("/records/{id}", "")]
    [TestCase("/records/{id}", "?from=mail&x=a%20b%2F")]
    [TestCase("/records/{id}/matching", "")]
    [TestCase("/records/{id}.mrc", "?x=1")]
    [TestCase("/records/{id}.csl.json", "")]
    [TestCase("/covers/{id}", "")]
    [TestCase("/api/records/{id}", "")]
    [TestCase("/api/records/{id}/matching", "?lang=en")]
    public async Task It_is_answered_by_a_permanent_redirection_that_keeps_the_rest(string address, string query)
    {
        using var response = await _catalog.Service.GetAsync(address.Replace("{id}", _old, StringComparison.Ordinal) + query);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(address.Replace("{id}", _living, StringComparison.Ordinal) + query));
        Assert.That(response.Headers.CacheControl?.MaxAge, Is.EqualTo(TimeSpan.FromHours(1)), "for it is revived when the two are parted");
        using var there = await _catalog.Service.GetAsync(response.Headers.Location!.OriginalString);
        Assert.That(there.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task HEAD_is_led_there_as_well()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/records/{_old}");
        using var response = await _catalog.Service.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
    }

    [Test]
    public async Task One_that_never_was_is_not_there_as_before([Values("aaaaaaaaaaaa", "x", "AAAAAAAAAAAA", "%20")] string id)
    {
        foreach (var address in new[] { $"/records/{id}", $"/api/records/{id}", $"/records/{id}/matching" })
        {
            using var response = await _catalog.Service.GetAsync(address);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
    }
}
