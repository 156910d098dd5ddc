namespace UnionCatalog.FullText.Segments;

/// <summary>Decides which segments have become too many or too empty, and makes one of several.</summary>
internal static class SegmentMerger
{
    /// <summary>This many segments of about one size become one; so each document is written once a tier.</summary>
    private const int Fanout = 8;

    /// <summary>Segments smaller than this count as one size.</summary>
    private const int SmallestTier = 1_000;

    /// <summary>The segments that should be merged now; none when all is well.</summary>
    public static IReadOnlyList<LiveSegment> Choose(IReadOnlyList<LiveSegment> segments)
    {
        var worn = segments.Where(live => live.Count * 2L < live.Segment.Count).ToArray();
        var crowded = segments.GroupBy(Tier).Where(tier => tier.Count() >= Fanout).MinBy(tier => tier.Key);
        return worn.Length > 0 || crowded is null ? worn : [.. crowded];
    }

    /// <summary>Writes a segment of all documents that these segments still have.</summary>
    public static Segment Merge(IndexFolder folder, IReadOnlyList<LiveSegment> parts)
    {
        var documents = new List<(string Key, int Part, int Document)>();
        foreach (var (part, live) in parts.Index())
        {
            documents.AddRange(
                from document in Enumerable.Range(0, live.Segment.Count)
                where live.IsLive(document)
                select (live.Segment.Content.Keys[document].ToString(), part, document));
        }

        documents.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        var numbering = parts.Select(live => Enumerable.Repeat(-1, live.Segment.Count).ToArray()).ToArray();
        foreach (var (to, (_, part, document)) in documents.Index())
        {
            numbering[part][document] = to;
        }

        var content = SegmentContent.Merge(
            folder.Schema,
            [.. parts.Select(live => live.Segment.Content)],
            StringTable.FromSorted(documents.Select(document => document.Key)),
            numbering);
        return Segment.Write(
            folder, content,
            documents.Select(from => parts[from.Part].Segment.StoredLength(from.Document)),
            documents.Select(from => (ReadOnlyMemory<byte>)parts[from.Part].Segment.Stored(from.Document)));
    }

    private static int Tier(LiveSegment live)
    {
        var tier = 0;
        for (long limit = SmallestTier; live.Count >= limit; limit *= Fanout)
        {
            tier++;
        }

        return tier;
    }
}
