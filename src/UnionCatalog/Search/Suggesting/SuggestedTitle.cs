using UnionCatalog.Records;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Stored;

namespace UnionCatalog.Search.Suggesting;

/// <summary>What of an edition is suggested.</summary>
/// <param name="Id">Its public name.</param>
/// <param name="Title">Its title.</param>
internal sealed record SuggestedTitle(string Id, Title Title)
{
    /// <summary>Reads no more of an edition than that: its holdings may be hundreds.</summary>
    public static SuggestedTitle Read(ReadOnlySpan<byte> stored)
    {
        var (id, title) = StoredEntry.ReadTitle(stored);
        return new(id, title);
    }

    /// <summary>The title in the form that has the words that were typed: with its part, in another language, in its own script, with its remainder.</summary>
    public string Form(TypedWords words)
    {
        var whole = BrowseHeadings.OfTitle(Title);
        return new[] { whole, Title.Parallel, Title.OriginalScript, Title.Remainder is null ? null : $"{whole} : {Title.Remainder}" }.FirstOrDefault(form => form is not null && words.Fit(form, CatalogSchema.Spelt)) ?? whole;
    }
}
