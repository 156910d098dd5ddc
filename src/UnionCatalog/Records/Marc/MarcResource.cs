namespace UnionCatalog.Records.Marc;

/// <summary>The code lists that stand beside this file and are embedded in the assembly.</summary>
internal static class MarcResource
{
    /// <summary>The lines of a list, comments (#) left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(MarcResource).Assembly.GetManifestResourceStream(typeof(MarcResource), name)
            ?? throw new InvalidOperationException($"The list {name} is not embedded in the assembly.");
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
