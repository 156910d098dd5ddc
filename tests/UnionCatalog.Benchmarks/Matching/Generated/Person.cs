namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>A person, as the title page has the name.</summary>
/// <param name="Words">The name's words in their natural order.</param>
/// <param name="Kind">How a library can turn it about.</param>
/// <param name="Before">What stands before the name, such as "Prof. Dr."; null for nothing.</param>
/// <param name="After">Degrees after it, such as "M.Pd."; null for none.</param>
internal sealed record Person(string[] Words, NameKind Kind, string? Before, string? After)
{
    public string Natural => string.Join(' ', Words);
}

/// <summary>How a library can turn a name about.</summary>
internal enum NameKind
{
    /// <summary>Some put the last word first, others do not.</summary>
    Indonesian,

    /// <summary>Nothing to turn.</summary>
    Single,

    /// <summary>With "al-" or "bin", which some leave out or put behind.</summary>
    Arabic,

    /// <summary>Family name last; nearly all turn it.</summary>
    Western,

    /// <summary>Family name first on some title pages.</summary>
    Japanese,
}
