using System.Globalization;
using System.Text;

namespace UnionCatalog.Server.Pages;

/// <summary>Writes tables for spreadsheets (RFC 4180).</summary>
internal static class Csv
{
    // Without it spreadsheets take the letters of UTF-8 for those of Windows-1252.
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>A table with its head line.</summary>
    public static StringBuilder Begin(IEnumerable<string> columns) => new StringBuilder().Append(ByteOrderMark).AppendJoin(',', columns).Append("\r\n");

    /// <summary>Adds a line.</summary>
    public static StringBuilder AddLine(this StringBuilder csv, IEnumerable<object?> cells) => csv.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    /// <summary>
    /// What a spreadsheet would take for a formula is told by an apostrophe that it is none: a member's own words may stand in it.
    /// </summary>
    private static string Quote(object? cell)
    {
        if (cell is not string text)
        {
            return Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        }

        text = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
