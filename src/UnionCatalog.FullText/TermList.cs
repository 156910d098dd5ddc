namespace UnionCatalog.FullText;

/// <summary>The terms of one field over all documents of a snapshot, ordered by code point. Terms that no document has are not there.</summary>
public sealed class TermList
{
    /// <summary>The terms from this one on, forwards. Lazy: ask for no more than needed.</summary>
    /// <param name="term">Where to start, itself included; empty: at the first.</param>
    public IEnumerable<TermCount> From(string term) => throw new NotImplementedException();

    /// <summary>The terms before this one, backwards.</summary>
    /// <param name="term">Where to start, itself not included; null: at the last.</param>
    public IEnumerable<TermCount> Before(string? term) => throw new NotImplementedException();

    /// <summary>The terms with this start that most documents have, ties by term.</summary>
    /// <param name="start">The start; empty: any.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="cancellation">Gives up.</param>
    public IReadOnlyList<TermCount> MostFrequent(string start, int count, CancellationToken cancellation = default) => throw new NotImplementedException();
}

/// <summary>A term and how many documents have it.</summary>
/// <param name="Term">The term.</param>
/// <param name="Documents">How many documents.</param>
public readonly record struct TermCount(string Term, int Documents);
