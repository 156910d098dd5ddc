namespace UnionCatalog.Matching.Evaluation;

/// <summary>Finds which of some files a truth table means, which may name it with or without its folder and endings.</summary>
internal sealed class RecordFileNames(IReadOnlyList<string> paths)
{
    private static readonly string[] Endings = [".gz", ".mrc", ".marc", ".iso", ".dat", ".xml"];

    /// <summary>The files that a name can mean: none, the one, or several that it does not tell apart.</summary>
    public IReadOnlyList<string> Find(string name)
    {
        var wanted = name.Replace('\\', '/');
        Func<string, bool>[] ways =
        [
            path => path == wanted || (wanted.Contains('/', StringComparison.Ordinal) && path.EndsWith("/" + wanted.TrimStart('.', '/'), StringComparison.Ordinal)),
            path => Last(path) == Last(wanted),
            path => Last(path).StartsWith(Last(wanted) + ".", StringComparison.Ordinal),
            path => Bare(Last(path)) == Bare(Last(wanted)),
        ];
        return ways.Select(isMeant => paths.Where(path => isMeant(path.Replace('\\', '/'))).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>For each path the shortest name that no other has: without folder and endings, with the endings, or the path itself.</summary>
    public static Dictionary<string, string> ShortNames(IReadOnlyList<string> paths)
    {
        Func<string, string>[] ways = [path => Bare(Path.GetFileName(path)), path => Path.GetFileName(path), path => path];
        return paths.ToDictionary(path => path, path => ways.First(way => paths.Count(other => way(other) == way(path)) == 1)(path));
    }

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Bare(string name)
    {
        while (Endings.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } last)
        {
            name = name[..^last.Length];
        }

        return name;
    }
}
