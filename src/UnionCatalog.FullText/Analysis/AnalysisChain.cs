namespace UnionCatalog.FullText.Analysis;

/// <summary>An analyzer and steps behind it, each taking the terms of the one before. What a field needs, a chain of its own has.</summary>
/// <example><c>new AnalysisChain(new TextAnalyzer(), new IndonesianStemmer())</c></example>
public sealed class AnalysisChain : IAnalyzer
{
    /// <summary>One run a thread, lent while it is in use: a sink may use an analyzer itself.</summary>
    [ThreadStatic]
    private static Run? _idle;

    private readonly IAnalyzer _words;
    private readonly IAnalysisStep[] _steps;

    /// <summary>Makes a chain.</summary>
    /// <param name="words">Splits the text.</param>
    /// <param name="steps">The steps, in order.</param>
    public AnalysisChain(IAnalyzer words, params IEnumerable<IAnalysisStep> steps)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(steps);
        _words = words;
        _steps = [.. steps];
        Identity = string.Join(" | ", [words.Identity, .. _steps.Select(step => step.Identity)]);
    }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var run = _idle ?? new Run();
        _idle = null;
        try
        {
            run.Start(_steps, tokens);
            _words.Analyze(text, run);
        }
        finally
        {
            run.Start([], run);
            _idle = run;
        }
    }

    /// <summary>Terms on their way through the steps. Those given before at the same place are remembered, so that none comes twice.</summary>
    internal sealed class Run : ITokenSink
    {
        private readonly char[] _given = new char[8 * IndexLimits.TermLength];
        private readonly int[] _ends = new int[64];
        private IAnalysisStep[] _steps = [];
        private ITokenSink _tokens = null!;
        private int _count;
        private int _position;
        private int _start;
        private int _length;

        /// <summary>Begins a text.</summary>
        public void Start(IAnalysisStep[] steps, ITokenSink tokens)
        {
            (_steps, _tokens) = (steps, tokens);
            (_count, _position) = (0, -1);
        }

        /// <inheritdoc/>
        public void Add(ReadOnlySpan<char> term, int position, int start, int length)
        {
            if (position != _position)
            {
                (_count, _position) = (0, position);
            }

            (_start, _length) = (start, length);
            Go(0, term);
        }

        /// <summary>Hands a term to a step, or out at the end.</summary>
        public void Go(int step, ReadOnlySpan<char> term)
        {
            if (step < _steps.Length)
            {
                _steps[step].Take(term, new StepOutput(this, step + 1));
                return;
            }

            if (term.Length > IndexLimits.TermLength)
            {
                term = term[..(IndexLimits.TermLength - (char.IsHighSurrogate(term[IndexLimits.TermLength - 1]) ? 1 : 0))];
            }

            if (term.Length > 0 && IsNew(term))
            {
                _tokens.Add(term, _position, _start, _length);
            }
        }

        /// <summary>More than there is room for are not remembered; then the same may come twice, which only counts it twice.</summary>
        private bool IsNew(ReadOnlySpan<char> term)
        {
            var from = 0;
            foreach (var end in _ends.AsSpan(0, _count))
            {
                if (term.SequenceEqual(_given.AsSpan(from..end)))
                {
                    return false;
                }

                from = end;
            }

            if (_count < _ends.Length && term.TryCopyTo(_given.AsSpan(from)))
            {
                _ends[_count++] = from + term.Length;
            }

            return true;
        }
    }
}
