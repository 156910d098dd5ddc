namespace UnionCatalog.Benchmarks.Matching;

/// <summary>Where the labelled records are that are not in the repository.</summary>
internal static class SharedData
{
    /// <summary>The folder of the repository, in which the solution is.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of records with a known truth, beside the repository.</summary>
    public static string Dedup { get; } = Path.Combine(Root, "../shared/data/dedup");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UnionCatalog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks are not run from within the repository.");
    }
}
