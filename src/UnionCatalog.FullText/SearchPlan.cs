using System.Text;
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

    /// <summary>A number column that adds to every score; null: none does.</summary>
    public StaticBoost? StaticBoost { get; init; }

    /// <summary>How many hits to pass over, 0 to <see cref="IndexLimits.Reach"/> less <see cref="Count"/>.</summary>
    public int Offset { get; init; }

    /// <summary>How many hits to give back. Default: 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>
    /// Only hits behind this one, as <see cref="IndexSnapshot.CursorAt"/> gave it: paging as deep as one likes. Exact on the
    /// same snapshot; on a later one scores may have moved. Totals and facets are of all hits all the same. Null: from the first.
    /// </summary>
    public string? After { get; init; }

    /// <summary>How long the search may take; then it gives what it knows and says so. Null: as long as it needs.</summary>
    public TimeSpan? Budget { get; init; }
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
/// <param name="Top">At most how many values. Default: 20.</param>
/// <param name="Order">Which values come first. Default: the most frequent.</param>
public sealed record FacetRequest(string Column, int Top = 20, FacetOrder Order = FacetOrder.Count);

/// <summary>The orders of a facet's values.</summary>
public enum FacetOrder
{
    /// <summary>The most frequent first, ties by value.</summary>
    Count,

    /// <summary>By value: numbers from the least, text by code point.</summary>
    Value,
}

/// <summary>One key of an order.</summary>
/// <param name="Column">A number or sort-key column; null: the score.</param>
/// <param name="Descending">Greatest first. Documents without a value come last either way.</param>
public sealed record SortBy(string? Column, bool Descending);

/// <summary>Adds to every score the number that a document has in a column, times a factor; nothing where it has none.</summary>
/// <param name="Column">A number column.</param>
/// <param name="Factor">What one counts: a finite number, 0 or more. Negative numbers in the column take away.</param>
public sealed record StaticBoost(string Column, float Factor);

/// <summary>What a search found.</summary>
/// <param name="Total">How many documents, exactly, unless <paramref name="IsPartial"/>: then at least so many.</param>
/// <param name="Hits">The part asked for.</param>
/// <param name="Facets">Counts by column, for each column asked for.</param>
/// <param name="IsPartial">The time was spent before everything was looked at.</param>
public sealed record SearchHits(
    long Total, IReadOnlyList<Hit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, bool IsPartial = false);

/// <summary>One document found. What is stored with it: <see cref="IndexSnapshot.Stored(Hit)"/>.</summary>
public readonly struct Hit : IEquatable<Hit>
{
    /// <summary>The keys of all hits of a search, and where this one's is.</summary>
    private readonly byte[] _keys;
    private readonly int _keyStart;
    private readonly int _keyLength;

    internal Hit(byte[] keys, int keyStart, int keyLength, Candidate candidate)
    {
        (_keys, _keyStart, _keyLength) = (keys, keyStart, keyLength);
        (Segment, Document, Score) = candidate;
    }

    /// <summary>Its key, made into text anew each time.</summary>
    public string Key => Encoding.UTF8.GetString(_keys ?? [], _keyStart, _keyLength);

    /// <summary>BM25 over the fields' weights, and the static boost; 0 where nothing was scored.</summary>
    public double Score { get; }

    internal ReadOnlySpan<byte> KeyBytes => _keys.AsSpan(_keyStart, _keyLength);

    /// <summary>Whether two hits have the same key and score.</summary>
    public static bool operator ==(Hit one, Hit other) => one.Equals(other);

    /// <summary>Whether two hits differ in key or score.</summary>
    public static bool operator !=(Hit one, Hit other) => !one.Equals(other);

    /// <inheritdoc/>
    public bool Equals(Hit other) => Score.Equals(other.Score) && KeyBytes.SequenceEqual(other.KeyBytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Hit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Key);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Key} {Score}");

    /// <summary>The place of its segment in the snapshot.</summary>
    internal int Segment { get; }

    /// <summary>Its number there.</summary>
    internal int Document { get; }
}

/// <summary>How many of the hits have a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many documents.</param>
public readonly record struct FacetCount(string Value, long Count);
