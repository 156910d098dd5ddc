namespace UnionCatalog.Search.Evaluation;

/// <summary>Reads known items, one a line: query, wanted title or ISBN, kind, with tabs between them.</summary>
/// <param name="Items">They.</param>
/// <param name="Problems">The lines that are none, with the reason.</param>
public sealed record KnownItemFile(IReadOnlyList<KnownItem> Items, IReadOnlyList<(int Line, string Reason)> Problems)
{
    private const int Columns = 3;

    /// <summary>Reads lines; blank ones and those that begin with "#" say nothing.</summary>
    public static KnownItemFile Read(IEnumerable<string> lines)
    {
        var items = new List<KnownItem>();
        var problems = new List<(int Line, string Reason)>();
        foreach (var (index, line) in lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item) && line.Item[0] != '#'))
        {
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length == Columns && cells.All(cell => cell.Length > 0))
            {
                items.Add(new KnownItem(cells[0], cells[1], cells[2]));
            }
            else
            {
                problems.Add((index + 1, $"{Columns} columns parted by tabs are expected: query, wanted title or ISBN, kind"));
            }
        }

        return new KnownItemFile(items, problems);
    }
}
