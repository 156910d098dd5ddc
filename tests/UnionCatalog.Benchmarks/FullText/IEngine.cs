namespace UnionCatalog.Benchmarks.FullText;

/// <summary>An engine with the corpus in it, open for reading by one thread.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>What its lines are marked with.</summary>
    string Name { get; }

    bool CanAnswer(Question question);

    /// <summary>Does what an application does once and keeps. What is given back is measured; it gives the number of hits.</summary>
    Func<long> Prepare(Question question);

    /// <summary>The whole answer, not measured; null where this engine cannot tell.</summary>
    Answer? Answer(Question question);
}
