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

    /// <summary>Dewey numbers: "500..599", "899.221", "500..", "5xx"; null: it says none.</summary>
    public static Clause.Classes? Classes(string text)
    {
        if (OneClass().Match(text) is { Success: true } one)
        {
            return new Clause.Classes(one.Groups[1].Value, one.Groups[1].Value);
        }

        var range = ClassRange().Match(text);
        var (from, to) = (range.Groups["from"].Value, range.Groups["to"].Value);
        if (!range.Success || from.Length + to.Length == 0)
        {
            return null;
        }

        return from.Length > 0 && to.Length > 0 && string.CompareOrdinal(from, to) > 0
            ? new Clause.Classes(to, from)
            : new Clause.Classes(from.Length > 0 ? from : null, to.Length > 0 ? to : null);
    }

    /// <summary>A number in whatever form, whether it is right or not.</summary>
    public static Clause.Number Number(string text) => new(SearchIdentifier.Find(text) ?? SearchIdentifier.Bare(text));

    private static Clause? Value(Token token) => token.Field switch
    {
        AskedField.Year => Years(token.Text),
        AskedField.Class => Classes(token.Text),
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

    private static Clause.Years? Years(string text)
    {
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

    private static IEnumerable<Clause> Words(Token token)
    {
        var takesWords = token.Field is AskedField.Anywhere or AskedField.Title or AskedField.Author or AskedField.Subject or AskedField.Series
            or AskedField.Publisher or AskedField.CallNumber;
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

    [GeneratedRegex(@"^(?<sign>[<>]=?)?(?<from>[0-9]{3,4})?(?<span>\s*(?:\.{2,}|…|-|–|—)\s*)?(?<to>(?<=[^0-9])[0-9]{3,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearRange();

    [GeneratedRegex(@"^(?<from>[0-9]{3}(?:\.[0-9]+)?)?\s*(?:\.{2,}|…|-|–|—)\s*(?<to>[0-9]{3}(?:\.[0-9]+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassRange();

    [GeneratedRegex(@"^([0-9]{3}(?:\.[0-9]+)?|[0-9]{1,2}(?=[*xX]))\.?(?:\*|[xX]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex OneClass();
}
