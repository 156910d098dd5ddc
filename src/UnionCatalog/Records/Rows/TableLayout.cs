using System.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>How a table is laid out: what is found in its first lines, before anything of it is read.</summary>
public sealed class TableLayout
{
    /// <summary>A school may put its name, the year and blank lines above the headings: so many lines are looked at.</summary>
    private const int MostLinesAbove = 30;

    private const int SampleLines = 100;

    /// <summary>The file's encoding.</summary>
    public required Encoding Encoding { get; init; }

    /// <summary>What parts the cells.</summary>
    public required char Delimiter { get; init; }

    /// <summary>The line of the headings, from 1; 0 for a file of SLiMS, which has none.</summary>
    public required long HeadingLine { get; init; }

    /// <summary>The columns in their order.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>How many columns there are up to the last that has a heading.</summary>
    private int NamedColumns { get; init; }

    /// <summary>Whether a column holds the titles: without one, nothing of the table can be stored.</summary>
    public bool HasTitle => Columns.Any(column => column.Field == RowField.Title);

    /// <summary>Finds a file's layout.</summary>
    /// <param name="open">Opens the file at its beginning; it is read and closed.</param>
    /// <param name="options">What is known beforehand.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableLayout Find(Func<Stream> open, TableOptions options)
    {
        var encoding = options.Encoding ?? Detect(open);
        var delimiter = options.Delimiter ?? TableDelimiter.Find(FirstLines(open, encoding));
        var heading = TableHeading.Find(fits => FirstRows(open, encoding, delimiter, fits), options.Columns);
        return new() { Encoding = encoding, Delimiter = delimiter, HeadingLine = heading.Line, Columns = heading.Columns, NamedColumns = heading.NamedColumns };
    }

    /// <summary>Opens the file's rows, those from the first after the headings on.</summary>
    internal IEnumerable<TableRow> ReadRows(Func<Stream> open)
    {
        using var text = new StreamReader(open(), Encoding);
        var isBelow = HeadingLine == 0;
        foreach (var row in new TableRows(text, Delimiter).Read(() => isBelow ? Fits : null))
        {
            if (row.Line > HeadingLine && !row.IsBlank && !row.Text.StartsWith("sep=", StringComparison.Ordinal))
            {
                yield return row;
            }

            isBelow |= row.Line >= HeadingLine;
        }
    }

    /// <summary>A row may lack the cells of columns without a heading.</summary>
    private bool Fits(IReadOnlyList<string> cells) => cells.Count >= NamedColumns && cells.Count <= Columns.Count;

    private static List<TableRow> FirstRows(Func<Stream> open, Encoding encoding, char delimiter, Predicate<IReadOnlyList<string>>? fits)
    {
        using var text = new StreamReader(open(), encoding);
        return [.. new TableRows(text, delimiter).Read(() => fits).Take(MostLinesAbove).Where(row => !row.IsBlank && row.Fault is null)];
    }

    private static Encoding Detect(Func<Stream> open)
    {
        using var file = open();
        return TableEncoding.Detect(file);
    }

    private static List<string> FirstLines(Func<Stream> open, Encoding encoding)
    {
        using var text = new StreamReader(open(), encoding);
        var lines = new List<string>();
        var sample = new char[256 * 1024];
        var length = text.ReadBlock(sample);
        foreach (var line in sample.AsSpan(0, length).EnumerateLines())
        {
            if (!line.IsWhiteSpace() && lines.Count < SampleLines)
            {
                lines.Add(line.ToString());
            }
        }

        return lines;
    }
}
