namespace UnionCatalog.Matching.Features;

/// <summary>Reads the tab-separated tables that are built into the assembly from this folder.</summary>
internal static class Table
{
    /// <summary>The rows of a table, without blank lines and those that begin with "#".</summary>
    public static IEnumerable<string[]> Rows(string file) => Rows(typeof(Table), file);

    /// <summary>The rows of a table that lies in the folder of a type.</summary>
    public static IEnumerable<string[]> Rows(Type beside, string file)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(beside.Namespace + "." + file)
            ?? throw new InvalidOperationException($"The assembly was built without its table {file}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
