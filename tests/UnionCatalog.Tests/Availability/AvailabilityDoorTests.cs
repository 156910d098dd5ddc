using System.Diagnostics;
using System.Net;
using System.Text.Json;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Availability;

/// <summary>What readers and programs learn of whether a book is in, from the running service.</summary>
public sealed class AvailabilityDoorTests
{
    private AskedCatalog _catalog = null!;

    private string Door => $"/api/records/{_catalog.Id}/availability";

    [SetUp]
    public async Task Start()
    {
        _catalog = await AskedCatalog.StartAsync();
        _catalog.Schools[1].Answer = School.Page(School.OneOut + School.OneOut.Replace("P1", "P2", StringComparison.Ordinal).Replace("2099-12-03", "2099-11-30", StringComparison.Ordinal));
    }

    [TearDown]
    public async Task Stop() => await _catalog.DisposeAsync();

    [Test]
    public async Task The_door_tells_what_each_library_says_or_was_last_known_to_have()
    {
        using var response = await _catalog.Service.GetAsync(Door);
        var libraries = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("libraries").EnumerateArray()
            .ToDictionary(library => library.GetProperty("library").GetString()!);

        Assert.That(response.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60"));
        Assert.That(libraries.Select(library => $"{library.Key} {library.Value.GetProperty("from").GetString()} {library.Value.GetProperty("status").GetString()}"), Is.EquivalentTo(
            new[] { "sma-1 live available", "sma-2 live onLoan", "down harvest unknown", "unasked harvest unknown" }));
        Assert.That(libraries["sma-2"].GetProperty("due").GetString(), Is.EqualTo("2099-11-30"));
        Assert.That(libraries["sma-2"].GetProperty("items").GetArrayLength(), Is.EqualTo(2));
        Assert.That(libraries["sma-1"].GetProperty("items")[0].GetProperty("barcode").GetString(), Is.EqualTo("P1"));
        Assert.That(libraries["sma-1"].GetProperty("askedAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
        Assert.That(libraries["down"].GetProperty("askedAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(libraries.Values.Select(library => library.GetProperty("harvestedAt").GetDateTimeOffset()), Is.All.EqualTo(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task Many_readers_of_one_edition_are_one_request_to_each_school()
    {
        _catalog.Schools[0].Answer = School.After(TimeSpan.FromMilliseconds(100), School.OneIn);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _catalog.Service.GetJsonAsync(Door)));

        Assert.That(_catalog.Schools.Select(school => school.Asked.Count), Is.All.EqualTo(1));
    }

    [Test]
    public async Task An_edition_that_there_is_not_is_not_found()
    {
        using var response = await _catalog.Service.GetAsync("/api/records/nothing/availability");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task The_page_tells_the_last_harvest_with_its_date_and_asks_nobody()
    {
        var page = await _catalog.Service.ReadAsync($"/records/{_catalog.Id}?near=Sukamaju", "id");

        Assert.That(page.Texts(".holdings .status"), Is.EqualTo(new[] { "Tanyakan", "Tanyakan", "Tanyakan", "Tanyakan" }));
        Assert.That(page.Texts(".holdings .now"), Is.All.EqualTo("Data per 21 November 2026"), "by the school's own clock");
        Assert.That(page.QuerySelector("[data-live-link]").Href(), Is.EqualTo($"/records/{_catalog.Id}?near=Sukamaju&live=1#holdings"));
        Assert.That(page.QuerySelector("[data-live]")!.GetAttribute("data-live"), Is.EqualTo(Door));
        Assert.That(_catalog.Schools.SelectMany(school => school.Asked), Is.Empty);
    }

    [Test]
    public async Task The_link_draws_the_page_with_what_the_libraries_say()
    {
        var page = await _catalog.Service.ReadAsync($"/records/{_catalog.Id}?live=1", "en");
        var told = page.QuerySelectorAll(".holdings > tbody").ToDictionary(library => library.GetAttribute("data-library")!);

        Assert.That(told["sma-1"].QuerySelector(".status.available")!.Text(), Is.EqualTo("Available"));
        Assert.That(told["sma-2"].QuerySelector(".status.onLoan")!.Text(), Is.EqualTo("On loan"));
        Assert.That(told["sma-2"].QuerySelector(".now")!.Text(), Does.StartWith("due back 30 November · asked at "));
        Assert.That(told["down"].QuerySelector(".now")!.Text(), Is.EqualTo("As of 21 November 2026"));
        Assert.That(page.QuerySelector("[role=status][data-live-told]")!.Text(), Is.EqualTo("Status straight from the libraries: 2 answered."));
        Assert.That(page.QuerySelector("[data-live], [data-live-link]"), Is.Null, "they were asked already");
        Assert.That(page.QuerySelector("#as-of")!.Text(), Is.EqualTo("Status as of the last harvest; ask the library to be sure."), "of the two that did not answer");
    }

    [Test]
    public async Task Where_all_have_answered_nothing_is_said_of_the_last_harvest()
    {
        await using var catalog = await AskedCatalog.StartAsync(withSilent: false);
        var before = await catalog.Service.ReadAsync($"/records/{catalog.Id}", "id");
        var asked = await catalog.Service.ReadAsync($"/records/{catalog.Id}?live=1", "id");

        Assert.That(before.QuerySelector("#as-of")!.Text(), Is.EqualTo("Status menurut data terakhir; pastikan ke perpustakaannya."));
        Assert.That(asked.QuerySelector("[data-live-told]")!.Text(), Is.EqualTo("Status terbaru langsung dari perpustakaan: 2 menjawab."));
        Assert.That(asked.QuerySelector("#as-of"), Is.Null);
    }

    [Test]
    public async Task With_every_school_hanging_the_page_is_whole_after_two_seconds()
    {
        Array.ForEach(_catalog.Schools, school => school.Answer = School.Never);
        await _catalog.Service.ReadAsync($"/records/{_catalog.Id}");
        var started = Stopwatch.GetTimestamp();
        var page = await _catalog.Service.ReadAsync($"/records/{_catalog.Id}?live=1", "id");
        var took = Stopwatch.GetElapsedTime(started);

        Assert.That(page.Texts(".holdings .now"), Has.Exactly(4).EqualTo("Data per 21 November 2026"));
        Assert.That(page.QuerySelector("[data-live-told]")!.Text(), Is.EqualTo("Perpustakaannya sedang tidak menjawab; statusnya menurut data terakhir."));
        TestContext.Out.WriteLine($"drawn in {took.TotalSeconds:F2} s");
        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(2.5)));
    }

    [Test]
    public async Task What_a_hostile_school_says_is_shown_as_text()
    {
        _catalog.Schools[0].Answer = School.Page("<div>&lt;script&gt;xevil()&lt;/script&gt;</div><b class=\"item-available\">\"&gt;&lt;h1 xevil&gt;</b>");

        Assert.That((await _catalog.Service.ReadAsync($"/records/{_catalog.Id}?live=1")).QuerySelectorAll("[xevil], .holdings script"), Is.Empty);
        Assert.That((await _catalog.Service.GetJsonAsync(Door)).GetProperty("libraries").EnumerateArray().SelectMany(library => library.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("barcode").GetString()),
            Has.Some.EqualTo("<script>xevil()</script>"));
    }
}
