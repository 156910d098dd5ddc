namespace UnionCatalog.Search.Evaluation;

/// <summary>A query of someone who knows what it is to find.</summary>
/// <param name="Query">What is typed into the search box.</param>
/// <param name="Wanted">The title of the edition that is looked for, as any of its records has it, or its ISBN or ISSN.</param>
/// <param name="Kind">The kind of query, by which they are counted.</param>
public sealed record KnownItem(string Query, string Wanted, string Kind);
