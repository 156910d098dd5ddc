using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// An unchanging part of an index: documents in the order of their keys, each found by its number. It stays mapped while
/// someone holds it; whoever opens it does.
/// </summary>
internal sealed class Segment
{
    private int _holders = 1;

    private Segment(long number, SegmentFile file, IndexSchema schema)
    {
        (Number, File, Count) = (number, file, file.DocumentCount);
        Keys = new KeyTable(file);
        Stored = new StoredTable(file);
        Fields = new FieldReader[schema.Fields.Count];
        for (var at = 0; at < Fields.Length; at++)
        {
            Fields[at] = new FieldReader(file, at, Count);
        }

        Columns = new SegmentColumn[schema.Columns.Count];
        for (var at = 0; at < Columns.Length; at++)
        {
            Columns[at] = SegmentColumn.Open(schema.Columns[at], file, at);
        }
    }

    /// <summary>What its file is named by.</summary>
    public long Number { get; }

    public SegmentFile File { get; }

    /// <summary>How many documents it was written with.</summary>
    public int Count { get; }

    /// <summary>By place in the schema.</summary>
    public FieldReader[] Fields { get; }

    /// <summary>By place in the schema.</summary>
    public SegmentColumn[] Columns { get; }

    /// <summary>The values of the facet columns side by side, where the queries have put them so.</summary>
    internal FacetRows? FacetRows { get; set; }

    public KeyTable Keys { get; }

    public StoredTable Stored { get; }

    /// <exception cref="IndexDamagedException">The file cannot be used, or is not the one that is meant.</exception>
    public static Segment Open(IndexFolder folder, long number, SegmentStamp stamp)
    {
        var file = SegmentFile.Open(folder.SegmentPath(number), folder.Fingerprint);
        try
        {
            var segment = file.Stamp == stamp
                ? new Segment(number, file, folder.Schema)
                : throw file.Damaged("it is another file than the manifest names");
            file.EndOpening();
            return segment;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>To be called only by someone who holds it, or holds something that does.</summary>
    public void Hold() => Interlocked.Increment(ref _holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            File.Dispose();
        }
    }
}
