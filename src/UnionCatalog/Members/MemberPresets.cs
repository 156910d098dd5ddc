using System.Text.Json;
using System.Text.Json.Nodes;

namespace UnionCatalog.Members;

/// <summary>What is known of each kind of library system, kept as data in presets.json: a part of a member's configuration file.</summary>
public static class MemberPresets
{
    private static readonly JsonObject Presets = Resource.ReadJson("presets.json").AsObject();

    private static readonly string[] Sources = ["oaiPmh", "sru", "files", "slimsUpload"];

    /// <summary>The names of the presets.</summary>
    public static IReadOnlyCollection<string> Names => [.. Presets.Select(preset => preset.Key)];

    /// <summary>A configuration that has passed the schema, with what its preset says and it does not.</summary>
    internal static JsonElement Apply(JsonElement configuration)
    {
        var own = JsonObject.Create(configuration)!;
        if (own["preset"]?.GetValue<string>() is not { } name)
        {
            return configuration;
        }

        var merged = Presets[name]!.DeepClone().AsObject();
        foreach (var source in Sources.Where(source => !own.ContainsKey(source)))
        {
            merged.Remove(source);
        }

        FillRecordLink(merged, own);
        // The usual status is asked for by "true" alone; one that is written out is the file's own, whole.
        var status = own["status"]?.GetValueKind() == JsonValueKind.True ? FindStatus(configuration) : own["status"] as JsonObject;
        merged.Remove("status");
        Overlay(merged, own);
        merged["status"] = status?.DeepClone();
        return JsonSerializer.SerializeToElement(merged);
    }

    private static void Overlay(JsonObject under, JsonObject over)
    {
        foreach (var (key, value) in over)
        {
            var below = key == "holdings" ? AsObject(under[key], value) : under[key];
            if (below is JsonObject lower && value is JsonObject upper)
            {
                Overlay(lower, upper);
                under[key] = lower.DeepClone();
            }
            else
            {
                under[key] = value?.DeepClone();
            }
        }
    }

    /// <summary>
    /// Changes to holdings count from the preset's own holdings, whose name stands for an object with that name; holdings
    /// that name their own preset start from that one.
    /// </summary>
    private static JsonNode? AsObject(JsonNode? under, JsonNode? over) =>
        over is not JsonObject changes || changes.ContainsKey("preset") ? null
        : under is JsonValue name ? new JsonObject { ["preset"] = name.GetValue<string>() }
        : under;

    /// <summary>How the catalogue of a library with this preset is usually asked for the status of its items; null where that is not known.</summary>
    internal static JsonObject? FindStatus(JsonElement configuration)
    {
        if (configuration.FindText("preset") is not { } name || Presets[name]?["status"] is not JsonObject usual)
        {
            return null;
        }

        var (form, template) = usual.First();
        return Fill(template!.GetValue<string>(), AddressIn(configuration)) is { } address ? new JsonObject { [form] = address } : null;
    }

    private static void FillRecordLink(JsonObject preset, JsonObject own)
    {
        if (preset["recordLink"]?.GetValue<string>() is { } template)
        {
            preset["recordLink"] = Fill(template, AddressIn(JsonSerializer.SerializeToElement(own)));
            if (preset["recordLink"] is null)
            {
                preset.Remove("recordLink");
            }
        }
    }

    /// <summary>The address that the records are fetched from; null where they come otherwise.</summary>
    private static string? AddressIn(JsonElement configuration) => Sources
        .Select(source => configuration.TryGetProperty(source, out var way) ? way.FindText("baseUrl") : null)
        .FirstOrDefault(address => address is not null);

    private static string? Fill(string template, string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? template
            .Replace("{origin}", uri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("{base}", new Uri(uri, ".").GetLeftPart(UriPartial.Path), StringComparison.Ordinal)
        : null;
}
