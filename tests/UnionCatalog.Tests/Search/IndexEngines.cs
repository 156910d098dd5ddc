using UnionCatalog.FullText;
using UnionCatalog.Server;

namespace UnionCatalog.Tests.Search;

/// <summary>The engines that this build has, by their names: what is said of a catalogue holds over each of them.</summary>
internal static class IndexEngines
{
    public static IReadOnlyList<string> All { get; } = IndexEngine.Lucene is { } lucene ? [IndexEngine.FullText.Name, lucene.Name] : [IndexEngine.FullText.Name];

    public static ISearchIndex Open(string engine, string folder, IndexSchema schema) =>
        (engine == IndexEngine.FullText.Name ? IndexEngine.FullText : IndexEngine.Lucene!).Open(folder, schema);
}
