using UnionCatalog.FullText;

namespace UnionCatalog.Server;

/// <summary>What keeps the index. All answer alike; see README.md on which to choose.</summary>
/// <param name="Name">What it is called in settings.</param>
/// <param name="Folder">Its folder within the data folder: each has its own, so that none reads another's files.</param>
/// <param name="Open">Opens an index of a schema in a folder.</param>
internal sealed record IndexEngine(string Name, string Folder, Func<string, IndexSchema, ISearchIndex> Open)
{
    /// <summary>The setting Index:Engine as the environment has it.</summary>
    public const string Variable = "Index__Engine";

    private const string LuceneName = "lucene";

    /// <summary>Our own.</summary>
    public static readonly IndexEngine FullText = new("fullText", "index", static (folder, schema) => SearchIndex.Open(folder, schema));

#if LUCENE
    /// <summary>Lucene.Net.</summary>
    public static IndexEngine? Lucene { get; } =
        new(LuceneName, $"index-{LuceneName}", static (folder, schema) => UnionCatalog.Lucene.LuceneIndex.Open(folder, schema));
#else
    /// <summary>Lucene.Net; this build has it not.</summary>
    public static IndexEngine? Lucene => null;
#endif

    /// <summary>Every engine's folder, also of those that this build has not.</summary>
    public static IReadOnlyList<(string Name, string Folder)> Folders { get; } = [(FullText.Name, FullText.Folder), (LuceneName, $"index-{LuceneName}")];

    /// <summary>The engine that is wished for.</summary>
    /// <param name="option">What the command line says; null: nothing, then the environment is asked.</param>
    /// <param name="refusal">Why it cannot be had; null: it can.</param>
    public static IndexEngine Choose(string? option, out string? refusal)
    {
        var name = option ?? Environment.GetEnvironmentVariable(Variable);
        refusal = null;
        if (string.IsNullOrWhiteSpace(name) || name.Equals(FullText.Name, StringComparison.OrdinalIgnoreCase))
        {
            return FullText;
        }

        if (!name.Equals(LuceneName, StringComparison.OrdinalIgnoreCase))
        {
            refusal = $"Index:Engine is fullText or lucene, not '{name}'.";
        }
        else if (Lucene is null)
        {
            refusal = "Index:Engine is lucene, and this build has no Lucene.Net in it. Build it with -p:WithLucene=true, or choose fullText.";
        }

        return Lucene ?? FullText;
    }
}
