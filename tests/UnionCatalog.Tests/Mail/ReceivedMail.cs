using System.Text;
using System.Text.RegularExpressions;

namespace UnionCatalog.Tests.Mail;

/// <summary>A mail as it came over the line, and read back as a mail program reads it (RFC 5322, RFC 2045 to 2047).</summary>
internal sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, string Data)
{
    public string Head => Unfold().Replace(Data[..Data.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ");

    /// <summary>A header, decoded.</summary>
    public string Header(string name)
    {
        var line = Head.Split("\r\n").Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        var text = BetweenWords().Replace(line[(name.Length + 1)..].Trim(), "?==?");
        return EncodedWord().Replace(text, word => word.Groups["form"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
            : QuotedPrintable(word.Groups["text"].Value.Replace('_', ' ')));
    }

    /// <summary>The part of this type, decoded.</summary>
    public string Part(string type)
    {
        var boundary = Boundary().Match(Head).Groups["name"].Value;
        var part = Data.Split("--" + boundary).Single(part => part.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase) && !part.Contains("boundary=", StringComparison.Ordinal));
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = (part[..end], part[(end + 4)..]);
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim()))
            : head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(SoftBreak().Replace(body, ""))
            : body;
    }

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
            {
                bytes.Add((byte)text[at]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unfold();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<form>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("boundary=\"?(?<name>[^\";\\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\r\n", RegexOptions.CultureInvariant)]
    private static partial Regex SoftBreak();
}
