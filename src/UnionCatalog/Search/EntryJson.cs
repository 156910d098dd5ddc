using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnionCatalog.Search;

/// <summary>How an entry is kept in the index and given back from it.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CatalogEntry))]
internal sealed partial class EntryJson : JsonSerializerContext
{
    public static byte[] Write(CatalogEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Default.CatalogEntry);

    public static CatalogEntry Read(ReadOnlySpan<byte> stored) =>
        JsonSerializer.Deserialize(stored, Default.CatalogEntry)
        ?? throw new InvalidDataException("The index holds an entry that is empty; run 'rebuild-index'.");
}
