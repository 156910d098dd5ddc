using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>Values of a JSON object by name, each null where it is not there or of another kind.</summary>
internal static class JsonReading
{
    public static string? FindText(this JsonElement json, string name) => json.Find(name, JsonValueKind.String)?.GetString();

    public static double? FindNumber(this JsonElement json, string name) => json.Find(name, JsonValueKind.Number)?.GetDouble();

    public static TimeSpan? FindMinutes(this JsonElement json, string name) =>
        json.FindNumber(name) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    public static TimeSpan? FindSeconds(this JsonElement json, string name) =>
        json.FindNumber(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public static bool? FindFlag(this JsonElement json, string name) =>
        (json.Find(name, JsonValueKind.True) ?? json.Find(name, JsonValueKind.False))?.GetBoolean();

    /// <summary>A value of an enumeration, written as "with-prefix" for WithPrefix.</summary>
    public static T? FindNamed<T>(this JsonElement json, string name)
        where T : struct, Enum =>
        json.FindText(name) is { } text
            ? Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}") == text)
            : null;

    private static JsonElement? Find(this JsonElement json, string name, JsonValueKind kind) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;
}
