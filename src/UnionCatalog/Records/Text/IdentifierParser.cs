using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Reads ISBN and ISSN as catalogues write them: hyphens, spaces, qualifiers, several in one field.</summary>
public static partial class IdentifierParser
{
    // A field that is longer holds something else; it is read as far as this.
    private const int LongestField = 4_000;

    /// <summary>Reads every ISBN in a field such as "979-433-123-4 (jil. 1)"; one that is not valid where none is.</summary>
    /// <remarks>
    /// An ISBN-10 becomes an ISBN-13 with its own check digit. A 13-digit number that begins with 9790 is an ISMN. Digits
    /// within an address are never taken. Empty only where the field is blank.
    /// </remarks>
    public static IReadOnlyList<StandardIdentifier> ReadIsbns(string field)
    {
        var original = Bounded(field);
        var masked = Mask(original, IsbnWord());
        var found = new List<(int Start, int End, StandardIdentifier Identifier)>();
        foreach (Match run in DigitRun().Matches(masked))
        {
            ReadRun(original, run, found);
        }

        return Finish(IdentifierKind.Isbn, original, found);
    }

    /// <summary>Reads every ISSN in a field such as "0126-1234 (online)"; one that is not valid where none is.</summary>
    public static IReadOnlyList<StandardIdentifier> ReadIssns(string field)
    {
        var original = Bounded(field);
        var found = new List<(int Start, int End, StandardIdentifier Identifier)>();
        foreach (Match match in Issn().Matches(Mask(original, IssnWord())))
        {
            var digits = Digits(match.Value);
            var isValid = CheckDigits.IsIssn(digits);
            var raw = original.Substring(match.Index, match.Length);
            var value = isValid ? $"{digits[..4]}-{digits[4..]}" : raw;
            found.Add((match.Index, match.Index + match.Length, new(IdentifierKind.Issn, value, raw, isValid)));
        }

        return Finish(IdentifierKind.Issn, original, found);
    }

    /// <summary>
    /// Takes the ISBNs out of one run of digits, hyphens and spaces, which may hold several, or a stray number first:
    /// words are joined for as long as they make ten or thirteen digits.
    /// </summary>
    private static void ReadRun(string original, Match run, List<(int Start, int End, StandardIdentifier Identifier)> found)
    {
        var words = Word().Matches(run.Value);
        // The first ten digits of an ISBN-13 with blanks in it are an ISBN-10 by chance in one of eleven.
        if (Digits(run.Value) is { Length: 13 } whole && CheckDigits.ToIsbn13(whole) is not null)
        {
            var (start, end) = (run.Index + words[0].Index, run.Index + words[^1].Index + words[^1].Value.TrimEnd('-').Length);
            found.Add((start, end, Isbn(whole, original[start..end])));
            return;
        }

        for (var first = 0; first < words.Count; first++)
        {
            var last = LastOfNumber(words, first, out var digits);
            if (last < 0)
            {
                continue;
            }

            var start = run.Index + words[first].Index;
            var end = run.Index + words[last].Index + words[last].Value.TrimEnd('-').Length;
            found.Add((start, end, Isbn(digits, original[start..end])));
            first = last;
        }
    }

    /// <summary>The word that ends the number which begins at <paramref name="first"/>; a valid number before one that is not, -1 for none.</summary>
    private static int LastOfNumber(MatchCollection words, int first, out string digits)
    {
        var (last, fallback, joined) = (-1, "", "");
        for (var next = first; next < words.Count && joined.Length < 13; next++)
        {
            joined += Digits(words[next].Value);
            if (CheckDigits.ToIsbn13(joined) is not null)
            {
                digits = joined;
                return next;
            }

            // Not valid: the whole run if it has the right length, or a word that is about as long as an ISBN.
            var isWhole = first == 0 && next == words.Count - 1 && joined.Length is 10 or 13;
            var isLongWord = next == first && joined.Length is >= 9 and <= 14;
            if (last < 0 && (isWhole || isLongWord))
            {
                (last, fallback) = (next, joined);
            }
        }

        digits = fallback;
        return last;
    }

    private static StandardIdentifier Isbn(string digits, string raw) => CheckDigits.ToIsbn13(digits) switch
    {
        null => new(IdentifierKind.Isbn, raw, raw, IsValid: false),
        { } music when music.StartsWith("9790", StringComparison.Ordinal) => new(IdentifierKind.Ismn, music, raw, IsValid: true),
        { } isbn => new(IdentifierKind.Isbn, isbn, raw, IsValid: true),
    };

    /// <summary>Gives each number the qualifier that stands between it and the next.</summary>
    private static StandardIdentifier[] Finish(
        IdentifierKind kind, string field, List<(int Start, int End, StandardIdentifier Identifier)> found)
    {
        if (found.Count == 0)
        {
            var raw = DescriptionText.Clean(field);
            return raw is null ? [] : [new(kind, raw, raw, IsValid: false)];
        }

        return [.. found.Select((item, i) =>
        {
            var end = i + 1 < found.Count ? found[i + 1].Start : field.Length;
            return item.Identifier with { Qualifier = FindQualifier(field[item.End..end]) };
        })];
    }

    private static string? FindQualifier(string text)
    {
        var words = Qualifier().Matches(text).Select(m => m.Groups["words"].Value.Trim()).Where(w => w.Length > 0);
        return DescriptionText.Clean(string.Join("; ", words));
    }

    private static string Bounded(string field) => field.Length > LongestField ? field[..LongestField] : field;

    /// <summary>The field at its own length, with addresses and the words blanked and every kind of dash made a hyphen.</summary>
    private static string Mask(string field, Regex words)
    {
        var masked = Dash().Replace(Address().Replace(field, Blank), "-");
        return words.Replace(masked, Blank);
    }

    private static string Blank(Match match) => new(' ', match.Length);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"(?:[a-z][a-z0-9+.-]{1,20}://|www\.|\b10\.[0-9]{4,9}/|urn:(?!isbn:|issn:))\S*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:urn:)?[ep]?-?ISBN(?:[- ]?1[03](?=[:\s(]))?[:.)]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsbnWord();

    [GeneratedRegex(@"(?:urn:)?[ep]?-?ISSN(?:-L)?[:.]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IssnWord();

    [GeneratedRegex(@"\p{Pd}|[\u00AD\u2212]", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.])[0-9][0-9Xx\-\s]*", RegexOptions.CultureInvariant)]
    private static partial Regex DigitRun();

    [GeneratedRegex(@"[0-9Xx][0-9Xx-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])[0-9]{4}[-\s]?[0-9]{3}[0-9Xx](?![\p{L}\p{N}-])", RegexOptions.CultureInvariant)]
    private static partial Regex Issn();

    /// <summary>In brackets, or a well-known word for a binding or a part that stands bare.</summary>
    [GeneratedRegex(
        @"\((?<words>[^()]*)\)?|(?<![\p{L}(])(?<words>(?:no\.? ?)?(?:jil|vol|pbk|hbk|hc|sc|set|e-?book|pdf|paper|cloth|lengkap)\b[^():;,]*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Qualifier();
}
