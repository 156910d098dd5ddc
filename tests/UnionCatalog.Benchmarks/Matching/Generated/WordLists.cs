using System.Collections.Concurrent;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>The lists in the folder Words, one entry a line; lines that begin with "#" are comments.</summary>
internal static class WordLists
{
    private static readonly ConcurrentDictionary<string, string[]> Lists = new(StringComparer.Ordinal);

    /// <summary>A list by the name of its file.</summary>
    public static string[] Of(string name) => Lists.GetOrAdd(name, static list => [.. Read(list)]);

    /// <summary>A list whose entries have columns.</summary>
    public static string[][] Rows(string name) => [.. Of(name).Select(line => line.Split('\t'))];

    private static IEnumerable<string> Read(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream("words." + name)
            ?? throw new InvalidOperationException($"The assembly was built without its words \"{name}\".");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
