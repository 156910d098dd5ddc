using UnionCatalog.FullText.Queries;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>What the index is asked for a question, in parts that can be loosened one by one.</summary>
internal sealed record QuestionPlan
{
    /// <summary>Words, each in any of its fields: all, or most of them.</summary>
    public required IReadOnlyList<Query> Words { get; init; }

    /// <summary>What must hold in any case: numbers, years, classes, libraries.</summary>
    public required IReadOnlyList<Query> Filters { get; init; }

    /// <summary>What must not be.</summary>
    public required IReadOnlyList<Query> Unwanted { get; init; }

    /// <summary>What is the better for being there: exactness, and words that need not be.</summary>
    public required IReadOnlyList<Query> Preferred { get; init; }

    /// <summary>Words that were taken for others too.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The query with all of its words.</summary>
    public Query WithAllWords() => With(Words);

    /// <summary>The query with at least so many of its words.</summary>
    public Query WithWords(int atLeast) => With([new Query.AnyOf(Words, atLeast)]);

    private Query With(IReadOnlyList<Query> words)
    {
        IReadOnlyList<Query> parts =
        [
            .. words,
            .. Filters,
            // Everything is found by it, and what is preferred scores.
            .. Preferred.Count == 0 ? (IEnumerable<Query>)[] : [new Query.AnyOf([new Query.Everything(), .. Preferred])],
        ];
        Query wanted = parts switch { [] => new Query.Everything(), [var one] => one, _ => new Query.AllOf(parts) };
        return Unwanted.Count == 0 ? wanted : new Query.Except(wanted, new Query.AnyOf(Unwanted));
    }
}
