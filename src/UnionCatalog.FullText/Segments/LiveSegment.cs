using System.Text;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>A segment, and which of its documents have been deleted since it was written. Never changes.</summary>
internal sealed class LiveSegment
{
    private DeletionCode? _code;

    private LiveSegment(Segment segment, BitSet? deleted, int count, FieldTotals[] totals) =>
        (Segment, Deleted, Count, Totals) = (segment, deleted, count, totals);

    public Segment Segment { get; }

    /// <summary>Which documents are not there any more; null: all are there.</summary>
    public BitSet? Deleted { get; }

    /// <summary>How many documents are there.</summary>
    public int Count { get; }

    /// <summary>By field: in how many of the documents that are there it is, and how many terms they have in it.</summary>
    public FieldTotals[] Totals { get; }

    /// <summary>As a manifest has the deleted documents; kept, because most segments do not change from one manifest to the next.</summary>
    public DeletionCode Code => _code ??= DeletionCode.From(Deleted);

    /// <summary>A segment of which every document is there.</summary>
    public static LiveSegment Whole(Segment segment) =>
        new(segment, deleted: null, segment.Count, Array.ConvertAll(segment.Fields, field => field.Totals));

    /// <summary>A segment as a manifest has it.</summary>
    public static LiveSegment Restore(Segment segment, BitSet deleted, FieldTotals[] totals) =>
        new(segment, deleted, segment.Count - deleted.Count(), totals);

    public bool IsLive(int document) => Deleted is null || !Deleted[document];

    /// <summary>The number of the document with this key; -1: there is none.</summary>
    public int Find(string key)
    {
        var size = Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> utf8 = size <= 1024 ? stackalloc byte[size] : new byte[size];
        var document = Segment.Keys.Find(utf8[..Encoding.UTF8.GetBytes(key, utf8)]);
        return document >= 0 && IsLive(document) ? document : -1;
    }

    /// <summary>The segment less these documents, which may be deleted already.</summary>
    public LiveSegment Without(IReadOnlyCollection<int> documents)
    {
        var deleted = Deleted?.Copy() ?? new BitSet(Segment.Count);
        var totals = (FieldTotals[])Totals.Clone();
        var count = Count;
        foreach (var document in documents)
        {
            if (deleted[document])
            {
                continue;
            }

            deleted.Add(document);
            count--;
            for (var field = 0; field < totals.Length; field++)
            {
                var length = Segment.Fields[field].LengthOf(document);
                totals[field] = new FieldTotals(totals[field].Documents - (length > 0 ? 1 : 0), totals[field].Terms - length);
            }
        }

        return count == Count ? this : new LiveSegment(Segment, deleted, count, totals);
    }
}
