namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>What a librarian has entered of an edition, before the system gives it a format.</summary>
internal sealed class Description
{
    public required string Identifier { get; init; }

    public required Edition Edition { get; init; }

    public string Title { get; set; } = "";

    public string? Rest { get; set; }

    /// <summary>What MARC has in $n.</summary>
    public string? PartNumber { get; set; }

    /// <summary>What MARC has in $p.</summary>
    public string? PartName { get; set; }

    public string? Responsibility { get; set; }

    public List<EnteredName> Names { get; } = [];

    public string? EditionStatement { get; set; }

    public string? Place { get; set; }

    public string? Publisher { get; set; }

    public string? Date { get; set; }

    public string? Extent { get; set; }

    public string? Series { get; set; }

    public string? SeriesNumber { get; set; }

    public List<EnteredIsbn> Isbns { get; } = [];

    public string? Language { get; set; }

    public string CallNumber { get; set; } = "";
}

/// <summary>A name as entered.</summary>
/// <param name="Text">The name.</param>
/// <param name="Role">The role in Indonesian; null for an author.</param>
/// <param name="IsBody">Whether it is no person.</param>
internal sealed record EnteredName(string Text, string? Role, bool IsBody);

/// <summary>An ISBN as entered.</summary>
/// <param name="Text">The number, right or wrong.</param>
/// <param name="Qualifier">What stands in brackets after it; null for nothing.</param>
internal sealed record EnteredIsbn(string Text, string? Qualifier);
