using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>One look at the last committed state of an index, and no more.</summary>
internal static class Looks
{
    public static int CountDocuments(this ISearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        return snapshot.DocumentCount;
    }

    public static long ReadCursor(this ISearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        return snapshot.Cursor;
    }

    public static SearchHits Search(this ISearchIndex index, SearchPlan plan, CancellationToken cancellation = default)
    {
        using var snapshot = index.OpenSnapshot();
        return snapshot.Search(plan, cancellation);
    }
}
