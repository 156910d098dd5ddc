namespace UnionCatalog.Tests.FullText;

/// <summary>Reads case files of this room: "input ⇶ expected" a line.</summary>
internal static class Cases
{
    private const string Arrow = " ⇶ ";

    public static IEnumerable<(string Input, string Expected)> Read(string file) =>
        from line in File.ReadLines(Places.Case("FullText/" + file))
        where !line.StartsWith("# ", StringComparison.Ordinal)
        let parts = (line + " ").Split(Arrow)
        select (parts[0], parts[1].Trim(' '));
}
