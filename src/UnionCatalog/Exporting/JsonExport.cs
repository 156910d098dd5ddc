using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace UnionCatalog.Exporting;

/// <summary>Writes JSON. Letters of every script stay letters; what a page could mistake for markup is written as \u003C.</summary>
internal static class JsonExport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    /// <summary>The document in UTF-8.</summary>
    public static byte[] Write(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

    /// <summary>A text; none where it is empty.</summary>
    public static void AddText(this JsonObject item, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            item[name] = text;
        }
    }

    /// <summary>A list; none where it is empty.</summary>
    public static void AddList(this JsonObject item, string name, IEnumerable<JsonNode> values)
    {
        if (values.ToArray() is { Length: > 0 } some)
        {
            item[name] = new JsonArray(some);
        }
    }
}
