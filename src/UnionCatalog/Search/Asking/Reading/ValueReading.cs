using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Search.Asking.Reading;

/// <summary>Second pass: what one piece says in its field. A value that its field does not take is read as words, its prefix too.</summary>
internal static partial class ValueReading
{
    /// <summary>The clauses of a piece.</summary>
    public static IEnumerable<Clause> Read(Token token)
    {
        var clauses = Value(token) is { } clause ? [clause] : Words(token).ToList();
        return token.IsNegated ? clauses.Select(wanted => new Clause.Not(wanted)) : clauses;
    }

    /// <summary>A number in whatever form, whether it is right or not.</summary>
    public static Clause.Number Number(string text) => new(SearchIdentifier.Find(text) ?? SearchIdentifier.Bare(text));

    /// <summary>Whether words are looked for in a field.</summary>
    public static bool TakesWords(AskedField field) => field is AskedField.Anywhere or AskedField.Title or AskedField.Author or AskedField.Subject
        or AskedField.Series or AskedField.Publisher or AskedField.CallNumber;

    /// <summary>How much of a text is a range of years or classes with blanks in it: "1990 .. 2005"; 0: it does not begin with one.</summary>
    public static int LengthOfRange(ReadOnlySpan<char> text)
    {
        foreach (var range in WideRange().EnumerateMatches(text))
        {
            return range.Length;
        }

        return 0;
    }

    private static Clause? Value(Token token) => token.Field switch
    {
        // Whatever it is, so long as there is one; of words that could only be found out by going through all of them.
        AskedField.Year when IsStar(token) => new Clause.Years(null, null),
        AskedField.Class when IsStar(token) => new Clause.Classes(null, null),
        AskedField.Year => Years(token.Text),
        AskedField.Class => ClassReading.Read(token.Text),
        AskedField.Language => LanguageCodes.Find(token.Text) is { } code ? new Clause.Named(AskedField.Language, code) : null,
        AskedField.Format => FormatWords.Find([token.Text], []) is not ResourceFormat.Unknown and var format
            ? new Clause.Named(AskedField.Format, format.ToString().ToLowerInvariant())
            : null,
        AskedField.Library or AskedField.Place => new Clause.Named(token.Field, token.Text),
        AskedField.Identifier => Number(token.Text),
        AskedField.Anywhere when token.Text.Length >= ShortestNumber && SearchIdentifier.Find(token.Text) is { } number => new Clause.Number(number),
        _ => null,
    };

    // Eight digits without a hyphen are a date as often as an ISSN.
    private const int ShortestNumber = 9;

    private const int YearDigits = 4;

    private static Clause.Years? Years(string text)
    {
        if (BegunYear().Match(text) is { Success: true } begun)
        {
            var digits = begun.Groups["year"].Value;
            return new Clause.Years(Year(digits.PadRight(YearDigits, '0')), Year(digits.PadRight(YearDigits, '9')));
        }

        var range = YearRange().Match(text);
        var (from, to) = (Year(range.Groups["from"].Value), Year(range.Groups["to"].Value));
        if (!range.Success || (from is null && to is null))
        {
            return null;
        }

        if (!range.Groups["span"].Success)
        {
            return range.Groups["sign"].Value switch
            {
                ">=" => new(from, null),
                ">" => new(from + 1, null),
                "<=" => new(null, from),
                "<" => new(null, from - 1),
                _ => new(from, from),
            };
        }

        return from > to ? new(to, from) : new(from, to);
    }

    private static int? Year(string digits) => digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsStar(Token token) => token.Text.AsSpan().Trim('*').IsEmpty;

    private static IEnumerable<Clause> Words(Token token)
    {
        if (IsStar(token))
        {
            return [];
        }

        var takesWords = TakesWords(token.Field);
        // "kelas:899.221 HIR" and "kelas:7": a call number, and the class of a school.
        var field = takesWords ? token.Field : AskedField.Anywhere;
        IEnumerable<Clause> prefix = takesWords || token.Prefix is null ? [] : [new Clause.Word(AskedField.Anywhere, token.Prefix)];
        return [.. prefix, .. TextOf(token, field)];
    }

    private static IEnumerable<Clause> TextOf(Token token, AskedField field) => token.Form switch
    {
        TokenForm.Quoted => [new Clause.Phrase(field, token.Text)],
        TokenForm.Bracketed => token.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Word(field, word)),
        _ => [Word(field, token.Text)],
    };

    private static Clause Word(AskedField field, string text) =>
        text.Trim('*') is var bare && bare.Length > 0 && text.TrimStart('*').Contains('*')
            ? new Clause.Pattern(field, text.TrimStart('*'))
            : new Clause.Word(field, bare);

    [GeneratedRegex(@"^(?:(?<sign>[<>]=?)\s*)?(?<from>[0-9]{3,4})?(?<span>\s*(?:\.{2,}|…|-|–|—)\s*)?(?<to>(?<=[^0-9])[0-9]{3,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearRange();

    [GeneratedRegex(@"^(?:(?<year>[0-9]{1,4})\*|(?<year>[0-9]{3})[xX]|(?<year>[0-9]{2})[xX]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex BegunYear();

    // A dash with blanks around it is a range only between two numbers: it may as well begin what comes next.
    [GeneratedRegex(
        @"^(?:[0-9]{3,4}(?:\.[0-9]+)?\s*(?:\.{2,}|…)(?:\s*[0-9]{3,4}(?:\.[0-9]+)?)?|[0-9]{3,4}(?:\.[0-9]+)?(?:\s*[–—]\s*|\s+-\s+)[0-9]{3,4}(?:\.[0-9]+)?|(?:\.{2,}|…)\s*[0-9]{3,4}(?:\.[0-9]+)?|[<>]=?\s+[0-9]{3,4})(?=\s|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex WideRange();
}
