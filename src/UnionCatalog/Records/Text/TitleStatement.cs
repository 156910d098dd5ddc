using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Takes a title written in one line apart by the punctuation of ISBD (area 1).</summary>
internal static partial class TitleStatement
{
    // No title is longer; what is may be hostile, and stays whole.
    private const int LongestTitle = 2_000;

    /// <summary>
    /// Reads "Proper : rest. Jilid 2, name = parallel / responsibility". A part is taken only where punctuation sets it off,
    /// so that "Arsitektur Mikro jilid 2" stays whole.
    /// </summary>
    public static (Title Title, string? Responsibility) Read(string text)
    {
        if (text.Length > LongestTitle)
        {
            return (new Title(text), null);
        }

        var (rest, responsibility) = Cut(text, Slash());
        var (statement, parallel) = Cut(rest, EqualsSign());
        var title = Part().Match(statement) is { Success: true } part
            ? WithPart(part)
            : WithRemainder(statement);
        return (title with { Parallel = parallel }, responsibility);
    }

    /// <summary>The text without the punctuation that leads to what followed it; empty when nothing is left.</summary>
    public static string TrimEnd(string text) => text.TrimEnd(' ', ':', ';', '/', '=', ',');

    private static Title WithPart(Match match)
    {
        var title = WithRemainder(match.Groups["before"].Value) with { PartNumber = match.Groups["part"].Value };
        var after = TrimEnd(match.Groups["after"].Value);
        if (after.Length == 0)
        {
            return title;
        }

        return match.Groups["mark"].Value is ":" && title.Remainder is null
            ? title with { Remainder = after }
            : title with { PartName = after };
    }

    private static Title WithRemainder(string text)
    {
        var (proper, remainder) = Cut(text, Colon());
        return new Title(TrimEnd(proper)) { Remainder = remainder };
    }

    private static (string Before, string? After) Cut(string text, Regex mark)
    {
        var match = mark.Match(text);
        var after = match.Success ? TrimEnd(text[(match.Index + match.Length)..]) : "";
        return after.Length > 0 ? (text[..match.Index], after) : (text, null);
    }

    [GeneratedRegex(@"(?<=\S)\s+/\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();

    [GeneratedRegex(@"(?<=\S)\s+=\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex EqualsSign();

    [GeneratedRegex(@"(?<=\S)\s*:\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(
        @"^(?<before>.*?\S)(?:\.|\s*[:;,])\s+(?<part>(?:jilid|jil\.|volume|vol\.|bagian|bag\.|buku|part|book)\s*"
        + @"(?:ke-?\s?)?(?:[0-9]{1,4}[a-z]?|[ivxlc]{1,8}|satu|dua|tiga|empat|lima|pertama|kedua|ketiga|keempat|kelima|one|two|three))"
        + @"\.?(?:\s*(?<mark>[:;,.])\s+(?<after>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
