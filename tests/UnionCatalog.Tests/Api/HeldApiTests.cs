using System.Net;
using System.Text;
using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Api;

/// <summary>The coordinator sees what waits, confirms and refuses it; nobody else does.</summary>
internal sealed class HeldApiTests
{
    private static readonly SourceId School = new("sma-contoh");
    private RunningService _service = null!;
    private (string, string) _key;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await RunningService.StartAsync(new MemberDirectory([Harvesting.Pages.Member(new Uri("http://127.0.0.1:1/oai"))]));
        CoordinatorKey.Open(_service.Folder);
        _key = ("Authorization", $"Bearer {File.ReadAllText(Path.Combine(_service.Folder, CoordinatorKey.FileName)).Trim()}");
        await SweepAsync(3);
        await SweepAsync(0);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task What_waits_is_shown_with_numbers_and_samples()
    {
        var held = (await GetAsync("/api/held")).EnumerateArray().Single();

        Assert.That(
            (held.GetProperty("id").GetInt64(), held.GetProperty("library").GetString(), held.GetProperty("libraryName").GetString(), held.GetProperty("absent").GetInt64(), held.GetProperty("of").GetInt64(), held.GetProperty("decision").GetString()),
            Is.EqualTo((1, "sma-contoh", "SMA Contoh", 3, 3, "pending")));
        Assert.That(held.GetProperty("samples")[0].GetProperty("title").GetString(), Is.EqualTo("Laskar Pelangi"));
        Assert.That((await GetAsync("/api/held/1")).GetRawText(), Is.EqualTo(held.GetRawText()));
    }

    [Test]
    public async Task What_is_confirmed_is_gone_and_stays_decided()
    {
        using var confirmed = await PostAsync("/api/held/1/confirm?by=Bu%20Sari");
        var told = JsonDocument.Parse(await confirmed.Content.ReadAsStringAsync()).RootElement;

        Assert.That((told.GetProperty("decision").GetString(), told.GetProperty("decidedBy").GetString(), told.GetProperty("removed").GetInt64()), Is.EqualTo(("confirmed", "Bu Sari", 3)));
        Assert.That((await _service.Data.Store.Harvests.CountLiveAsync(default))[School], Is.Zero);
        Assert.That((await GetAsync("/api/held")).GetArrayLength(), Is.Zero);
        using var refused = await PostAsync("/api/held/1/refuse");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        using var again = await PostAsync("/api/held/1/confirm");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK), "asking twice changes nothing");
    }

    [Test]
    public async Task What_is_refused_stays()
    {
        using var refused = await PostAsync("/api/held/1/refuse");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _service.Data.Store.Harvests.CountLiveAsync(default))[School], Is.EqualTo(3));
    }

    [TestCase("/api/held/7/confirm", HttpStatusCode.NotFound)]
    [TestCase("/api/held/x/confirm", HttpStatusCode.NotFound)]
    public async Task A_removal_that_never_was_is_not_there(string address, HttpStatusCode status)
    {
        using var response = await PostAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Nobody_else_sees_or_decides()
    {
        using var seen = await _service.GetAsync("/api/held");
        using var decided = await _service.Client.PostAsync(new Uri("/api/held/1/confirm", UriKind.Relative), null);

        Assert.That((seen.StatusCode, decided.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
        Assert.That((await _service.Data.Store.Harvests.CountLiveAsync(default))[School], Is.EqualTo(3));
    }

    private async Task SweepAsync(int records)
    {
        var store = _service.Data.Store.Harvests;
        var run = await store.BeginRunAsync(
            School, new RunStart { Scope = HarvestScope.Full, IsSweep = true, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, default);
        await store.AppendPageAsync(
            new HarvestPage
            {
                RunId = run.Id,
                Records = [.. Enumerable.Range(1, records).Select(number => new HarvestedRecord.Live(
                    new(School, $"oai:x:{number}"), null, MetadataFormat.OaiDc, Encoding.UTF8.GetBytes(Harvesting.Pages.Dublin)))],
                Next = new(1, null),
            },
            default);
        await store.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UnixEpoch, Absences = new() }, default);
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using var response = await _service.GetAsync(address, _key);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<HttpResponseMessage> PostAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add(_key.Item1, _key.Item2);
        return await _service.Client.SendAsync(request);
    }
}
