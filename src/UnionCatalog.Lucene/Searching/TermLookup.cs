using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Looks terms up in all segments.</summary>
internal sealed class TermLookup(IndexReader reader)
{
    /// <summary>Finds a term.</summary>
    /// <returns>Its documents in each segment, null where it is not, and how many there are.</returns>
    public (DocsEnum?[] Postings, long Documents) Find(string field, string term) =>
        Find(field, term, static terms => terms.Docs(null, null, DocsFlags.FREQS));

    /// <summary>As <see cref="Find(string, string)"/>, with the positions.</summary>
    public (DocsAndPositionsEnum?[] Postings, long Documents) FindPlaces(string field, string term) =>
        Find(field, term, static terms => terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE));

    /// <summary>How many documents have a term that are there; Lucene's own figure counts the deleted ones.</summary>
    public static int CountLive(TermsEnum terms, IBits? live)
    {
        if (live is null)
        {
            return terms.DocFreq;
        }

        var documents = terms.Docs(live, null, DocsFlags.NONE);
        var count = 0;
        while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }

    private (TPostings?[] Postings, long Documents) Find<TPostings>(string field, string term, Func<TermsEnum, TPostings> open)
        where TPostings : class
    {
        var bytes = DocumentDrawing.Bytes(term);
        var leaves = reader.Leaves;
        var postings = new TPostings?[leaves.Count];
        var documents = 0L;
        for (var at = 0; at < postings.Length; at++)
        {
            var segment = leaves[at].AtomicReader;
            if (segment.GetTerms(field)?.GetEnumerator() is { } terms && terms.SeekExact(bytes))
            {
                postings[at] = open(terms);
                documents += CountLive(terms, segment.LiveDocs);
            }
        }

        return (postings, documents);
    }
}
