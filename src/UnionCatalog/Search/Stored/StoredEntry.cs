using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search;

/// <summary>
/// What the index keeps of an edition: a line of JSON with the work that it is of, and one with its entry. Whoever only
/// compares works reads the first, which is short, and not all that is told of an edition and its holdings.
/// </summary>
internal static class StoredEntry
{
    // JSON writes a line break within a text as an escape.
    private const byte LineBreak = (byte)'\n';

    private static readonly JsonTypeInfo<CatalogEntry> Listed = (JsonTypeInfo<CatalogEntry>)new JsonSerializerOptions(EntryJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.WithAddedModifier(EntryJson.Default, LeaveSourcesOut),
    }.GetTypeInfo(typeof(CatalogEntry));

    /// <summary>The bytes that are kept.</summary>
    public static byte[] Write(CatalogEntry entry, Work work) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(work, WorkJson.Default.Work), LineBreak, .. EntryJson.Write(entry)];

    /// <summary>The entry.</summary>
    public static CatalogEntry Read(ReadOnlySpan<byte> stored) => EntryJson.Read(stored[(stored.IndexOf(LineBreak) + 1)..]);

    /// <summary>The entry without <see cref="CatalogEntry.Sources"/>, which are as long as the rest of it: what lists of editions show.</summary>
    public static CatalogEntry ReadListed(ReadOnlySpan<byte> stored) => ReadPart(stored, Listed);

    /// <summary>A part of the entry, for whoever needs no more; what the part has not is passed over.</summary>
    public static T ReadPart<T>(ReadOnlySpan<byte> stored, JsonTypeInfo<T> part) =>
        JsonSerializer.Deserialize(stored[(stored.IndexOf(LineBreak) + 1)..], part)
        ?? throw new InvalidDataException("The index holds an entry that is empty; run 'rebuild-index'.");

    /// <summary>The work.</summary>
    public static Work ReadWork(ReadOnlySpan<byte> stored) =>
        JsonSerializer.Deserialize(stored[..stored.IndexOf(LineBreak)], WorkJson.Default.Work)
        ?? throw new InvalidDataException("The index holds an entry of no work; run 'rebuild-index'.");

    private static void LeaveSourcesOut(JsonTypeInfo type)
    {
        if (type.Type == typeof(CatalogEntry))
        {
            type.Properties.Single(property => property.Name == nameof(CatalogEntry.Sources)).CustomConverter = new PassedOver();
        }
    }

    /// <summary>Reads over a value, whatever it is.</summary>
    private sealed class PassedOver : JsonConverter<IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>>
    {
        public override IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Lists of editions are only read.");
    }
}

/// <summary>How a work is kept.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Work))]
internal sealed partial class WorkJson : JsonSerializerContext;
