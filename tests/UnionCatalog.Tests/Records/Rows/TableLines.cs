using UnionCatalog.Records;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Tests.Records.Rows;

/// <summary>A table as lines: its columns, its titles, what was set aside.</summary>
internal static class TableLines
{
    public static IEnumerable<string> Of(byte[] file, TableOptions? options = null)
    {
        Func<Stream> open = () => new MemoryStream(file, writable: false);
        var layout = TableLayout.Find(open, options ?? new());
        string[] head = [$"{layout.Encoding.WebName}, cells parted by {layout.Delimiter}, headings in line {layout.HeadingLine}",
            string.Join(" | ", layout.Columns.Select(column => $"{column.Heading} = {column.Field?.ToString() ?? "-"}"))];
        return head.Concat(TableFile.Read(open, layout).SelectMany(Of));
    }

    private static IEnumerable<string> Of(TableEntry entry) => entry switch
    {
        TableEntry.Whole whole => [$"", $"line {whole.Line}: {Short(whole.Identifier)}", .. RecordLines.Of(RecordReader.Read(MetadataFormat.Row, whole.Document.ToBytes(), new())), .. Others(whole)],
        TableEntry.Faulty faulty => ["", $"line {faulty.Line} set aside: {faulty.Reason}", $"text={faulty.Text.ReplaceLineEndings("\\n")}"],
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static IEnumerable<string> Others(TableEntry.Whole whole) =>
        whole.Document.Items.SelectMany(item => item.Other).Select(other => $"kept: {other.Key}={other.Value}");

    /// <summary>A digest says nothing to the reader of a case.</summary>
    private static string Short(string identifier) => identifier.StartsWith("row:", StringComparison.Ordinal) ? "row:…" : identifier;
}
