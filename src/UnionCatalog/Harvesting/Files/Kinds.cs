using System.Text;

namespace UnionCatalog.Harvesting.Files;

/// <summary>Tells a file's kind by its first bytes.</summary>
internal static class Kinds
{
    /// <summary>Why a file of these first bytes is not read; null where it may be.</summary>
    public static MemberFault? Refuse(string file, ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        return head switch
        {
            [] => FileFaults.Empty(file),
            [(byte)'P', (byte)'K', 3 or 5, ..] => RefuseZip(file, text),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => FileFaults.Spreadsheet(file, "Excel (.xls)"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => FileFaults.Document(file, "PDF"),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => FileFaults.Document(file, "RTF"),
            _ when string.IsNullOrWhiteSpace(text.Trim('\0', '\u00EF', '\u00BB', '\u00BF')) => FileFaults.Empty(file),
            _ when Begins(text, "<!doctype html", "<html", "<table", "<meta", "<style") => FileFaults.WebPage(file),
            _ => null,
        };
    }

    /// <summary>Whether it begins as XML does, in UTF-8 or UTF-16.</summary>
    public static bool IsXml(ReadOnlySpan<byte> head) => Begins(Encoding.Latin1.GetString(head), "<");

    /// <summary>Whether there are bytes in it that no text of this encoding has.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head, Encoding encoding) =>
        encoding.GetString(head).Count(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\f' or '\u001A')) > head.Length / 100;

    private static MemberFault RefuseZip(string file, string text) =>
        text.Contains("xl/", StringComparison.Ordinal) || text.Contains("[Content_Types].xml", StringComparison.Ordinal) ? FileFaults.Spreadsheet(file, "Excel (.xlsx)")
        : text.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? FileFaults.Spreadsheet(file, "OpenDocument (.ods)")
        : text.Contains("word/", StringComparison.Ordinal) ? FileFaults.Document(file, "Word")
        : FileFaults.Zip(file);

    private static bool Begins(string text, params ReadOnlySpan<string> beginnings)
    {
        var start = text.Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        foreach (var beginning in beginnings)
        {
            if (start.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
