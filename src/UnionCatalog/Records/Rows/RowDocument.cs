using System.Text.Encodings.Web;
using System.Text.Json;

namespace UnionCatalog.Records.Rows;

/// <summary>
/// One title of a library's table, as it is stored: the cells under the names of their fields, and one item for each row
/// that tells of it. Cells are kept as they came, trimmed; a column that was not recognised stays under its own heading.
/// </summary>
/// <example>
/// <code>{"title":"Laskar Pelangi","author":"Andrea Hirata","items":[{"itemNumber":"0012","location":"Rak 3","other":{"Sumber":"BOS"}}]}</code>
/// </example>
public sealed class RowDocument
{
    private const string ItemsName = "items";
    private const string OtherName = "other";

    // What is read back is data, never part of a page: letters stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The cells that describe the title, by field; empty ones are left out.</summary>
    public required IReadOnlyDictionary<RowField, string> Fields { get; init; }

    /// <summary>The rows, one at least in what a table gave.</summary>
    public IReadOnlyList<RowItem> Items { get; init; } = [];

    /// <summary>The bytes that are stored: one JSON object in UTF-8. Equal documents give equal bytes.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            WriteFields(json, Fields);
            json.WriteStartArray(ItemsName);
            foreach (var item in Items)
            {
                WriteItem(json, item);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote. What is not known is passed over.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static RowDocument Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("It is no JSON object.");
        }

        var items = json.RootElement.TryGetProperty(ItemsName, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(ReadItem).ToList()
            : [];
        return new() { Fields = ReadFields(json.RootElement), Items = items };
    }

    private static void WriteItem(Utf8JsonWriter json, RowItem item)
    {
        json.WriteStartObject();
        WriteFields(json, item.Fields);
        if (item.Other.Count > 0)
        {
            json.WriteStartObject(OtherName);
            foreach (var (heading, cell) in item.Other)
            {
                json.WriteString(heading, cell);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyDictionary<RowField, string> fields)
    {
        foreach (var (field, cell) in fields.OrderBy(pair => pair.Key))
        {
            json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(field.ToString()), cell);
        }
    }

    private static RowItem ReadItem(JsonElement item) => new(
        ReadFields(item),
        item.TryGetProperty(OtherName, out var other) && other.ValueKind == JsonValueKind.Object
            ? [.. Texts(other).Select(pair => KeyValuePair.Create(pair.Name, pair.Text))]
            : []);

    private static Dictionary<RowField, string> ReadFields(JsonElement element)
    {
        var fields = new Dictionary<RowField, string>();
        foreach (var (name, text) in Texts(element))
        {
            if (RowHeadings.Named(name) is { } field)
            {
                fields[field] = text;
            }
        }

        return fields;
    }

    private static IEnumerable<(string Name, string Text)> Texts(JsonElement element) =>
        from property in element.EnumerateObject()
        where property.Value.ValueKind == JsonValueKind.String
        select (property.Name, property.Value.GetString()!);
}

/// <summary>One row of a table: the copy or copies it tells of.</summary>
/// <param name="Fields">The cells that are of the copy.</param>
/// <param name="Other">The cells of columns that were not recognised, by heading, in the order of the table.</param>
public sealed record RowItem(IReadOnlyDictionary<RowField, string> Fields, IReadOnlyList<KeyValuePair<string, string>> Other);
