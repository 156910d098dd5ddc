namespace UnionCatalog.Tests;

/// <summary>Where tests find the project and the shared folder of recorded replies and real data.</summary>
internal static class Places
{
    /// <summary>The project's root: the folder that holds UnionCatalog.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder under "../shared"; the test is skipped with a clear line where it is absent.</summary>
    public static string Shared(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        if (!Path.Exists(full))
        {
            Assert.Ignore($"needs ../shared/{path}, which is not on this machine");
        }

        return full;
    }

    /// <summary>A case file under Cases/, copied beside the test assembly.</summary>
    public static string Case(string path) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases", path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UnionCatalog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the project's folder.");
    }
}
