using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>What the API gave, as the tests look at it.</summary>
internal static class Editions
{
    public static IEnumerable<JsonElement> Results(this JsonElement answer) => answer.GetProperty("results").EnumerateArray();

    public static string Id(this JsonElement edition) => edition.GetProperty("id").GetString()!;

    public static string[] Ids(this JsonElement answer) => [.. answer.Results().Select(Id)];

    public static long Total(this JsonElement answer) => answer.GetProperty("total").GetInt64();

    public static int? Year(this JsonElement edition) => edition.GetProperty("year") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : null;

    public static IEnumerable<JsonElement> Holdings(this JsonElement edition) => edition.GetProperty("holdings").EnumerateArray();

    public static string[] Libraries(this JsonElement edition) =>
        [.. edition.Holdings().Select(held => held.GetProperty("library").GetString()!).Distinct()];

    /// <summary>The texts of one property of each element of a list.</summary>
    public static string[] Texts(this JsonElement edition, string list, string property) =>
        [.. edition.GetProperty(list).EnumerateArray().Select(part => part.GetProperty(property).GetString()).OfType<string>()];

    /// <summary>Every edition that a search finds, page by page.</summary>
    public static async Task<List<JsonElement>> WalkAsync(this RunningService service, string query, int size = 100)
    {
        var found = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var answer = await service.GetJsonAsync($"/api/search?{query}&size={size}&page={page}");
            found.AddRange(answer.Results());
            if (page * size >= answer.Total())
            {
                Assert.That(found, Has.Count.EqualTo(answer.Total()));
                return found;
            }
        }
    }

    public static string Escaped(this string text) => Uri.EscapeDataString(text);
}
