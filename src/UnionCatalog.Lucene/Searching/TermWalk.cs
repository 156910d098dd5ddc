using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Walks through a field's terms over all segments, and counts the documents that are there.</summary>
internal sealed class TermWalk
{
    private readonly TermsEnum? _terms;
    private readonly IBits? _live;
    private DocsEnum? _documents;

    public TermWalk(IndexReader reader, string field)
        : this(reader, MultiFields.GetTerms(reader, field)?.GetEnumerator())
    {
    }

    /// <param name="reader">The state.</param>
    /// <param name="terms">A field's terms, or some of them; null: it has none.</param>
    public TermWalk(IndexReader reader, TermsEnum? terms) =>
        (_terms, _live) = (terms, MultiFields.GetLiveDocs(reader));

    /// <summary>The term that the walk has come to; good until it goes on.</summary>
    public BytesRef Term => _terms!.Term;

    /// <summary>Goes to a term, or the next behind it.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveTo(BytesRef term) => _terms is not null && _terms.SeekCeil(term) != TermsEnum.SeekStatus.END;

    public bool MoveNext() => _terms?.MoveNext() == true;

    /// <summary>How many documents that are there have the term.</summary>
    public int CountLive()
    {
        if (_live is null)
        {
            return _terms!.DocFreq;
        }

        _documents = _terms!.Docs(_live, _documents, DocsFlags.NONE);
        var count = 0;
        while (_documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }
}
