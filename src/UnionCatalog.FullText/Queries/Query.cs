namespace UnionCatalog.FullText.Queries;

/// <summary>
/// What to look for. Queries are dumb records: terms are compared as they stand, so text must have gone through the
/// field's analyzer before. Build from text with <see cref="TextQuery"/>.
/// </summary>
public abstract record Query
{
    private Query()
    {
    }

    /// <summary>Every document.</summary>
    public sealed record Everything : Query;

    /// <summary>No document.</summary>
    public sealed record Nothing : Query;

    /// <summary>Documents with this term in this field.</summary>
    public sealed record Term(string Field, string Value) : Query;

    /// <summary>Documents with these terms one after the other in this field.</summary>
    public sealed record Phrase(string Field, IReadOnlyList<string> Values) : Query;

    /// <summary>Documents with a term in this field that starts like this.</summary>
    public sealed record Prefix(string Field, string Start) : Query;

    /// <summary>Documents that all of these find; every document when there are none.</summary>
    public sealed record AllOf(IReadOnlyList<Query> Parts) : Query;

    /// <summary>Documents that any of these find, scored by the sum; none when there are none.</summary>
    public sealed record AnyOf(IReadOnlyList<Query> Parts) : Query;

    /// <summary>
    /// Documents that any of these find, scored by the best part plus a tenth of the others: one word looked for in several
    /// fields.
    /// </summary>
    public sealed record BestOf(IReadOnlyList<Query> Parts) : Query;

    /// <summary>Documents that the first finds and the second does not.</summary>
    public sealed record Except(Query Wanted, Query Unwanted) : Query;

    /// <summary>Documents whose number in this column is between these, both included.</summary>
    public sealed record Range(string Column, long From, long To) : Query;

    /// <summary>The same documents with their score multiplied.</summary>
    public sealed record Boost(Query Inner, float Factor) : Query;
}
