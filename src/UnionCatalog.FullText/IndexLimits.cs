namespace UnionCatalog.FullText;

/// <summary>What an index takes. Whoever goes beyond gets an <see cref="IndexLimitException"/> that says the limit.</summary>
public static class IndexLimits
{
    /// <summary>The last hit that paging by offset reaches: 10,000. Beyond, go on with <see cref="SearchPlan.After"/>.</summary>
    public const int Reach = 10_000;

    /// <summary>The parts of a query, counted with the parts of its parts and the terms of its phrases: 1,024.</summary>
    public const int Clauses = 1_024;

    /// <summary>How deep a query may be nested: 64.</summary>
    public const int Depth = 64;

    /// <summary>The different terms that a wildcard or a fuzzy term may stand for: 10,000.</summary>
    public const int Expansion = 10_000;

    /// <summary>The prefixes, wildcards and fuzzy terms of a query: 256. Each has a bit for every document while the search runs.</summary>
    public const int Patterns = 256;

    /// <summary>The positions that may lie between the terms of a phrase in all: 15.</summary>
    public const int Slop = 15;

    /// <summary>The edits of a fuzzy term: 2.</summary>
    public const int Edits = 2;

    /// <summary>The columns to sort by: 8.</summary>
    public const int Sorts = 8;

    /// <summary>The columns to count at once, and the filters of a search: 64 each.</summary>
    public const int Columns = 64;

    /// <summary>The values of one filter: 10,000.</summary>
    public const int FilterValues = 10_000;

    /// <summary>A document's key, in bytes of UTF-8: 1 to 512.</summary>
    public const int Key = 512;

    /// <summary>The text of one field of a document, in UTF-16 code units over all its texts: 1,000,000.</summary>
    public const int FieldLength = 1_000_000;

    /// <summary>A facet value or sort key, in bytes of UTF-8: 4,096.</summary>
    public const int ValueLength = 4_096;

    /// <summary>The values of one facet column of a document: 10,000.</summary>
    public const int FacetValues = 10_000;

    /// <summary>The bytes stored with a document: 16 MiB.</summary>
    public const int Stored = 16 << 20;

    /// <summary>The longest term, in UTF-16 code units: 200. What is longer is cut off there by the analysis.</summary>
    public const int TermLength = 200;
}

/// <summary>A query or a document goes beyond what an index takes; the message says what, and the limit.</summary>
/// <param name="what">What is limited, as a sentence goes on with "may be at most": "The parts of a query".</param>
/// <param name="limit">The limit.</param>
/// <param name="found">What was asked for; null when it was not counted to its end.</param>
public sealed class IndexLimitException(string what, long limit, long? found = null)
    : Exception(FormattableString.Invariant($"{what} may be at most {limit}{(found is null ? "" : FormattableString.Invariant($", and this is {found}"))}."))
{
    /// <summary>The limit.</summary>
    public long Limit { get; } = limit;

    /// <summary>Throws when a number is beyond its limit.</summary>
    internal static void ThrowIfBeyond(long found, long limit, string what)
    {
        if (found > limit)
        {
            throw new IndexLimitException(what, limit, found);
        }
    }
}

/// <summary>A query looks for nothing: an empty term, phrase, pattern or word.</summary>
/// <param name="query">The part that is empty.</param>
public sealed class EmptyQueryException(string query) : Exception($"A part of the query is empty: {query}.");

/// <summary>A document has no key, so it could never be replaced or deleted.</summary>
public sealed class MissingKeyException() : Exception($"A document needs a key of 1 to {IndexLimits.Key} bytes.");

/// <summary>A query or document names a field or column that the schema has not, or has as something else.</summary>
/// <param name="name">The name.</param>
public sealed class UnknownFieldException(string name)
    : Exception($"The index has no field or column named '{name}' that can be used in this way.");

/// <summary>A cursor to page on from is not one that a search with the same sort gave.</summary>
public sealed class InvalidCursorException() : Exception("The cursor to go on from is not of a search with the same order.");
