using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>The types of JSON Schema, and their names for people.</summary>
internal static class JsonTypes
{
    /// <summary>The types that a "type" keyword names: one or a list.</summary>
    public static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    /// <summary>Whether a value is of a type; 1.0 is an integer.</summary>
    public static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()),
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new NotSupportedException($"The schema's type \"{type}\" is not one that is checked."),
    };

    /// <summary>A type in plain words.</summary>
    public static string TypeName(string type) => type switch
    {
        "object" => "an object { … }",
        "array" => "a list [ … ]",
        "string" => "a text in \"quotes\"",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number, with a point and without quotes",
        _ => type,
    };

    /// <summary>What a value is, in plain words.</summary>
    public static string KindName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => value.GetRawText() is { Length: <= 40 } number ? $"the number {number}" : "a number",
        _ => value.GetRawText(),
    };
}
