namespace UnionCatalog.FullText.Segments;

/// <summary>A segment, and which of its documents have been deleted since it was written. Never changes.</summary>
internal sealed class LiveSegment
{
    /// <param name="segment">The segment.</param>
    /// <param name="deleted">Which documents are not there any more; null: all are there.</param>
    public LiveSegment(Segment segment, BitSet? deleted)
    {
        (Segment, Deleted) = (segment, deleted);
        Count = segment.Count - (deleted?.Count() ?? 0);
        Lengths = Array.ConvertAll(segment.Content.Texts, TotalLength);
    }

    public Segment Segment { get; }

    public BitSet? Deleted { get; }

    /// <summary>How many documents are there.</summary>
    public int Count { get; }

    /// <summary>For each field, in how many documents it is, and how many terms they have in it.</summary>
    public (int Documents, long Terms)[] Lengths { get; }

    public bool IsLive(int document) => Deleted is null || !Deleted[document];

    /// <summary>The number of the document with this key; -1: there is none.</summary>
    public int Find(string key) => Segment.Content.Keys.Find(key) is >= 0 and var document && IsLive(document) ? document : -1;

    /// <summary>How many of these postings are of documents that are there.</summary>
    public int CountLive(TextIndex text, (int From, int To) postings)
    {
        if (Deleted is null)
        {
            return postings.To - postings.From;
        }

        var count = 0;
        foreach (var document in text.Documents[postings.From..postings.To])
        {
            count += Deleted[document] ? 0 : 1;
        }

        return count;
    }

    private (int Documents, long Terms) TotalLength(TextIndex text)
    {
        var (documents, terms) = (0, 0L);
        for (var document = 0; document < text.Lengths.Length; document++)
        {
            if (text.Lengths[document] > 0 && IsLive(document))
            {
                documents++;
                terms += text.Lengths[document];
            }
        }

        return (documents, terms);
    }
}
