namespace UnionCatalog.FullText.Segments;

/// <summary>A field of a segment while it is written: takes postings in the order of terms, then of documents.</summary>
internal sealed class TextIndexDraft(int documentCount)
{
    private readonly List<string> _terms = [];
    private readonly List<int> _postingStarts = [];
    private readonly List<int> _documents = [];
    private readonly List<int> _positionStarts = [];
    private readonly List<int> _positions = [];
    private readonly int[] _lengths = new int[documentCount];

    public void Append(string term, int document, ReadOnlySpan<int> positions)
    {
        if (_terms.Count == 0 || !string.Equals(_terms[^1], term, StringComparison.Ordinal))
        {
            _terms.Add(term);
            _postingStarts.Add(_documents.Count);
        }

        _documents.Add(document);
        _positionStarts.Add(_positions.Count);
        _positions.AddRange(positions);
        _lengths[document] += positions.Length;
    }

    public TextIndex Finish() => new(
        StringTable.FromSorted(_terms),
        [.. _postingStarts, _documents.Count],
        [.. _documents],
        [.. _positionStarts, _positions.Count],
        [.. _positions],
        _lengths);
}
