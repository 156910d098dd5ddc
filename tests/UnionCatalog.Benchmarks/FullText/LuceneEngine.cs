using UnionCatalog.FullText;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>Lucene.Net behind the same contract, where it is built in.</summary>
internal static class LuceneEngine
{
    public const string EngineName = "lucene";

#if LUCENE
    /// <summary>Whether this build has it.</summary>
    public const bool IsThere = true;

    public static ISearchIndex Open(string folder) => UnionCatalog.Lucene.LuceneIndex.Open(folder, Schema.Index);

    /// <summary>Its version, as it says so itself.</summary>
    public static string Version =>
        System.Reflection.CustomAttributeExtensions.GetCustomAttribute<System.Reflection.AssemblyInformationalVersionAttribute>(typeof(global::Lucene.Net.Index.IndexWriter).Assembly)!.InformationalVersion;
#else
    /// <summary>Whether this build has it.</summary>
    public const bool IsThere = false;

    public static ISearchIndex Open(string folder) => throw new NotSupportedException("This build has no Lucene.Net in it.");

    /// <summary>Its version, as it says so itself.</summary>
    public static string Version => "-";
#endif
}
