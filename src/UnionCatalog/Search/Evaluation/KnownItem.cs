namespace UnionCatalog.Search.Evaluation;

/// <summary>A query of someone who knows what it is to find.</summary>
/// <param name="Query">What is typed into the search box.</param>
/// <param name="Wanted">The title of the edition that is looked for, or its ISBN or ISSN.</param>
/// <param name="Kind">The kind of query, by which they are counted.</param>
public sealed record KnownItem(string Query, string Wanted, string Kind)
{
    /// <summary>Whether an edition is what is looked for: it has the ISBN or ISSN, or its title is the same but for its spelling.</summary>
    public bool IsMetBy(CatalogEntry entry) => SearchIdentifier.Find(Wanted) is { } number
        ? entry.Description.Identifiers.SelectMany(SearchIdentifier.Forms).Contains(number, StringComparer.OrdinalIgnoreCase)
        : Asking.ExactTerms.Wholes(entry.Description).Select(Asking.ExactTerms.OfTitle).Contains(Asking.ExactTerms.OfTitle(Wanted), StringComparer.Ordinal);
}
