using System.Text.Json;
using System.Text.Json.Serialization;
using UnionCatalog.Records;
using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Search.Suggesting;

/// <summary>What of an edition is suggested. Its holdings, which may be hundreds, are passed over where it is stored.</summary>
internal sealed class SuggestedTitle
{
    public string Id { get; init; } = "";

    public DescribedTitle Description { get; init; } = new();

    public static SuggestedTitle Read(ReadOnlySpan<byte> stored) => StoredEntry.ReadPart(stored, SuggestedTitleJson.Default.SuggestedTitle);

    /// <summary>The title in the form that has the words that were typed: with its part, in another language, in its own script, with its remainder.</summary>
    public string Form(TypedWords words)
    {
        var title = Description.Title;
        var whole = BrowseHeadings.OfTitle(title);
        return new[] { whole, title.Parallel, title.OriginalScript, title.Remainder is null ? null : $"{whole} : {title.Remainder}" }.FirstOrDefault(form => form is not null && words.Fit(form, CatalogSchema.Spelt)) ?? whole;
    }

    internal sealed class DescribedTitle
    {
        public Title Title { get; init; } = Title.None;
    }
}

/// <summary>How it is read.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(SuggestedTitle))]
internal sealed partial class SuggestedTitleJson : JsonSerializerContext;
