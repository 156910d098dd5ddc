using System.Text;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>Damages a page as networks, disks, converters and enemies do. The same seed damages in the same way.</summary>
internal sealed class PageMutator(IReadOnlyList<byte[]> pages, int seed)
{
    private const int Largest = 100_000;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "&", "<", ">", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "<!DOCTYPE x [<!ENTITY e 'e'>]>", "&e;", "&#0;", "&#x10FFFF;", "&nbsp;", "&amp;amp;",
            "</record>", "<record>", "<record><header>", "</metadata>", "</OAI-PMH>", "<OAI-PMH>", "<resumptionToken>", "</resumptionToken>", "<resumptionToken/>",
            "<error code='badArgument'>", "status='deleted'", " xmlns='urn:x'", " xmlns:dc='urn:x'", " xmlns:a='u' xmlns:a='u'", "<a:b/>", "<datestamp>", "<identifier>",
            "\0", "\u0001", "\u001b", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "<html>", "<br />", "9999999999999999999999", "-1", "0000-00-00", "<leader>", "<subfield code='",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B, 8], [0x93, 0x94],
    ];

    private readonly Random _random = new(seed);

    /// <summary>A page with some damage.</summary>
    public byte[] Next()
    {
        var page = pages[_random.Next(pages.Count)];
        for (var more = _random.Next(1, 4); more > 0; more--)
        {
            page = Damage(page);
            page = page.Length > Largest ? page[..Largest] : page;
        }

        return Wrap(page);
    }

    private byte[] Damage(byte[] page)
    {
        var (start, end) = Range(page);
        return _random.Next(12) switch
        {
            0 or 1 => Flip(page),
            2 or 3 or 4 => [.. page[..start], .. Pieces[_random.Next(Pieces.Length)], .. page[start..]],
            5 => [.. page[..start], .. Pieces[_random.Next(Pieces.Length)], .. page[end..]],
            6 => [.. page[..start], .. page[end..]],
            7 => [.. page[..end], .. page[start..end], .. page[end..]],
            8 => page[..start],
            9 => [.. page[..start], .. OtherPage(), .. page[end..]],
            10 => [.. page[..start], .. Enumerable.Repeat(Pieces[_random.Next(Pieces.Length)], _random.Next(300)).SelectMany(piece => piece), .. page[start..]],
            _ => [.. page[..start], .. page[start..end].Reverse(), .. page[end..]],
        };
    }

    /// <summary>Another encoding than the page says, or gzip, of which the end may be missing.</summary>
    private byte[] Wrap(byte[] page) => _random.Next(30) switch
    {
        0 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(page)),
        1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(page))],
        2 => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(page)),
        3 => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(page)),
        4 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. page],
        5 => Answers.Gzip(page),
        6 when Answers.Gzip(page) is var packed => packed[..(int)(packed.Length * _random.NextDouble())],
        7 when Answers.Gzip(page) is var packed => Flip(packed),
        _ => page,
    };

    private byte[] Flip(byte[] page)
    {
        byte[] flipped = [.. page];
        for (var more = flipped.Length == 0 ? 0 : _random.Next(1, 20); more > 0; more--)
        {
            flipped[_random.Next(flipped.Length)] = (byte)_random.Next(256);
        }

        return flipped;
    }

    private byte[] OtherPage()
    {
        var page = pages[_random.Next(pages.Count)];
        var (start, end) = Range(page);
        return page[start..end];
    }

    /// <summary>Mostly a short range, sometimes a long one.</summary>
    private (int Start, int End) Range(byte[] page)
    {
        var start = _random.Next(page.Length + 1);
        var longest = _random.Next(4) == 0 ? page.Length - start : Math.Min(200, page.Length - start);
        return (start, start + _random.Next(longest + 1));
    }
}
