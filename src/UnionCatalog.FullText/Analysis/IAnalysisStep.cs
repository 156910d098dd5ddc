namespace UnionCatalog.FullText.Analysis;

/// <summary>One step of an <see cref="AnalysisChain"/>: makes of each term what it is found under. Safe to use from several threads.</summary>
public interface IAnalysisStep
{
    /// <summary>Names the step and its version, tables included; changes whenever <see cref="Take"/> gives other terms.</summary>
    string Identity { get; }

    /// <summary>Takes a term and gives on what becomes of it: itself, another, or several for the same word. The first is what queries look for.</summary>
    /// <param name="term">The term. Only valid during the call.</param>
    /// <param name="next">Takes any number of terms.</param>
    void Take(ReadOnlySpan<char> term, StepOutput next);
}

/// <summary>Where a step gives its terms on to: the next step, or the end of the chain.</summary>
public readonly ref struct StepOutput
{
    private readonly AnalysisChain.Run _run;
    private readonly int _next;

    internal StepOutput(AnalysisChain.Run run, int next) => (_run, _next) = (run, next);

    /// <summary>Gives on a term for the word at hand. An empty one is left out, one that is too long is cut off.</summary>
    public void Add(ReadOnlySpan<char> term) => _run.Go(_next, term);
}
