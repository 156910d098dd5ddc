using System.Net;
using System.Text.Json;
using UnionCatalog.Exporting;
using UnionCatalog.Tests.Exporting;

namespace UnionCatalog.Tests.Api;

/// <summary>The forms over HTTP: by what a request accepts, by the ending of an address, and for a list.</summary>
public sealed class ExportApiTests
{
    private RunningService _service = null!;
    private string[] _ids = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _ids = (await _service.GetJsonAsync("/api/search?size=100")).Ids();
    }

    [TestCase("*/*", "application/json")]
    [TestCase("", "application/json")]
    [TestCase("this is no header", "application/json")]
    [TestCase("application/*", "application/json")]
    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [TestCase("application/marc", "application/marc")]
    [TestCase("APPLICATION/MARC", "application/marc")]
    [TestCase("application/marcxml+xml", "application/marcxml+xml")]
    [TestCase("application/mods+xml;q=0.5, application/marcxml+xml;q=0.6", "application/marcxml+xml")]
    [TestCase("application/json;q=0.1, application/x-bibtex", "application/x-bibtex")]
    [TestCase("application/json;q=0, */*;q=0.1", "application/x-research-info-systems")]
    [TestCase("application/ld+json, application/json", "application/json")]
    [TestCase("application/vnd.citationstyles.csl+json, application/json;q=0.9", "application/vnd.citationstyles.csl+json")]
    public async Task What_a_request_accepts_most_is_what_it_gets(string accept, string type)
    {
        using var response = await _service.GetAsync($"/api/records/{_ids[0]}", ("Accept", accept));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
        Assert.That(response.Headers.Vary, Does.Contain("Accept"));
    }

    [TestCase("image/png")]
    [TestCase("*/*;q=0")]
    [TestCase("text/*")]
    public async Task Who_accepts_none_of_the_forms_is_told_which_there_are(string accept)
    {
        using var response = await _service.GetAsync($"/api/records/{_ids[0]}", ("Accept", accept));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(response.Headers.Vary, Does.Contain("Accept"));
        var forms = problem.GetProperty("forms").EnumerateArray().ToList();
        Assert.That(forms.Select(form => form.GetProperty("mediaType").GetString()), Is.EqualTo(ExportForms.All.Select(form => form.MediaType)));
        foreach (var address in forms.Select(form => form.GetProperty("address").GetString()!))
        {
            using var there = await _service.GetAsync(address);
            Assert.That(there.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    [Test]
    public async Task Every_form_has_an_address_and_is_whole_there()
    {
        foreach (var form in ExportForms.All)
        {
            foreach (var ending in new[] { form.Ending, form.OtherEnding }.OfType<string>())
            {
                using var response = await _service.GetAsync($"/records/{_ids[0]}.{ending}");
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), ending);
                Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(form.MediaType));
                Assert.That(response.Content.Headers.ContentDisposition?.FileName, Is.EqualTo($"{_ids[0]}.{form.Ending}"));
                Assert.That(FormSyntax.Faults(form.Name, await response.Content.ReadAsByteArrayAsync(), 1), Is.Empty, form.Name);
            }
        }
    }

    [TestCase("application/json")]
    [TestCase("application/marc")]
    [TestCase("application/ld+json")]
    public async Task Who_has_it_already_is_told_so_and_no_more(string accept)
    {
        using var first = await _service.GetAsync($"/api/records/{_ids[0]}", ("Accept", accept));
        using var again = await _service.GetAsync($"/api/records/{_ids[0]}", ("Accept", accept), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await _service.GetAsync($"/api/records/{_ids[1]}", ("Accept", accept), ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_list_is_one_file_in_every_form()
    {
        var names = string.Concat(_ids.Select(id => $"&id={id}"));
        foreach (var form in ExportForms.All)
        {
            using var response = await _service.GetAsync($"/export?format={form.Name}{names}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), form.Name);
            Assert.That(response.Headers.Contains("Unknown-Editions"), Is.False);
            Assert.That(FormSyntax.Faults(form.Name, await response.Content.ReadAsByteArrayAsync(), _ids.Length), Is.Empty, form.Name);
        }
    }

    [Test]
    public async Task Names_of_no_edition_are_told_and_the_others_are_given()
    {
        using var response = await _service.GetAsync($"/export?format=ris&id={_ids[0]}&id=aaaaaaaaaaaa&id={_ids[1]}&id={_ids[0]}&id=bbbbbbbbbbbb");

        Assert.That(response.Headers.GetValues("Unknown-Editions").Single(), Is.EqualTo("aaaaaaaaaaaa, bbbbbbbbbbbb"));
        Assert.That(FormSyntax.Faults("ris", await response.Content.ReadAsByteArrayAsync(), 2), Is.Empty);
    }

    [TestCase("/export", 400, "format")]
    [TestCase("/export?format=docx&id=aaaaaaaaaaaa", 400, "format")]
    [TestCase("/export?format=ris", 400, "id")]
    [TestCase("/export?format=ris&id=x%0d%0aEvil:%201", 400, "id")]
    [TestCase("/export?format=ris&id=aaaaaaaaaaaa", 404, null)]
    [TestCase("/records/aaaaaaaaaaaa.ris", 404, null)]
    [TestCase("/records/x.ris", 404, null)]
    [TestCase("/records/aaaaaaaaaaaa.docx", 404, null)]
    [TestCase("/records/.ris.", 404, null)]
    [TestCase("/covers/aaaaaaaaaaaa", 404, null)]
    public async Task What_cannot_be_given_is_refused_in_words(string address, int status, string? field)
    {
        using var response = await _service.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();

        Assert.That((int)response.StatusCode, Is.EqualTo(status), body);
        if (field is not null)
        {
            Assert.That(JsonDocument.Parse(body).RootElement.GetProperty("errors").TryGetProperty(field, out _), body);
        }
    }

    [Test]
    public async Task More_than_two_hundred_at_once_are_too_many()
    {
        using var response = await _service.GetAsync("/export?format=ris" + string.Concat(Enumerable.Range(0, 201).Select(number => $"&id={number:000000000000}")));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("200"));
    }

    [Test]
    public async Task The_description_of_the_API_names_every_form()
    {
        var paths = (await _service.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var (path, types) in new[] { ("/api/records/{id}", ExportForms.All.Select(form => form.MediaType).Append("application/json")), ("/export", ExportForms.All.Select(form => form.MediaType)) })
        {
            var content = paths.GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
            Assert.That(content.EnumerateObject().Select(type => type.Name), Is.SupersetOf(types), path);
        }
    }
}
