using System.Net;
using System.Text.Json;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Slims;

/// <summary>
/// Values as PHP writes them into JSON: numbers as text or the reverse, an empty list as [], {} or false, a list whose numbers have
/// gaps as an object.
/// </summary>
internal static class SlimsValues
{
    /// <summary>The clean text of a property, entities that SLiMS stored undone once; null when it is absent, empty or no text.</summary>
    public static string? Text(this JsonElement biblio, string name) =>
        biblio.ValueKind == JsonValueKind.Object && biblio.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>The texts of some properties in this order, those that have one.</summary>
    public static IEnumerable<string> Texts(this JsonElement biblio, params string[] names) =>
        names.Select(name => biblio.Text(name)).OfType<string>();

    /// <summary>The elements of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement biblio, string name) =>
        biblio.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object => value.EnumerateObject().Select(entry => entry.Value),
            _ => [],
        }
        : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => DescriptionText.Clean(WebUtility.HtmlDecode(value.GetString())),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
