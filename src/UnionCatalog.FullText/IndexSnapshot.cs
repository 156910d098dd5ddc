using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>An unchanging view of an index.</summary>
public sealed class IndexSnapshot
{
    private readonly IndexSchema _schema;

    internal IndexSnapshot(IndexSchema schema, Manifest manifest)
    {
        (_schema, Manifest) = (schema, manifest);
        DocumentCount = manifest.Segments.Sum(live => live.Count);
    }

    /// <summary>The cursor committed with this state; 0 for an empty index.</summary>
    public long Cursor => Manifest.Cursor;

    /// <summary>How many documents there are.</summary>
    public int DocumentCount { get; }

    internal Manifest Manifest { get; }

    /// <summary>Searches.</summary>
    /// <exception cref="UnknownFieldException">The plan names a field or column that the schema has not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Offset or count is beyond <see cref="SearchPlan.MaximumReach"/>.</exception>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    public SearchHits Search(SearchPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanCheck.Check(_schema, plan);
        return new Search(_schema, Manifest.Segments, plan, cancellation).Run();
    }

    /// <summary>The bytes kept with a document; null when there is no such document.</summary>
    public ReadOnlyMemory<byte>? FindStored(string key)
    {
        foreach (var live in Manifest.Segments)
        {
            if (live.Find(key) is >= 0 and var document)
            {
                return live.Segment.Stored(document);
            }
        }

        return null;
    }
}
