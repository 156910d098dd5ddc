using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Reads what catalogues write as free text in a physical description or a date.</summary>
public static partial class DescriptionText
{
    /// <summary>The longest text that <see cref="Clean"/> returns, in UTF-16 units; what goes beyond is cut off.</summary>
    public const int LongestText = 100_000;

    /// <summary>No later year is taken for one: 2100.</summary>
    public const int LatestYear = 2100;

    // No real date or extent is longer; a longer text is read as far as this.
    private const int LongestDescription = 1_000;

    /// <summary>
    /// The year in a date as printed ("c2009", "[1987?]", "2007-00-00", "1998/1999"); null when there is none, as in
    /// "[s.a.]". Of "1425 H/2004 M" it is the one of the common era. 1000 to <see cref="LatestYear"/>, whatever today is: the
    /// same bytes are the same record on every day, and whoever shows a year judges whether it can be.
    /// </summary>
    public static int? FindYear(string date)
    {
        var text = AsciiDigits(date);
        foreach (Match match in CommonEra().Matches(text).Concat(Year().Matches(text)))
        {
            var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            if (year is >= 1000 and <= LatestYear)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>The extent in a physical description such as "xii, 350 hlm. : ilus. ; 21 cm".</summary>
    /// <remarks>Of several sequences ("xii, 350, 24 hlm.") the longest counts; roman preliminaries are not added.</remarks>
    public static Extent ReadExtent(string description)
    {
        var text = Clean(description) ?? "";
        var pages = 0;
        foreach (Match match in Pages().Matches(AsciiDigits(text)))
        {
            foreach (Match number in Number().Matches(Correction().Replace(match.Groups["sequence"].Value, "${right}")))
            {
                pages = Math.Max(pages, int.Parse(number.ValueSpan, CultureInfo.InvariantCulture));
            }
        }

        return new Extent(text, pages > 0 ? pages : null);
    }

    /// <summary>
    /// Trimmed, in NFC, runs of white space made one space, control characters and lone surrogates removed; null when
    /// nothing is left. Cut to <see cref="LongestText"/>.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (text is null || IsClean(text))
        {
            return text;
        }

        var result = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length + rune.Utf16SequenceLength > LongestText)
            {
                break;
            }

            Append(rune, result);
        }

        var clean = result.ToString().TrimEnd().Normalize();
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>Whether this is the ASCII that most text is, with nothing to mend.</summary>
    private static bool IsClean(string text) =>
        text.Length is > 0 and <= LongestText
        && text[0] != ' ' && text[^1] != ' '
        && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        && !text.Contains("  ", StringComparison.Ordinal);

    private static void Append(Rune rune, StringBuilder result)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }
        else if (!Rune.IsControl(rune) && !IsInvisible(rune.Value))
        {
            result.Append(rune.ToString());
        }
    }

    /// <summary>
    /// What a lone surrogate became, and characters without meaning in a catalogue: soft hyphen, zero width space, byte
    /// order mark, marks of direction (which some systems write around Arabic, and which can turn a page's text about),
    /// non-characters. The joiners U+200C and U+200D stay: Javanese, Persian and Hindi are spelt with them.
    /// </summary>
    private static bool IsInvisible(int point) => point is 0xFFFD or 0xAD or 0x200B or 0xFEFF
        or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || (point & 0xFFFE) == 0xFFFE;

    private static string AsciiDigits(string text)
    {
        text = text.Length > LongestDescription ? text[..LongestDescription] : text;
        return Ascii.IsValid(text) ? text : string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + char.GetNumericValue(c)) : c));
    }

    /// <summary>A Masehi or AD year beside a Hijri one.</summary>
    [GeneratedRegex(@"(?<![0-9])(?<year>[12][0-9]{3})\s*(?:M|Masehi|AD|CE|م)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex CommonEra();

    /// <summary>Four digits that are no part of a longer number, or the first four of yyyymmdd; never a Hijri year.</summary>
    [GeneratedRegex(
        @"(?<![0-9])(?<year>[0-9]{4})(?:(?![0-9])|(?=(?:0[0-9]|1[0-2])(?:[0-2][0-9]|3[01])(?![0-9])))(?!\s*(?:H|AH|هـ|ه)(?:\.|\b))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    /// <summary>Numbers, roman or not, and after them the word for pages in Indonesian, English, Dutch, German or Arabic.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}0-9.])(?<sequence>(?:[0-9]{1,5}|[ivxlcdm]{1,12})(?:(?:[\s,;+&\[\]()/]|i\.\s?e\.)+(?:[0-9]{1,5}|[ivxlcdm]{1,12}))*)"
        + @"[\s\])]*(?:hlmn?|hal(?:aman)?|halm|pages?|pp?|pgs?|blz|bladzijden|pag|S(?-i:(?<=S))|Seiten|ص|صفحة)(?!\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pages();

    /// <summary>A wrong number with its correction: "350 [i.e. 352]".</summary>
    [GeneratedRegex(@"[0-9]+[\s\[(]+i\.\s?e\.\s*(?<right>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
