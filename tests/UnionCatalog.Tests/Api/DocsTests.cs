using System.Text.Json;
using System.Text.RegularExpressions;
using UnionCatalog.Exporting;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Docs;
using UnionCatalog.Server.Widget;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Api;

/// <summary>The page for programmers says what is: each example is asked of the demo's catalogue, and each parameter is there.</summary>
public sealed class DocsTests
{
    private const string Anything = "…";

    private static readonly IEnumerable<string> Names = DocExample.All.Keys;

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCaseSource(nameof(Names))]
    public async Task An_example_is_answered_as_it_shows(string name)
    {
        var (head, body) = Halve(DocExample.All[name].Answer);
        using var response = await AskAsync(DocExample.All[name].Request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.That(head[0], Is.EqualTo($"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}"), text);
        foreach (var header in head.Skip(1).Select(line => line.Split(": ", 2)))
        {
            var values = response.Headers.Concat(response.Content.Headers).Where(known => known.Key == header[0]).SelectMany(known => known.Value).ToList();
            Assert.That(values.Append(string.Join(", ", values)).Any(value => Fits(header[1], value)), $"{header[0]}: {header[1]} is {string.Join(" | ", values)}");
        }

        if (body.StartsWith('{'))
        {
            Assert.That(Differences(JsonDocument.Parse(body).RootElement, JsonDocument.Parse(text).RootElement, "$"), Is.Empty);
        }
        else
        {
            Assert.That(Fits(body, text.ReplaceLineEndings("\n").Trim()), text);
        }
    }

    [Test]
    public async Task Every_address_and_every_parameter_is_told_of_on_the_page()
    {
        var page = await _service.ReadAsync("/api/docs");
        var taken = new Dictionary<string, IReadOnlyList<ApiParameter>> { ["search"] = SearchParameters.All, ["browse"] = BrowseParameters.All, ["holdings"] = HoldingsParameters.All };
        foreach (var (section, parameters) in taken)
        {
            var told = page.QuerySelector($"section[aria-labelledby={section}]")!.QuerySelectorAll("dt code").Select(code => code.TextContent);
            Assert.That(told, Is.EquivalentTo(parameters.Select(parameter => parameter.Name)), section);
        }

        var text = page.QuerySelector("main")!.TextContent;
        foreach (var word in Enum.GetValues<BrowseList>().Select(SearchParameters.NameOf).Concat(ExportForms.All.SelectMany(form => new[] { form.Name, form.MediaType })))
        {
            Assert.That(text, Does.Contain(word));
        }
    }

    [Test]
    public void Every_example_is_shown_and_every_shown_one_is_there() =>
        Assert.That(DocSection.All.SelectMany(section => section.Examples).Concat(["paging", "error"]), Is.EquivalentTo(DocExample.All.Keys));

    [TestCase("id", "Untuk program: API")]
    [TestCase("en", "For programs: the API")]
    public async Task It_is_there_in_both_languages_and_every_page_leads_to_it(string language, string title)
    {
        using var response = await _service.GetAsync("/api/docs", ("Accept-Language", language));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($"<h1>{title}</h1>"));
        Assert.That((await _service.ReadAsync("/")).QuerySelector("footer a[href='/api/docs']"), Is.Not.Null);
        Assert.That((await _service.ReadAsync("/help")).QuerySelector("main a[href='/api/docs']"), Is.Not.Null);
    }

    private async Task<HttpResponseMessage> AskAsync(string request)
    {
        var lines = request.Split('\n');
        var address = lines[0].Split(' ', 2)[1];
        if (address.Contains("ID", StringComparison.Ordinal))
        {
            var id = (await _service.GetJsonAsync("/api/search?q=dukuh+paruk&sort=mostHeld&size=1")).Ids()[0];
            address = address.Replace("ID", id, StringComparison.Ordinal);
        }

        (string, string)[] headers = [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]))];
        for (var attempt = 1; ; attempt++)
        {
            var response = await _service.GetAsync(address, headers);
            // A machine that is busy may have spent a suggestion's time before it began; who types on asks again.
            if (!address.StartsWith("/api/suggest", StringComparison.Ordinal) || attempt == 20 || (await response.Content.ReadAsStringAsync()).Contains("\"text\"", StringComparison.Ordinal))
            {
                return response;
            }

            response.Dispose();
        }
    }

    private static (string[] Head, string Body) Halve(string answer)
    {
        var parts = answer.Split("\n\n", 2);
        return (parts[0].Split('\n'), parts[1]);
    }

    /// <summary>Where an answer is not as an example shows it.</summary>
    private static IEnumerable<string> Differences(JsonElement shown, JsonElement real, string at)
    {
        if (shown.ValueKind == JsonValueKind.String && shown.GetString() == Anything)
        {
            return [];
        }

        if (shown.ValueKind != real.ValueKind)
        {
            return [$"{at} is {real.GetRawText()}"];
        }

        return shown.ValueKind switch
        {
            JsonValueKind.Object => shown.EnumerateObject().Where(property => property.Name != Anything)
                .SelectMany(property => real.TryGetProperty(property.Name, out var value) ? Differences(property.Value, value, $"{at}.{property.Name}") : [$"{at} has no {property.Name}"])
                .Concat(shown.TryGetProperty(Anything, out _) ? [] : real.EnumerateObject().Where(property => !shown.TryGetProperty(property.Name, out _)).Select(property => $"{at} has {property.Name} as well")),
            JsonValueKind.Array => ArrayDifferences([.. shown.EnumerateArray()], [.. real.EnumerateArray()], at),
            JsonValueKind.String => Fits(shown.GetString()!, real.GetString()!) ? [] : [$"{at} is {real.GetString()}"],
            _ => shown.GetRawText() == real.GetRawText() ? [] : [$"{at} is {real.GetRawText()}"],
        };
    }

    private static IEnumerable<string> ArrayDifferences(List<JsonElement> shown, List<JsonElement> real, string at)
    {
        var isOpen = shown is [.., { ValueKind: JsonValueKind.String } last] && last.GetString() == Anything;
        var count = isOpen ? shown.Count - 1 : shown.Count;
        return (isOpen ? real.Count <= count : real.Count != count)
            ? [$"{at} has {real.Count}"]
            : shown.Take(count).SelectMany((element, index) => Differences(element, real[index], $"{at}[{index}]"));
    }

    private static bool Fits(string shown, string real) =>
        Regex.IsMatch(real, $"^{string.Join(".*", shown.Split(Anything).Select(Regex.Escape))}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
