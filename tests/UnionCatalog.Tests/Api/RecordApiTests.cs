using System.Net;
using Microsoft.AspNetCore.Builder;

namespace UnionCatalog.Tests.Api;

/// <summary>One edition, the list of libraries, and what goes with every answer.</summary>
public sealed class RecordApiTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task An_edition_is_the_same_by_its_id_as_in_the_results()
    {
        foreach (var edition in (await _service.GetJsonAsync("/api/search?q=sejarah&size=10")).Results())
        {
            var alone = await _service.GetJsonAsync($"/api/records/{edition.Id()}");
            foreach (var property in edition.EnumerateObject())
            {
                Assert.That(alone.GetProperty(property.Name).GetRawText(), Is.EqualTo(property.Value.GetRawText()), property.Name);
            }
        }
    }

    [Test]
    public async Task The_libraries_are_listed_with_what_the_union_has_of_them()
    {
        var libraries = (await _service.GetJsonAsync("/api/libraries")).EnumerateArray().ToList();

        Assert.That(libraries.Select(library => library.GetProperty("id").GetString()), Is.EqualTo(_service.Members.All.Select(member => member.Id.Value)));
        Assert.That(libraries.Select(library => library.GetProperty("records").GetInt64()), Has.All.Positive);
        Assert.That(libraries.Select(library => library.GetProperty("lastHarvest").GetDateTimeOffset()), Has.All.GreaterThan(DateTimeOffset.UtcNow.AddHours(-1)));
        Assert.That(libraries[0].GetProperty("kind").GetString(), Is.EqualTo("madrasah"));
        Assert.That(libraries[0].GetProperty("name").GetString(), Is.EqualTo("MAN 1 Sukamaju"));
    }

    [Test]
    public async Task Arabic_script_is_sent_as_letters()
    {
        using var response = await _service.GetAsync("/api/search?q=%D9%82%D8%A7%D9%85%D9%88%D8%B3");

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("قاموس"));
    }

    [Test]
    public async Task An_answer_is_sent_compressed_to_who_takes_it_so()
    {
        using var response = await _service.GetAsync("/api/search", ("Accept-Encoding", "br"));

        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
    }

    [Test]
    public async Task A_fault_is_told_to_a_program_as_a_problem_and_to_a_reader_in_words()
    {
        await using var service = await RunningService.StartAsync(new([]), app =>
        {
            app.MapGet("/api/broken", () => { throw new InvalidOperationException("secret"); });
            app.MapGet("/broken", () => { throw new InvalidOperationException("secret"); });
        });
        foreach (var (address, type, words) in new[] { ("/api/broken", "application/problem+json", "try again"), ("/broken", "text/html", "Maaf") })
        {
            using var response = await service.GetAsync(address);
            var body = await response.Content.ReadAsStringAsync();

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
            Assert.That(body, Does.Contain(words).And.Not.Contain("secret"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
        }
    }
}
