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
    public static ISearchIndex Open(string directory, out string? discarded)
    {
        try
        {
            discarded = null;
            return SearchIndex.Open(directory, CatalogSchema.Schema);
        }
        catch (IndexDamagedException damage)
        {
            discarded = damage.Message;
            Directory.Delete(directory, recursive: true);
            return SearchIndex.Open(directory, CatalogSchema.Schema);
        }
    }
}
