namespace UnionCatalog.FullText.Segments;

/// <summary>Everything that an index does to files but reading them, in one place where tests can make it fail.</summary>
internal class Disk
{
    /// <summary>The real one.</summary>
    public static Disk Real { get; } = new();
}
