using System.Text.Json;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Tests.Api;

/// <summary>The API's own description, held against the list of parameters and against real answers.</summary>
public sealed class OpenApiTests
{
    private RunningService _service = null!;
    private JsonElement _document;

    [OneTimeSetUp]
    public async Task Read()
    {
        _service = await DemoCatalog.Service;
        _document = await _service.GetJsonAsync("/openapi/v1.json");
    }

    [Test]
    public void It_lists_the_operations()
    {
        var operations = _document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name} {operation.Value.GetProperty("operationId").GetString()}"));

        Assert.That(operations, Is.EquivalentTo(new[] { "get /api/search search", "get /api/records/{id} record", "get /api/records/{id}/availability availability", "get /export export", "get /api/holdings holdings",
            "get /api/suggest suggest", "get /api/browse/{index} browse", "get /api/libraries libraries", "get /api/libraries/{id} library", "get /api/libraries/{id}/duplicates libraryDuplicates", "post /api/members/{id}/files sendFile",
            "get /api/held heldRemovals", "get /api/held/{id} heldRemoval", "post /api/held/{id}/confirm confirmHeldRemoval", "post /api/held/{id}/refuse refuseHeldRemoval",
            "get /api/matching/explain explainMatching", "get /api/records/{id}/matching recordMatching", "get /api/matching/review matchingReview",
            "get /api/matching/overrides matchingOverrides", "post /api/matching/overrides addMatchingOverride", "delete /api/matching/overrides withdrawMatchingOverride",
        }));
    }

    [Test]
    public void It_lists_every_parameter_of_a_search()
    {
        var parameters = Get("/api/search").GetProperty("parameters").EnumerateArray().ToList();

        Assert.That(parameters.Select(parameter => parameter.GetProperty("name").GetString()), Is.EqualTo(SearchParameters.All.Select(parameter => parameter.Name)));
        Assert.That(parameters.Select(parameter => parameter.GetProperty("description").GetString()), Has.All.Not.Empty);
        Assert.That(parameters.Select(parameter => parameter.GetProperty("in").GetString()), Has.All.EqualTo("query"));
        var sort = parameters.Single(parameter => parameter.GetProperty("name").GetString() == "sort").GetProperty("schema");
        Assert.That(sort.GetProperty("enum").EnumerateArray().Select(value => value.GetString()), Does.Contain("mostHeld"));
    }

    [Test]
    public void It_tells_of_problems()
    {
        Assert.That(Get("/api/search").GetProperty("responses").TryGetProperty("400", out _));
        Assert.That(Get("/api/records/{id}").GetProperty("responses").TryGetProperty("404", out _));
    }

    [Test]
    public async Task Readers_of_such_descriptions_find_nothing_wrong_in_it()
    {
        using var response = await _service.GetAsync("/openapi/v1.json");
        var reading = Microsoft.OpenApi.OpenApiDocument.Parse(await response.Content.ReadAsStringAsync(), "json");

        Assert.That(reading.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"), Is.Empty);
        Assert.That(reading.Diagnostic.Warnings.Select(warning => $"{warning.Pointer}: {warning.Message}"), Is.Empty);
        Assert.That(reading.Document!.Paths, Is.Not.Empty);
    }

    [Test]
    public void Every_name_of_an_operation_is_one_that_a_client_can_have_for_a_method()
    {
        var names = _document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value.GetProperty("operationId").GetString());

        Assert.That(names, Is.Unique.And.All.Match("^[a-z][A-Za-z]*$"));
    }

    [TestCase("/api/search", "ETag", "RateLimit", "RateLimit-Policy", "Link")]
    [TestCase("/api/browse/{index}", "ETag", "RateLimit", "RateLimit-Policy", "Link")]
    [TestCase("/api/records/{id}", "ETag", "RateLimit", "RateLimit-Policy")]
    [TestCase("/api/suggest", "ETag", "RateLimit", "RateLimit-Policy")]
    [TestCase("/api/libraries", "ETag", "RateLimit", "RateLimit-Policy")]
    [TestCase("/api/holdings", "ETag", "RateLimit", "RateLimit-Policy")]
    [TestCase("/export", "ETag", "RateLimit", "RateLimit-Policy")]
    public void It_lists_the_headers_of_an_answer_and_what_else_may_come(string path, params string[] headers)
    {
        var responses = Get(path).GetProperty("responses");

        Assert.That(responses.GetProperty("200").GetProperty("headers").EnumerateObject().Select(header => header.Name), Is.EquivalentTo(headers));
        Assert.That(responses.TryGetProperty("304", out _));
        Assert.That(responses.GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _));
    }

    [Test]
    public void It_tells_of_the_language_of_the_search_box()
    {
        var q = Get("/api/search").GetProperty("parameters").EnumerateArray().First(parameter => parameter.GetProperty("name").GetString() == "q").GetProperty("description").GetString();

        Assert.That(q, Does.Contain("OR").And.Contain("judul:").And.Contain("year:1990..2005").And.Contain("widening"));
    }

    [Test]
    public async Task Real_answers_are_of_the_form_that_it_promises()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=tempo")).Ids()[0];
        var matching = await _service.GetJsonAsync($"/api/records/{id}/matching");
        var record = matching.GetProperty("records")[0].GetProperty("record").GetProperty("record").GetString()!.Escaped();
        foreach (var (path, address) in new[]
        {
            ("/api/search", "/api/search?size=100"), ("/api/records/{id}", $"/api/records/{id}"), ("/api/records/{id}/availability", $"/api/records/{id}/availability"), ("/api/libraries", "/api/libraries"), ("/api/libraries/{id}", "/api/libraries/sman-1-sukamaju"), ("/api/holdings", "/api/holdings?isbn=9786022916628"),
            ("/api/suggest", "/api/suggest?q=ronggeng"), ("/api/browse/{index}", "/api/browse/author?size=100"),
            ("/api/records/{id}/matching", $"/api/records/{id}/matching"), ("/api/matching/explain", $"/api/matching/explain?a={record}&b={record}"),
        })
        {
            var schema = Get(path).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.That(Faults(await _service.GetJsonAsync(address), schema, "$").Take(5), Is.Empty, path);
        }
    }

    private JsonElement Get(string path) => _document.GetProperty("paths").GetProperty(path).GetProperty("get");

    /// <summary>The words of JSON Schema that the description uses; a reference that leads nowhere throws.</summary>
    private IEnumerable<string> Faults(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(_document, (part, name) => part.GetProperty(name));
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return choices.EnumerateArray().Any(choice => !Faults(value, choice, at).Any()) ? [] : [$"{at} is none of the choices"];
        }

        return TypeFaults(value, schema, at)
            .Concat(value.ValueKind == JsonValueKind.Object ? ObjectFaults(value, schema, at) : [])
            .Concat(value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Faults(item, schema.GetProperty("items"), $"{at}[{index}]")) : []);
    }

    private static IEnumerable<string> TypeFaults(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.ValueEquals(value.GetString())))
        {
            yield return $"{at} is not one of {words}";
        }

        var kind = value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            var other => other.ToString().ToLowerInvariant(),
        };
        if (schema.TryGetProperty("type", out var type)
            && !(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()]).Any(one => one == kind || (one == "number" && kind == "integer")))
        {
            yield return $"{at} is {kind}, promised is {type}";
        }
    }

    private IEnumerable<string> ObjectFaults(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{at} has no {name}";
            }
        }

        foreach (var property in value.EnumerateObject())
        {
            var known = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var own) ? own
                : schema.TryGetProperty("additionalProperties", out var any) ? any
                : (JsonElement?)null;
            foreach (var fault in known is { } form ? Faults(property.Value, form, $"{at}.{property.Name}") : [$"{at}.{property.Name} is not described"])
            {
                yield return fault;
            }
        }
    }
}
