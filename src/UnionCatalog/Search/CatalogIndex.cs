using UnionCatalog.FullText;

namespace UnionCatalog.Search;

/// <summary>Opens the index of clusters.</summary>
public static class CatalogIndex
{
    /// <summary>
    /// Opens the index in a folder. It is derived data: one that is damaged, or of another version, is thrown away, and the
    /// next <see cref="Indexer.CatchUpAsync"/> builds it again.
    /// </summary>
    /// <param name="directory">The folder; made when it is not there.</param>
    /// <param name="discarded">Why an index was thrown away; null when none was.</param>
    public static ISearchIndex Open(string directory, out string? discarded) =>
        Open(directory, static (folder, schema) => SearchIndex.Open(folder, schema), out discarded);

    /// <inheritdoc cref="Open(string, out string?)"/>
    /// <param name="directory">The folder; made when it is not there.</param>
    /// <param name="open">Opens an index of this schema in a folder, by whatever engine.</param>
    /// <param name="discarded">Why an index was thrown away; null when none was.</param>
    public static ISearchIndex Open(string directory, Func<string, IndexSchema, ISearchIndex> open, out string? discarded)
    {
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            discarded = null;
            return open(directory, CatalogSchema.Schema);
        }
        catch (IndexDamagedException damage)
        {
            discarded = damage.Message;
            Directory.Delete(directory, recursive: true);
            return open(directory, CatalogSchema.Schema);
        }
    }
}
