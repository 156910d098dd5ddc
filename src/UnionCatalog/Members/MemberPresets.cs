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
        Overlay(merged, own);
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

    private static void FillRecordLink(JsonObject preset, JsonObject own)
    {
        if (preset["recordLink"]?.GetValue<string>() is not { } template)
        {
            return;
        }

        var address = Sources.Select(source => own[source]?["baseUrl"]?.GetValue<string>()).FirstOrDefault(text => text is not null);
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            preset["recordLink"] = template
                .Replace("{origin}", uri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
                .Replace("{base}", new Uri(uri, ".").GetLeftPart(UriPartial.Path), StringComparison.Ordinal);
        }
        else
        {
            preset.Remove("recordLink");
        }
    }
}
