using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Rows;

/// <summary>
/// Reads a library's table, one record a title. The file is gone through twice: rows of one title may stand anywhere in it,
/// so the first time only counts what belongs together; of the rows no more are held than those of titles not yet whole.
/// </summary>
public static partial class TableFile
{
    /// <summary>The most rows that one title may have.</summary>
    public const int MostRowsOfTitle = 2_000;

    private static readonly string NoTitle = RowProblems.Say("no-title");
    private static readonly string NoBook = RowProblems.Say("sum");

    /// <summary>Reads the titles of a file in the order in which they become whole.</summary>
    /// <param name="open">Opens the file at its beginning; it is read and closed twice.</param>
    /// <param name="layout">The file's layout, with a column for the titles.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<TableEntry> Read(Func<Stream> open, TableLayout layout)
    {
        var identity = new RowIdentity();
        foreach (var row in layout.ReadRows(open))
        {
            if (WhyNotRead(row, layout) is null)
            {
                var (fields, item) = Take(row, layout);
                identity.Add(RowIdentity.DigestOf(fields), item);
            }
        }

        return ReadTitles(layout.ReadRows(open), layout, identity);
    }

    private static IEnumerable<TableEntry> ReadTitles(IEnumerable<TableRow> rows, TableLayout layout, RowIdentity identity)
    {
        var unfinished = new Dictionary<UInt128, Title>();
        foreach (var row in rows)
        {
            if (WhyNotRead(row, layout) is { } reason)
            {
                yield return new TableEntry.Faulty(row.Line, reason, row.Text, IsBook: reason != NoTitle && reason != NoBook);
                continue;
            }

            var (fields, item) = Take(row, layout);
            var digest = RowIdentity.DigestOf(fields);
            var title = unfinished.TryGetValue(digest, out var begun) ? begun : new Title(row.Line, fields);
            unfinished[digest] = title;
            if (title.Rows++ < MostRowsOfTitle)
            {
                title.Add(fields, item);
            }
            else
            {
                yield return new TableEntry.Faulty(row.Line, RowProblems.Say("too-many", MostRowsOfTitle), row.Text, IsBook: true);
            }

            if (title.Rows == identity.RowsOf(digest))
            {
                unfinished.Remove(digest);
                yield return new TableEntry.Whole(title.Line, identity.Of(digest, title.Items), title.ToDocument());
            }
        }
    }

    private static string? WhyNotRead(TableRow row, TableLayout layout)
    {
        if (row.Fault is not null)
        {
            return row.Fault;
        }

        if (row.Cells.Skip(layout.Columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return RowProblems.Say("cells", row.Cells.Count, layout.Columns.Count);
        }

        var described = layout.Columns
            .Where(column => column.Field is { } field && RowFields.Describing.Contains(field))
            .Select(column => (column.Field, Cell: RowCell.Read(row.Cells.ElementAtOrDefault(column.Index))))
            .Where(cell => cell.Cell is not null)
            .ToList();
        return described.TrueForAll(cell => cell.Field != RowField.Title) ? NoTitle
            : described is [{ Cell: { } only }] && Sum().IsMatch(only) ? NoBook
            : null;
    }

    private static (Dictionary<RowField, string> Fields, RowItem Item) Take(TableRow row, TableLayout layout)
    {
        var (title, item, other) = (new Dictionary<RowField, string>(), new Dictionary<RowField, string>(), new List<KeyValuePair<string, string>>());
        foreach (var column in layout.Columns)
        {
            if (row.Cells.ElementAtOrDefault(column.Index)?.Trim() is not { Length: > 0 } cell)
            {
                continue;
            }

            if (column.Field is not { } field)
            {
                other.Add(new(column.Heading, cell));
            }
            else if (field != RowField.RowNumber)
            {
                var fields = field.IsOfItem() ? item : title;
                fields[field] = fields.TryGetValue(field, out var before) ? $"{before}; {cell}" : cell;
            }
        }

        return (title, new RowItem(item, other));
    }

    [GeneratedRegex("^(?:grand )?(?:jumlah|total)(?: total| seluruhnya| semua| buku)?[ :.0-9]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sum();

    /// <summary>A title whose rows are being gathered.</summary>
    private sealed class Title(long line, Dictionary<RowField, string> fields)
    {
        public long Line { get; } = line;

        public int Rows { get; set; }

        public List<RowItem> Items { get; } = [];

        /// <summary>Where a later row says something else of the title, such as another subject, that is kept with its item.</summary>
        public void Add(Dictionary<RowField, string> row, RowItem item)
        {
            var different = new List<KeyValuePair<string, string>>();
            foreach (var (field, cell) in row)
            {
                if (!fields.TryAdd(field, cell) && fields[field] != cell && !RowFields.Describing.Contains(field))
                {
                    different.Add(new(field.ToString(), cell));
                }
            }

            Items.Add(different.Count == 0 ? item : item with { Other = [.. item.Other, .. different] });
        }

        public RowDocument ToDocument() => new() { Fields = fields, Items = Items };
    }
}
