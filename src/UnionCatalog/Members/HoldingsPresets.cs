using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>The holdings mappings that have names, kept as data in holdings-presets.json.</summary>
internal static class HoldingsPresets
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonObject Presets = Resource.ReadJson("holdings-presets.json").AsObject();

    /// <summary>The names of the presets.</summary>
    public static IReadOnlyCollection<string> Names => [.. Presets.Select(preset => preset.Key)];

    /// <summary>
    /// The mapping that a configuration names: a preset's name, or an object whose keys replace those of its preset.
    /// The value must have passed the schema.
    /// </summary>
    public static HoldingsMapping Read(JsonElement holdings)
    {
        if (holdings.ValueKind == JsonValueKind.String)
        {
            return Mapping(Preset(holdings.GetString()!));
        }

        var changes = JsonObject.Create(holdings)!;
        var merged = Preset(changes["preset"]?.GetValue<string>() ?? "none");
        foreach (var (key, value) in changes.Where(change => change.Key != "preset"))
        {
            merged[key] = value?.DeepClone();
        }

        return Mapping(merged);
    }

    private static JsonObject Preset(string name) => Presets[name]!.DeepClone().AsObject();

    private static HoldingsMapping Mapping(JsonObject json)
    {
        var mapping = json.Deserialize<HoldingsMapping>(Json)!;
        var words = new Dictionary<string, ItemStatus>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, status) in mapping.StatusWords)
        {
            words[word] = status;
        }

        return mapping with { StatusWords = words };
    }
}
