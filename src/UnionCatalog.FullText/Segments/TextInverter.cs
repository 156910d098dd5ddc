using System.Runtime.InteropServices;

namespace UnionCatalog.FullText.Segments;

/// <summary>Turns the texts of one field from documents with terms into terms with documents.</summary>
internal sealed class TextInverter(TextField field, int documentCount)
{
    /// <summary>The gap between two texts of one document, so that no phrase runs from one into the next.</summary>
    private const int Gap = 100;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(int Term, int Document, int Position)> _tokens = [];
    private int _document = -1;
    private int _position;

    /// <summary>Adds a text. Documents come in order.</summary>
    public void Add(int document, string text)
    {
        _position = document == _document ? _position + Gap : 0;
        _document = document;
        foreach (var term in field.Analyzer.Analyze(text))
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var known);
            number = known ? number : _numbers.Count - 1;
            _tokens.Add((number, document, _position++));
        }
    }

    public TextIndex Finish()
    {
        var terms = _numbers.Keys.ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var tokens = ByTerm();
        var draft = new TextIndexDraft(documentCount);
        var positions = new List<int>();
        foreach (var term in terms)
        {
            var number = _numbers[term];
            for (var at = tokens.Starts[number]; at < tokens.Starts[number + 1];)
            {
                var document = _tokens[tokens.Order[at]].Document;
                positions.Clear();
                while (at < tokens.Starts[number + 1] && _tokens[tokens.Order[at]].Document == document)
                {
                    positions.Add(_tokens[tokens.Order[at++]].Position);
                }

                draft.Append(term, document, CollectionsMarshal.AsSpan(positions));
            }
        }

        return draft.Finish();
    }

    /// <summary>A counting sort: it leaves the tokens of a term in the order they came in, which is that of documents.</summary>
    private (int[] Starts, int[] Order) ByTerm()
    {
        var starts = new int[_numbers.Count + 1];
        foreach (var token in _tokens)
        {
            starts[token.Term + 1]++;
        }

        for (var term = 0; term < _numbers.Count; term++)
        {
            starts[term + 1] += starts[term];
        }

        var (next, order) = ((int[])starts.Clone(), new int[_tokens.Count]);
        for (var token = 0; token < order.Length; token++)
        {
            order[next[_tokens[token].Term]++] = token;
        }

        return (starts, order);
    }
}
