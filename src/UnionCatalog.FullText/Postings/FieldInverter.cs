using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>
/// Keeps one field of a draft's documents as they come, word by word, and turns it round when it is written: by then it is known
/// which documents stay, and in which order.
/// </summary>
internal sealed class FieldInverter(TextField field) : ITokenSink
{
    /// <summary>Positions left empty between two texts of one field: one more than a phrase may leap.</summary>
    private const int Gap = IndexLimits.Slop + 1;

    private readonly TermTable _terms = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Term and position of each word.</summary>
    private Token[] _tokens = new Token[1 << 10];
    private int _count;
    private int _base;
    private int _last;
    private int _length;

    /// <summary>What it takes of memory, in bytes; twice as much for the words, which are sorted when they are written.</summary>
    public long Memory => _terms.Memory + (16L * _count) + (12L * _entries.Count);

    /// <summary>Adds a document.</summary>
    /// <param name="document">The number of its arrival, greater than the last.</param>
    /// <param name="texts">What it has in the field.</param>
    public void Add(int document, IEnumerable<string> texts)
    {
        var first = _count;
        (_base, _last, _length) = (0, -1, 0);
        try
        {
            foreach (var text in texts)
            {
                field.Analyzer.Analyze(text, this);
                _base = _last < 0 ? 0 : _last + 1 + Gap;
            }
        }
        catch
        {
            // What it gave before it failed would count for the document before.
            _count = first;
            throw;
        }

        if (_count > first)
        {
            _entries.Add(new(document, first, FieldLengths.CodeOf(_length)));
        }
    }

    /// <summary>Takes a word from the analyzer.</summary>
    void ITokenSink.Add(ReadOnlySpan<char> term, int position, int start, int length)
    {
        if (term.Length is 0 or > IndexLimits.TermLength || position < 0 || _base + position < _last)
        {
            throw new InvalidOperationException(
                $"The analyzer of the field '{field.Name}' gave a term of {term.Length} characters at position {position}: terms have 1 to {IndexLimits.TermLength}, and positions never go back.");
        }

        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _tokens.Length * 2);
        }

        _tokens[_count++] = new((uint)_terms.Add(term), (uint)(_base + position));
        _length += _base + position > _last ? 1 : 0;
        _last = _base + position;
    }

    /// <summary>Writes the field of those documents that stay.</summary>
    /// <param name="order">The arrivals in the order of the segment.</param>
    /// <param name="writer">The segment.</param>
    /// <param name="at">The field's place in the schema.</param>
    public void Write(ReadOnlySpan<int> order, SegmentWriter writer, int at)
    {
        var entries = EntriesIn(order);
        var lengths = new byte[order.Length];
        var ends = new int[_terms.Count + 1];
        for (var document = 0; document < entries.Length; document++)
        {
            if (entries[document] >= 0)
            {
                lengths[document] = _entries[entries[document]].Length;
                foreach (var token in TokensOf(entries[document]))
                {
                    ends[token.Term]++;
                }
            }
        }

        var terms = _terms.Sort();
        var words = Sort(entries, terms, ends);
        var output = new FieldWriter(writer, at, lengths);
        var positions = new uint[16];
        var from = 0;
        foreach (var term in terms)
        {
            WriteTerm(words.AsSpan(from..ends[term]), output, ref positions);
            output.EndTerm(_terms[term]);
            from = ends[term];
        }

        output.Finish();
    }

    public void Clear()
    {
        _terms.Clear();
        _entries.Clear();
        _count = 0;
        // What one great document needed is not kept for ever.
        _tokens = _tokens.Length > 1 << 24 ? new Token[1 << 10] : _tokens;
    }

    /// <summary>For each document of the segment its place among the entries; -1 where it has not the field.</summary>
    private int[] EntriesIn(ReadOnlySpan<int> order)
    {
        var arrivals = new int[_entries.Count == 0 ? 0 : _entries[^1].Document + 1];
        arrivals.AsSpan().Fill(-1);
        for (var entry = 0; entry < _entries.Count; entry++)
        {
            arrivals[_entries[entry].Document] = entry;
        }

        var entries = new int[order.Length];
        for (var document = 0; document < entries.Length; document++)
        {
            entries[document] = order[document] < arrivals.Length ? arrivals[order[document]] : -1;
        }

        return entries;
    }

    private ReadOnlySpan<Token> TokensOf(int entry) =>
        _tokens.AsSpan(_entries[entry].First..(entry + 1 < _entries.Count ? _entries[entry + 1].First : _count));

    /// <summary>The words by term, then by document: counted first, then each put in its place.</summary>
    /// <param name="entries">The documents.</param>
    /// <param name="terms">The terms in order.</param>
    /// <param name="ends">How many words each term has; then where they end.</param>
    private Place[] Sort(int[] entries, int[] terms, int[] ends)
    {
        var count = 0;
        foreach (var term in terms)
        {
            (ends[term], count) = (count, count + ends[term]);
        }

        var words = new Place[count];
        for (var document = 0; document < entries.Length; document++)
        {
            if (entries[document] >= 0)
            {
                foreach (var token in TokensOf(entries[document]))
                {
                    words[ends[token.Term]++] = new(document, token.Position);
                }
            }
        }

        return words;
    }

    private static void WriteTerm(ReadOnlySpan<Place> words, FieldWriter output, ref uint[] positions)
    {
        for (var at = 0; at < words.Length;)
        {
            var document = words[at].Document;
            var count = 0;
            for (; at < words.Length && words[at].Document == document; at++)
            {
                if (count == positions.Length)
                {
                    Array.Resize(ref positions, count * 2);
                }

                // A term twice in one place is there once.
                positions[count] = words[at].Position;
                count += count == 0 || positions[count - 1] != words[at].Position ? 1 : 0;
            }

            output.Add(document, positions.AsSpan(0, count));
        }
    }

    private readonly record struct Entry(int Document, int First, byte Length);

    private readonly record struct Token(uint Term, uint Position);

    private readonly record struct Place(int Document, uint Position);
}
