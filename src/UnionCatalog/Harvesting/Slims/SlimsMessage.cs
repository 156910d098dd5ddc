using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.Slims;

/// <summary>
/// What a SLiMS sends to a union catalogue server (UCS): JSON with "node_info", which says who it is, and "node_data", which says
/// what is to be done. Lenient where PHP is: numbers may be text, a list may be an object.
/// </summary>
/// <param name="Node">The name by which it knows itself (node_info.id); empty where it has none.</param>
/// <param name="Password">Its password, as it was typed or as SHA-1 (node_info.password).</param>
/// <param name="Order">What it asks for.</param>
public sealed record SlimsMessage(string Node, PasswordDigest Password, SlimsOrder Order)
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, MaxDepth = 32 };

    /// <summary>Reads a message; null when it is blank, which PHP sends where it could not write a record as JSON.</summary>
    /// <param name="body">The request's body. Bytes that are no UTF-8 are taken for Windows-1252.</param>
    /// <exception cref="JsonException">It is not JSON, or broke off.</exception>
    public static SlimsMessage? Read(ReadOnlyMemory<byte> body)
    {
        var utf8 = ToUtf8(body);
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return null;
        }

        using var json = JsonDocument.Parse(utf8, Options);
        try
        {
            var (node, order) = (Find(json.RootElement, "node_info"), Find(json.RootElement, "node_data"));
            return new(Text(Find(node, "id")), PasswordDigest.Of(Text(Find(node, "password"))), ReadOrder(order));
        }
        catch (InvalidOperationException halfACharacter)
        {
            throw new JsonException(halfACharacter.Message, halfACharacter);
        }
    }

    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body) =>
        !Utf8.IsValid(body.Span) ? Encoding.UTF8.GetBytes(Windows1252Fallback.Utf8.GetString(body.Span))
        : body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..]
        : body;

    private static SlimsOrder ReadOrder(JsonElement data) => Text(Find(data, "operation")) == "delete"
        ? new SlimsOrder.Delete([.. Numbers(Find(data, "biblio"))])
        : new SlimsOrder.Upload(data.ValueKind switch
        {
            JsonValueKind.Object => [.. data.EnumerateObject().Select(entry => ReadBiblio(entry.Value, entry.Name))],
            JsonValueKind.Array => [.. data.EnumerateArray().Select(biblio => ReadBiblio(biblio, key: null))],
            _ => [],
        });

    private static SlimsBiblio ReadBiblio(JsonElement biblio, string? key) =>
        new(Number(Text(Find(biblio, "biblio_id"))) ?? Number(key), JsonMarshal.GetRawUtf8Value(biblio).ToArray());

    /// <summary>"17,4", or a number alone, or a list.</summary>
    private static IEnumerable<long> Numbers(JsonElement ids)
    {
        var texts = ids.ValueKind == JsonValueKind.Array ? ids.EnumerateArray().Select(Text) : Text(ids).Split(',');
        return texts.Select(Number).OfType<long>().Distinct();
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
