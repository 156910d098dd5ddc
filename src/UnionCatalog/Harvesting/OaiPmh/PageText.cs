using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// A page's bytes as text. Where its XML begins and which encoding it has is told by the bytes: declarations are wrong too often.
/// </summary>
internal static partial class PageText
{
    private const int HeadLength = 1 << 16;

    /// <summary>Opens a page at its first tag or declaration.</summary>
    public static TextReader Open(ReadOnlyMemory<byte> page)
    {
        var encoding = EncodingOf(page.Span);
        var start = encoding is UnicodeEncoding ? 0 : Start(page.Span);
        var rest = AsArray(page[start..]);
        return new StreamReader(new MemoryStream(rest.Array!, rest.Offset, rest.Count, writable: false), encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 14);
    }

    /// <summary>The bytes from its first tag or declaration on, whatever encoding they have.</summary>
    public static ArraySegment<byte> Bytes(ReadOnlyMemory<byte> page) => AsArray(page[Start(page.Span)..]);

    /// <summary>Its beginning, byte by byte; enough to tell what kind of document it is.</summary>
    public static string Head(ReadOnlyMemory<byte> page, int length) => Head(page.Span, length);

    /// <summary>The title of a web page, by which systems say what went wrong; null where there is none.</summary>
    public static string? Title(ReadOnlyMemory<byte> page) =>
        TitleTag().Match(Head(page, HeadLength)) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value).Trim() : null;

    /// <summary>
    /// UTF-8 where the bytes are, else what the page declares; else UTF-8 with the odd byte of Windows-1252, which systems
    /// that copy records from elsewhere send.
    /// </summary>
    private static Encoding EncodingOf(ReadOnlySpan<byte> page)
    {
        if (page is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..])
        {
            return page[0] is 0xFF or (byte)'<' ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        return Utf8.IsValid(page) ? Encoding.UTF8 : Declared(page) ?? Windows1252Fallback.Utf8;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        var name = Declaration().Match(Head(page, HeadLength)).Groups[1].Value;
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Who declares ISO 8859-1 and uses bytes 80 to 9F means Windows-1252 (WHATWG Encoding, section 4.2).
        return name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            ? Windows1252Fallback.Windows1252
            : CodePagesEncodingProvider.Instance.GetEncoding(name);
    }

    /// <summary>Behind a byte-order mark, blank lines and what PHP writes before the page; but a web page or a DTD is not passed over.</summary>
    private static int Start(ReadOnlySpan<byte> page)
    {
        if (page.StartsWith("<?xml"u8) || page.StartsWith("<OAI-PMH"u8))
        {
            return 0;
        }

        var head = Head(page, HeadLength);
        var start = Beginning().Match(head);
        var before = head.AsSpan(0, start.Index);
        var isForeign = !start.Success
            || before.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            || before.Contains("<html", StringComparison.OrdinalIgnoreCase);
        return !isForeign ? start.Index : page.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    private static string Head(ReadOnlySpan<byte> page, int length) => Encoding.Latin1.GetString(page[..Math.Min(page.Length, length)]);

    private static ArraySegment<byte> AsArray(ReadOnlyMemory<byte> page) =>
        MemoryMarshal.TryGetArray(page, out var bytes) ? bytes : page.ToArray();

    [GeneratedRegex("""<\?xml\s[^<>]*?\bencoding\s*=\s*["']([\w.:-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"<\?xml\s|<(?:[\w.-]+:)?(?:OAI-PMH|(?:searchRetrieve|explain|scan)Response)[\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex("<title>([^<]{1,300})<", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TitleTag();
}
