namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What is looked for, in words that every engine's query can be made from.</summary>
internal sealed record Question
{
    public required Kind Kind { get; init; }

    /// <summary>One of <see cref="Schema"/>'s fields.</summary>
    public string Field { get; init; } = Schema.Words;

    /// <summary>The words; of a start, a pattern or a misspelt word the only one.</summary>
    public required string[] Words { get; init; }

    /// <summary>How far a misspelt word may be from one that is found.</summary>
    public int Edits { get; init; }

    /// <summary>The columns to count over every hit: the twenty most frequent values of each.</summary>
    public string[] Facets { get; init; } = [];

    /// <summary>Only books of one of these libraries; empty: of any.</summary>
    public int[] Libraries { get; init; } = [];

    /// <summary>Only books of these years, both included; 0: of any.</summary>
    public int FromYear { get; init; }

    public int ToYear { get; init; }

    /// <summary>The newest first, ties by key, in place of the best first.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>Whether a hit's score says anything: what stands for many words gives all hits the same.</summary>
    public bool IsRanked => !IsNewestFirst && Kind is Kind.All or Kind.Any or Kind.Phrase;

    public bool IsNarrowed => Libraries.Length > 0 || FromYear > 0;
}

/// <summary>The kinds of question.</summary>
internal enum Kind
{
    /// <summary>All of the words.</summary>
    All,

    /// <summary>Any of the words.</summary>
    Any,

    /// <summary>The words one after the other.</summary>
    Phrase,

    /// <summary>A word that starts like this.</summary>
    Prefix,

    /// <summary>A word that fits a pattern.</summary>
    Wildcard,

    /// <summary>A word that is spelt nearly like this.</summary>
    Fuzzy,

    /// <summary>The ten most frequent words that start like this.</summary>
    Suggestions,
}

/// <summary>What was found: as much of it as engines must agree on.</summary>
/// <param name="Total">How many books; how many words for suggestions.</param>
/// <param name="Firsts">The first twenty in order, where the order is the same for every engine; else empty. Words for suggestions.</param>
/// <param name="Facets">Values and their counts, by column.</param>
internal sealed record Answer(long Total, IReadOnlyList<string> Firsts, IReadOnlyDictionary<string, IReadOnlyList<(string Value, long Count)>> Facets)
{
    /// <summary>The most values that are counted of a facet.</summary>
    public const int Top = 20;

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<(string Value, long Count)>> NoFacets =
        new Dictionary<string, IReadOnlyList<(string Value, long Count)>>();

    /// <summary>As one text, to be compared and shown.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"total {Total}; first {string.Join(' ', Firsts)}") + string.Concat(Facets.OrderBy(facet => facet.Key, StringComparer.Ordinal)
            .Select(facet => $"; {facet.Key} {string.Join(' ', facet.Value.Select(value => FormattableString.Invariant($"{value.Value}={value.Count}")))}"));
}
