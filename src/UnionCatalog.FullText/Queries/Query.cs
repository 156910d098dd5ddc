namespace UnionCatalog.FullText.Queries;

/// <summary>
/// What to look for. Queries are dumb records: terms are compared as they stand, so text must have gone through the
/// field's analyzer before. Build from text with <see cref="TextQuery"/>.
/// </summary>
/// <remarks>
/// A query may have <see cref="IndexLimits.Clauses"/> parts in all, and be nested <see cref="IndexLimits.Depth"/> deep. One
/// that looks for an empty term, phrase or pattern is refused with <see cref="EmptyQueryException"/>.
/// </remarks>
public abstract record Query
{
    private Query()
    {
    }

    /// <summary>Every document; score 0.</summary>
    public sealed record Everything : Query;

    /// <summary>No document.</summary>
    public sealed record Nothing : Query;

    /// <summary>Documents with this term in this field, scored by BM25.</summary>
    public sealed record Term(string Field, string Value) : Query;

    /// <summary>
    /// One word looked for in several fields, scored by BM25F: the fields' frequencies are weighed, set against the fields'
    /// lengths and added before they are saturated; the word is as rare as it is in the field where it is the most frequent.
    /// </summary>
    /// <param name="Forms">The word as each field's analyzer has it. Several in one field add up.</param>
    public sealed record Word(IReadOnlyList<Term> Forms) : Query;

    /// <summary>Documents with at least so many of these terms in this field, scored by the sum of those they have.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Values">The terms; a term twice counts twice.</param>
    /// <param name="AtLeast">1: any will do. Their number: all must be there.</param>
    public sealed record Terms(string Field, IReadOnlyList<string> Values, int AtLeast) : Query;

    /// <summary>
    /// Documents with these terms in this order in this field, with no more than so many other positions between them in all.
    /// Scored like one term that is as rare as its terms are together, and as frequent as there are places to start from.
    /// </summary>
    /// <param name="Field">The field.</param>
    /// <param name="Values">The terms.</param>
    /// <param name="Slop">0: one directly after the other. At most <see cref="IndexLimits.Slop"/>.</param>
    public sealed record Phrase(string Field, IReadOnlyList<string> Values, int Slop = 0) : Query;

    /// <summary>Documents with a term in this field that starts like this; the score is the field's weight.</summary>
    public sealed record Prefix(string Field, string Start) : Query;

    /// <summary>
    /// Documents with a term in this field that fits the pattern, * standing for any characters and ? for one; the score is the
    /// field's weight.
    /// </summary>
    public sealed record Wildcard(string Field, string Pattern) : Query;

    /// <summary>
    /// Documents with a term in this field that is at most so many edits away: a character put in, left out or replaced, or two
    /// neighbours exchanged (Damerau-Levenshtein, no character edited twice). The score is the field's weight, halved for each
    /// edit of the nearest term.
    /// </summary>
    /// <param name="Field">The field.</param>
    /// <param name="Value">The term.</param>
    /// <param name="Edits">0, 1 or 2.</param>
    /// <param name="SamePrefix">How many characters at the start must be the same. Default: 0.</param>
    public sealed record Fuzzy(string Field, string Value, int Edits, int SamePrefix = 0) : Query;

    /// <summary>Documents whose number in this column is between these, both included; score 0.</summary>
    public sealed record Range(string Column, long From, long To) : Query;

    /// <summary>Documents that have one of these values in this facet or number column; score 0.</summary>
    public sealed record In(string Column, IReadOnlyCollection<string> Values) : Query;

    /// <summary>Documents that all of these find, scored by the sum; every document when there are none.</summary>
    public sealed record AllOf(IReadOnlyList<Query> Parts) : Query;

    /// <summary>Documents that at least so many of these find, scored by the sum; none when there are none.</summary>
    /// <param name="Parts">The parts.</param>
    /// <param name="AtLeast">1 or more. Default: 1.</param>
    public sealed record AnyOf(IReadOnlyList<Query> Parts, int AtLeast = 1) : Query;

    /// <summary>
    /// Documents that any of these find, scored by the best part plus a tenth of the others: one word looked for in several
    /// ways.
    /// </summary>
    public sealed record BestOf(IReadOnlyList<Query> Parts) : Query;

    /// <summary>Documents that the first finds and the second does not.</summary>
    public sealed record Except(Query Wanted, Query Unwanted) : Query;

    /// <summary>Documents that this does not find; score 0.</summary>
    public sealed record Not(Query Inner) : Query;

    /// <summary>The same documents with their score multiplied.</summary>
    /// <param name="Inner">The query.</param>
    /// <param name="Factor">A finite number, 0 or more.</param>
    public sealed record Boost(Query Inner, float Factor) : Query;
}
