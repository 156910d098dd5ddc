using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>The line of headings, and the columns that it gives.</summary>
/// <param name="Line">Its line, from 1; 0 where the file has none and is known all the same.</param>
/// <param name="Columns">The columns.</param>
/// <param name="NamedColumns">How many there are up to the last that has a heading.</param>
internal sealed partial record TableHeading(long Line, IReadOnlyList<TableColumn> Columns, int NamedColumns)
{
    /// <summary>
    /// The columns of SLiMS's "Data Export", which leaves its headings out unless asked for them: the same in version 9, with
    /// "sor" in it, and before, without.
    /// </summary>
    private static readonly string[] Slims =
    [
        "title", "gmd_name", "edition", "isbn_issn", "publisher_name", "publish_year", "collation", "series_title", "call_number",
        "language_name", "place_name", "classification", "notes", "image", "sor", "authors", "topics", "item_code",
    ];

    /// <summary>The row of the first ones with the most headings that are known; the first row of all where none is.</summary>
    /// <param name="firstRows">Reads the first rows, without blank ones, told how many cells a row has where that is known.</param>
    /// <param name="known">Headings that the member's configuration names, with their fields.</param>
    public static TableHeading Find(
        Func<Predicate<IReadOnlyList<string>>?, IReadOnlyList<TableRow>> firstRows, IReadOnlyDictionary<string, string> known)
    {
        var own = known.DistinctBy(pair => RowHeadings.Fold(pair.Key)).ToDictionary(pair => RowHeadings.Fold(pair.Key), pair => pair.Value);
        var rows = firstRows(null);
        return FindBest(rows, own) is { } best ? Name(best.Line, best.Cells, own)
            : FindSlims(firstRows) is { } slims ? Name(0, slims, own)
            : rows is [var first, ..] ? Name(first.Line, first.Cells, own)
            : new(1, [], 0);
    }

    private static string[]? FindSlims(Func<Predicate<IReadOnlyList<string>>?, IReadOnlyList<TableRow>> firstRows)
    {
        string[] earlier = [.. Slims.Where(heading => heading != "sor")];
        return new[] { Slims, earlier }
            .Select(headings => (Headings: headings, Rows: firstRows(cells => cells.Count == headings.Length).Count(row => IsSlims(row, headings.Length))))
            .MaxBy(found => found.Rows) is { Rows: > 0 } found ? found.Headings : null;
    }

    /// <summary>A title's column, or two others, make a row of headings.</summary>
    private static TableRow? FindBest(IReadOnlyList<TableRow> rows, Dictionary<string, string> own)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var (row, fields) = rows
            .Select(row => (Row: row, Fields: row.Cells.Select(cell => Field(cell, own)).OfType<RowField>().Distinct().ToList()))
            .MaxBy(pair => pair.Fields.Count);
        return fields is { Count: > 1 } || (fields is [RowField.Title] && row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) == 1) ? row : null;
    }

    private static RowField? Field(string heading, Dictionary<string, string> own) =>
        own.TryGetValue(RowHeadings.Fold(heading), out var name) ? (name.Length > 0 ? RowHeadings.Named(name) : null) : RowHeadings.Find(heading);

    private static TableHeading Name(long line, IReadOnlyList<string> cells, Dictionary<string, string> own)
    {
        var (columns, headings, fields) = (new List<TableColumn>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<RowField>());
        for (var i = 0; i < cells.Count; i++)
        {
            var heading = Unlike(DescriptionText.Clean(cells[i]) ?? $"kolom {i + 1}", headings);

            // A member that names the second of two equal headings means that one; of itself only the first is taken.
            var field = own.ContainsKey(RowHeadings.Fold(heading)) ? Field(heading, own) : Field(cells[i], own);
            columns.Add(new(i, heading, field is { } found && (fields.Add(found) || found.MayRepeat()) ? found : null));
        }

        return new(line, columns, cells.Count - cells.Reverse().TakeWhile(string.IsNullOrWhiteSpace).Count());
    }

    private static string Unlike(string heading, HashSet<string> others)
    {
        var unlike = heading;
        for (var number = 2; !others.Add(unlike); number++)
        {
            unlike = $"{heading} ({number})";
        }

        return unlike;
    }

    private static bool IsSlims(TableRow row, int columns) =>
        row.Cells.Count == columns
        && row.Cells.TakeLast(3).All(cell => Angles().IsMatch(cell))
        && row.Cells.TakeLast(3).Any(cell => cell.Length > 0);

    [GeneratedRegex("^(?:<[^<>]+>)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Angles();
}
