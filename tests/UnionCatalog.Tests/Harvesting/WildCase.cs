using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UnionCatalog.Tests.Harvesting.Sru;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>One line of a case: its keyword, what stands behind it, and the indented lines below it.</summary>
internal sealed record WildLine(string Keyword, string Value, string Body);

/// <summary>Reads a case of Cases/Harvesting/wild; how one is written stands in README.md beside them.</summary>
internal static partial class WildCase
{
    public static List<WildLine> Read(string file)
    {
        var lines = new List<WildLine>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == ' ')
            {
                lines[^1] = lines[^1] with { Body = (lines[^1].Body + "\n" + line.Trim()).TrimStart() };
            }
            else
            {
                var parts = line.Split(':', 2);
                lines.Add(new(parts[0], parts[1].Trim(), ""));
            }
        }

        return lines;
    }

    /// <summary>The reply that a line "reply: …" describes.</summary>
    public static Reply Reply(WildLine line)
    {
        var words = line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = words.Skip(1).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "");
        var date = options.GetValueOrDefault("date", "2026-11-20T17:00:00Z");
        var body = Expand(line.Body);
        var bytes = words[0] switch
        {
            "list" => Bytes(Pages.Wrap($"<ListRecords>{body}</ListRecords>", date)),
            "oai" => Bytes(Pages.Wrap(body, date)),
            "error" => Bytes(Pages.Wrap($"""<error code="{options["code"]}">{body}</error>""", date)),
            "sru" => Bytes(SruPages.Wrap(body, options)),
            "bare" => Bytes(body),
            "file" => File.ReadAllBytes(Places.Shared($"recorded/{options["name"]}")),
            _ => throw new FormatException($"There is no kind of reply \"{words[0]}\"."),
        };
        return new Reply(options.ContainsKey("gzipped") ? Gzip(bytes) : bytes)
        {
            Status = int.Parse(options.GetValueOrDefault("status", "200"), CultureInfo.InvariantCulture),
            ContentType = options.GetValueOrDefault("type", "text/xml"),
            Encoding = options.GetValueOrDefault("encoding"),
            CutAfter = options.TryGetValue("cut", out var cut) ? int.Parse(cut, CultureInfo.InvariantCulture) : null,
            Stalls = options.ContainsKey("stalls"),
            Headers = options.TryGetValue("retry-after", out var wait) ? [("Retry-After", wait.Replace('_', ' ')), ("Date", "Sat, 21 Nov 2026 06:00:00 GMT")] : [],
        };
    }

    /// <summary>{record 1..100}, {record ID}, {deleted …}, {token T of 100}, {end of 100}, {dc}.</summary>
    private static string Expand(string body) => Macro().Replace(body, match => (match.Groups[1].Value, match.Groups[2].Value.Trim()) switch
    {
        ("record", var which) => string.Concat(Numbers(which).Select(identifier => Pages.Record(identifier))),
        ("deleted", var which) => string.Concat(Numbers(which).Select(Pages.Deleted)),
        ("token", var token) => Token(token.Split(" of ")),
        ("end", var size) => Token(["", .. size.Split("of ", StringSplitOptions.RemoveEmptyEntries)]),
        ("marc", var which) => SruPages.Marc(which),
        ("spaces", var count) => new string(' ', int.Parse(count, CultureInfo.InvariantCulture)),
        _ => Pages.Dublin,
    });

    /// <summary>A number n is oai:x:n, anything else an identifier as it is.</summary>
    private static IEnumerable<string> Numbers(string which)
    {
        var ends = which.Split("..");
        if (!int.TryParse(ends[0], CultureInfo.InvariantCulture, out var first))
        {
            return [which];
        }

        var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, 1 + last - first).Select(number => string.Create(CultureInfo.InvariantCulture, $"oai:x:{number}"));
    }

    private static string Token(string[] parts) =>
        $"<resumptionToken{(parts.Length > 1 ? $" completeListSize=\"{parts[1]}\"" : "")}>{parts[0]}</resumptionToken>";

    /// <summary>UTF-8, but for \x01, which is the byte.</summary>
    private static byte[] Bytes(string body)
    {
        var bytes = new MemoryStream();
        var at = 0;
        foreach (Match escape in ByteEscape().Matches(body))
        {
            bytes.Write(Encoding.UTF8.GetBytes(body[at..escape.Index]));
            bytes.WriteByte(Convert.FromHexString(escape.Groups[1].ValueSpan)[0]);
            at = escape.Index + escape.Length;
        }

        bytes.Write(Encoding.UTF8.GetBytes(body[at..]));
        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var packer = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }

    [GeneratedRegex(@"\{(record|deleted|token|end|spaces|marc|dc)([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Macro();

    [GeneratedRegex(@"\\x([0-9A-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex ByteEscape();
}
