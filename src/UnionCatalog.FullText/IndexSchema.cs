using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.FullText;

/// <summary>What an index holds: fields of text to be searched, and columns to be counted, filtered and sorted by.</summary>
/// <param name="Fields">Searchable fields; names are unique.</param>
/// <param name="Columns">Columns; names are unique.</param>
public sealed record IndexSchema(IReadOnlyList<TextField> Fields, IReadOnlyList<Column> Columns)
{
    /// <summary>The field of this name.</summary>
    /// <exception cref="UnknownFieldException">There is none.</exception>
    public TextField Field(string name) =>
        Fields.FirstOrDefault(field => field.Name == name) ?? throw new UnknownFieldException(name);
}

/// <summary>A searchable field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Analyzer">How its text becomes terms, when indexing and when searching.</param>
/// <param name="Weight">What a match in it counts in the score. Default: 1.</param>
public sealed record TextField(string Name, IAnalyzer Analyzer, float Weight = 1f);

/// <summary>A column of values beside the text.</summary>
/// <param name="Name">Its name.</param>
public abstract record Column(string Name)
{
    /// <summary>Any number of strings a document: counted as a facet, filtered by.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Facet(string Name) : Column(Name);

    /// <summary>At most one whole number a document: ranges and sorting; also counted as a facet.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Number(string Name) : Column(Name);

    /// <summary>At most one string a document to sort by, compared by code unit.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record SortKey(string Name) : Column(Name);
}

/// <summary>A query or document names a field or column that the schema has not.</summary>
/// <param name="name">The name.</param>
public sealed class UnknownFieldException(string name) : Exception($"The index has no field or column named '{name}'.");
