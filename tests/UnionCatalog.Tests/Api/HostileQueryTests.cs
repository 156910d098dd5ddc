using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnionCatalog.Tests.Api;

/// <summary>Whatever anybody sends, wherever, is answered, or refused with what is wrong with it; it is never a fault of ours.</summary>
public sealed partial class HostileQueryTests
{
    private static readonly string[] Doors = [.. Lines("hostile-doors.txt")];

    private static readonly (string Name, string Value)[] Values =
        [.. Lines("hostile-values.txt").Select(line => line.Split('\t')).Select(parts => (parts[0], Repeated().Replace(parts[1], Repeat)))];

    /// <summary>Answers that are no fault of ours: good, elsewhere, not understood, only for the coordinator, not there, too long for the server.</summary>
    private static readonly HttpStatusCode[] Calm =
    [
        HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.RequestUriTooLong,
    ];

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCaseSource(nameof(Doors))]
    public async Task No_value_is_a_fault_and_each_refusal_names_its_field(string door)
    {
        foreach (var (name, value) in Values)
        {
            var address = door.Replace("@", value, StringComparison.Ordinal);
            using var response = await _service.GetAsync(address);
            var text = await response.Content.ReadAsStringAsync();
            var what = $"{name} at {door}";

            Assert.That(response.StatusCode, Is.AnyOf(Calm.Cast<object>().ToArray()), what);
            if (response.StatusCode == HttpStatusCode.BadRequest && door.Contains('?', StringComparison.Ordinal) && text.Length > 0)
            {
                Check(response, text, address, what);
            }
        }
    }

    [Test]
    public async Task A_search_is_always_answered_with_words()
    {
        foreach (var (name, value) in Values)
        {
            using var response = await _service.GetAsync($"/api/search?q={value}");
            Assert.That(await response.Content.ReadAsStringAsync(), Is.Not.Empty, name);
        }
    }

    /// <summary>A program finds the field in the problem's errors, a reader finds words.</summary>
    private static void Check(HttpResponseMessage response, string text, string address, string what)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            Assert.That(text, Does.Contain("<h1"), what);
            return;
        }

        var errors = JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateObject().ToList();
        Assert.That(errors, Is.Not.Empty, what);
        var asked = address.Split('?', 2)[1].Split('&').Select(part => WebUtility.UrlDecode(part.Split('=')[0])).ToList();
        Assert.That(errors.Select(error => error.Name), Is.SubsetOf(asked.Append("isbn").Append("author")), what);
        Assert.That(errors.Select(error => error.Value[0].GetString()!.Length), Has.All.GreaterThan(10), what);
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Places.Case($"Api/{file}")).Where(line => line.Length > 0 && line[0] != '#');

    private static string Repeat(Match match) => string.Concat(Enumerable.Repeat(match.Groups[2].Value, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\{([0-9]+):([^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();
}
