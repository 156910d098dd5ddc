namespace UnionCatalog.Records.Text;

/// <summary>Reads the tables that are built into the assembly from the files of this room.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of one table, without blank lines and those that begin with "#".</summary>
    public static IEnumerable<string> Lines(string file, string folder = "Text")
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"UnionCatalog.Records.{folder}.{file}")
            ?? throw new InvalidOperationException($"The assembly was built without its table {file}.");
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
