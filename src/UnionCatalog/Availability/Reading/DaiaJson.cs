using System.Text.Json;
using UnionCatalog.Members;

namespace UnionCatalog.Availability.Reading;

/// <summary>DAIA in JSON (DAIA 1.0, section 2; DAIA 0.5 has single objects where it may have lists, and labels as objects).</summary>
internal static class DaiaJson
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    /// <summary>The items of every document of the answer.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it is half a character.</exception>
    public static IReadOnlyList<ItemNow> Read(ReadOnlyMemory<byte> json)
    {
        using var reply = JsonDocument.Parse(json, Shallow);
        return [.. Each(reply.RootElement, "document").SelectMany(document => Each(document, "item")).Take(StatusReply.MostItems).Select(Read)];
    }

    private static ItemNow Read(JsonElement item)
    {
        var draft = new DaiaItem
        {
            Label = item.FindText("label") ?? (item.TryGetProperty("label", out var label) ? label.FindText("content") : null),
        };
        foreach (var service in Each(item, "available"))
        {
            draft.AddAvailable(service.FindText("service"));
        }

        foreach (var service in Each(item, "unavailable"))
        {
            draft.AddUnavailable(service.FindText("service"), service.FindText("expected"));
        }

        return draft.Read();
    }

    private static IEnumerable<JsonElement> Each(JsonElement parent, string name) =>
        parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object)
        : value.ValueKind == JsonValueKind.Object ? [value]
        : [];
}
