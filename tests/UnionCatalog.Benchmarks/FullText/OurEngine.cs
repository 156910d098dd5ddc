using UnionCatalog.FullText;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>Our engine, open in its folder.</summary>
internal sealed class OurEngine : IEngine
{
    public const string EngineName = "ours";

    private readonly ContractEngine _engine;

    public OurEngine(string folder)
    {
        var index = SearchIndex.Open(folder, Schema.Index);
        _engine = new ContractEngine(EngineName, index);
        Snapshot = index.OpenSnapshot();
    }

    public string Name => _engine.Name;

    /// <summary>What the floor decodes.</summary>
    public IndexSnapshot Snapshot { get; }

    public bool CanAnswer(Question question) => _engine.CanAnswer(question);

    public Func<long> Prepare(Question question) => _engine.Prepare(question);

    public Answer Answer(Question question) => _engine.Answer(question);

    public void Dispose()
    {
        Snapshot.Dispose();
        _engine.Dispose();
    }
}
