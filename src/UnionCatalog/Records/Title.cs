namespace UnionCatalog.Records;

/// <summary>A title in its parts.</summary>
/// <param name="Proper">The title proper (MARC 245 $a), initial article included; empty when the record has none.</param>
public sealed record Title(string Proper)
{
    /// <summary>The title of a record that has none.</summary>
    public static readonly Title None = new("");

    /// <summary>The remainder of the title (245 $b).</summary>
    public string? Remainder { get; init; }

    /// <summary>The number of the part (245 $n), such as "Jilid II".</summary>
    public string? PartNumber { get; init; }

    /// <summary>The name of the part (245 $p).</summary>
    public string? PartName { get; init; }

    /// <summary>The title in another language (MARC 246 second indicator 1, or the text after "=" in 245 $b).</summary>
    public string? Parallel { get; init; }

    /// <summary>The title proper in its original script (MARC 880 linked to 245).</summary>
    public string? OriginalScript { get; init; }

    /// <summary>How many leading characters of <see cref="Proper"/> to pass over when sorting (245 second indicator), 0 to 9.</summary>
    public int NonFiling { get; init; }
}
