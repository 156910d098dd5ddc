using System.Text.Json;
using System.Text.Json.Nodes;

namespace UnionCatalog.Members;

/// <summary>JSON files that are built into the assembly.</summary>
internal static class Resource
{
    /// <summary>How all JSON of this room is read: people write it, so comments and a comma too many are welcome.</summary>
    public static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16,
    };

    /// <summary>Reads one by its name.</summary>
    public static JsonNode ReadJson(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the assembly.");
        return JsonNode.Parse(stream, nodeOptions: null, Options)!;
    }
}
