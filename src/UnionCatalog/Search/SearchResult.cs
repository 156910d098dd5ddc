using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search;

/// <summary>What a search found.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Total">How many clusters, exactly.</param>
/// <param name="Entries">The page asked for, without <see cref="CatalogEntry.Sources"/>.</param>
/// <param name="Facets">How many of all hits have each value.</param>
public sealed record SearchResult(
    SearchRequest Request,
    long Total,
    IReadOnlyList<CatalogEntry> Entries,
    IReadOnlyDictionary<SearchFacet, IReadOnlyList<FacetCount>> Facets)
{
    /// <summary>How the search was made wider because nothing was found as it was asked.</summary>
    public SearchWidening Widening { get; init; }

    /// <summary>What the reader may have meant, to be asked instead; null: no better guess.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>
    /// The number that is all that was typed, bare, such as "9786022916628"; canonical where its check digit is right. Null: something else
    /// was typed.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>Something was typed that has nothing in it to be looked for, such as "🙂": what else was asked is answered.</summary>
    public bool IsWordless { get; init; }

    /// <summary>Where the hits behind this page are, for <see cref="SearchRequest.After"/>; null: there are none, or the order cannot be walked.</summary>
    public string? Next { get; init; }

    /// <summary>The time was spent before everything was looked at: there may be more.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>How a search was answered that found nothing as it was asked.</summary>
public enum SearchWidening
{
    /// <summary>As it was asked.</summary>
    None,

    /// <summary>By the editions that have most of the words.</summary>
    MostWords,

    /// <summary>By words that are spelt nearly so.</summary>
    Spelling,
}

/// <summary>One edition as the union shows it: the description drawn from all its records, and who holds it.</summary>
public sealed class CatalogEntry
{
    /// <summary>The cluster's public name.</summary>
    public required string Id { get; init; }

    /// <summary>The description.</summary>
    public required BibRecord Description { get; init; }

    /// <summary>
    /// For each field of <see cref="Description"/> that has a value, for each of its values, the places in <see cref="Libraries"/> of
    /// the records it came from; null where there is one record only.
    /// </summary>
    public IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>? Sources { get; init; }

    /// <summary>The day on which the edition first came into the union; null when it is not known.</summary>
    public DateOnly? Added { get; init; }

    /// <summary>What each library holds, one entry a library record, libraries in alphabetical order of their id.</summary>
    public required IReadOnlyList<LibraryHoldings> Libraries { get; init; }
}

/// <summary>What one library holds of an edition, from one of its records.</summary>
/// <param name="Library">The member.</param>
/// <param name="Identifier">The record's identifier at the member.</param>
/// <param name="Address">The address that the record names of its page in the member's own catalogue; null when it names none.</param>
/// <param name="Holdings">The holdings, one or more.</param>
public sealed record LibraryHoldings(SourceId Library, string Identifier, string? Address, IReadOnlyList<Holding> Holdings)
{
    /// <summary>The member's own template for such addresses, which goes before the record's; null: it has none. See <see cref="RecordAddress"/>.</summary>
    public string? Template { get; init; }

    /// <summary>The record's page in the member's own catalogue; null when not known. Made whenever it is asked for.</summary>
    public Uri? Link => (Template is null ? null : RecordAddress.Fill(Template, Identifier)) ?? (Address is null ? null : new Uri(Address));
}
