using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Lucene.Writing;

/// <summary>Our own analysis of a document's texts in one field, as the token stream that Lucene takes. Used again for each document.</summary>
internal sealed class FieldTokens : TokenStream, ITokenSink
{
    /// <summary>Positions left empty between two texts of one field: one more than a phrase may leap.</summary>
    private const int Gap = IndexLimits.Slop + 1;

    private readonly TextField _field;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly List<(int End, int Position)> _tokens = [];
    private char[] _letters = new char[1 << 10];
    private int _base;
    private int _last;
    private int _next;

    public FieldTokens(TextField field)
    {
        _field = field;
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Whether there is any term.</summary>
    public bool IsEmpty => _tokens.Count == 0;

    /// <summary>Begins with the next document.</summary>
    public void Begin()
    {
        _tokens.Clear();
        (_base, _last) = (0, -1);
    }

    /// <summary>Analyses one more text of the document.</summary>
    public void Add(string text)
    {
        _field.Analyzer.Analyze(text, this);
        _base = _last < 0 ? 0 : _last + 1 + Gap;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_next, _last) = (0, -1);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next == _tokens.Count)
        {
            return false;
        }

        var (end, position) = _tokens[_next];
        var start = _next == 0 ? 0 : _tokens[_next - 1].End;
        ClearAttributes();
        _term.CopyBuffer(_letters, start, end - start);
        _increment.PositionIncrement = position - _last;
        (_last, _next) = (position, _next + 1);
        return true;
    }

    void ITokenSink.Add(ReadOnlySpan<char> term, int position, int start, int length)
    {
        if (term.Length is 0 or > IndexLimits.TermLength || position < 0 || _base + position < _last)
        {
            throw new InvalidOperationException(
                $"The analyzer of the field '{_field.Name}' gave a term of {term.Length} characters at position {position}: terms have 1 to {IndexLimits.TermLength}, and positions never go back.");
        }

        var from = _tokens.Count == 0 ? 0 : _tokens[^1].End;
        if (from + term.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, from + term.Length));
        }

        term.CopyTo(_letters.AsSpan(from));
        _last = _base + position;
        _tokens.Add((from + term.Length, _last));
    }
}
