using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText;

/// <summary>One search: what to look for, how to narrow it, what to count, which part of the hits to give back.</summary>
public sealed record SearchPlan
{
    /// <summary>What to look for.</summary>
    public required Query Query { get; init; }

    /// <summary>Narrowing by facet values; all filters must hold.</summary>
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    /// <summary>Narrowing by numbers; all must hold. A filter on a column does not narrow that column's own facet counts.</summary>
    public IReadOnlyList<NumberFilter> NumberFilters { get; init; } = [];

    /// <summary>What to count.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>The order of the hits; empty: best score first. Ties are always broken by key.</summary>
    public IReadOnlyList<SortBy> Sort { get; init; } = [];

    /// <summary>How many hits to pass over, 0 to <see cref="MaximumReach"/> less <see cref="Count"/>.</summary>
    public int Offset { get; init; }

    /// <summary>How many hits to give back. Default: 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>The last hit that can be reached by <see cref="Offset"/>: 10,000.</summary>
    public const int MaximumReach = 10_000;
}

/// <summary>Only documents that have one of these values in this column.</summary>
/// <param name="Column">A facet or number column; numbers are given as text. Its own counts are not narrowed by the filter, so that a second value can be chosen.</param>
/// <param name="Values">The values, any of which will do.</param>
public sealed record FacetFilter(string Column, IReadOnlyCollection<string> Values);

/// <summary>Only documents whose number in this column is between these, both included.</summary>
/// <param name="Column">The column.</param>
/// <param name="From">The least.</param>
/// <param name="To">The greatest.</param>
public sealed record NumberFilter(string Column, long From, long To);

/// <summary>Count the values of a column over every hit.</summary>
/// <param name="Column">A facet or number column; numbers are given as text.</param>
/// <param name="Top">At most how many values, the most frequent first, ties by value. Default: 20.</param>
public sealed record FacetRequest(string Column, int Top = 20);

/// <summary>One key of an order.</summary>
/// <param name="Column">A number or sort-key column; null: the score.</param>
/// <param name="Descending">Greatest first. Documents without a value come last either way.</param>
public sealed record SortBy(string? Column, bool Descending);

/// <summary>What a search found.</summary>
/// <param name="Total">How many documents, exactly.</param>
/// <param name="Hits">The part asked for.</param>
/// <param name="Facets">Counts by column, for each column asked for.</param>
public sealed record SearchHits(
    long Total, IReadOnlyList<Hit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>One document found.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Score">BM25 over the fields' weights; 0 where nothing was scored.</param>
/// <param name="Stored">The bytes kept with it.</param>
public sealed record Hit(string Key, double Score, ReadOnlyMemory<byte> Stored);

/// <summary>How many of the hits have a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many documents.</param>
public sealed record FacetCount(string Value, long Count);
