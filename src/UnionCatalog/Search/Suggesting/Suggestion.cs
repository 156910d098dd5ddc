namespace UnionCatalog.Search.Suggesting;

/// <summary>What a reader may be about to type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, as the cards have them.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text)
{
    /// <summary>The one edition of this title; null where there are several, and for what is no title.</summary>
    public string? Edition { get; init; }
}

/// <summary>The kinds of suggestion.</summary>
public enum SuggestionKind
{
    /// <summary>A title.</summary>
    Title,

    /// <summary>A person or body, the value of <see cref="SearchFacet.AuthorName"/>.</summary>
    Author,

    /// <summary>A subject, the value of <see cref="SearchFacet.SubjectHeading"/>.</summary>
    Subject,
}
