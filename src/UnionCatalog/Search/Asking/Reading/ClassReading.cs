using System.Text.RegularExpressions;

namespace UnionCatalog.Search.Asking.Reading;

/// <summary>Reads classes as librarians write them: Dewey's, and the Indonesian extension of 297 for Islam, whose second sign is a letter.</summary>
internal static partial class ClassReading
{
    private const int WholeDigits = 3;

    /// <summary>The clause; null: it says no class.</summary>
    public static Clause? Read(string text) => IslamClass().IsMatch(text) ? new Clause.Word(AskedField.CallNumber, text.TrimEnd('*')) : Dewey(text);

    /// <summary>Dewey numbers: "500..599", "899.221", "500..", "5xx", "500", "37"; null: it says none.</summary>
    public static Clause.Classes? Dewey(string text)
    {
        if (OneClass().Match(text) is { Success: true } one)
        {
            var number = WithAllBelow(one.Groups["number"].Value, hasStar: one.Groups["star"].Success);
            return new Clause.Classes(number, number);
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

    /// <summary>
    /// Noughts at the end of a number without a point fill it up to three digits: 500 stands above 501 to 599, and 370 above 371 to 379. With
    /// a star or as a range from itself to itself it is the number alone.
    /// </summary>
    private static string WithAllBelow(string number, bool hasStar) =>
        number.Length == WholeDigits && !hasStar ? number[0] + number[1..].TrimEnd('0') : number;

    // Two digits are a division (89: 890 to 899), but for 10 to 12, which are classes of a school, as one digit is.
    [GeneratedRegex(@"^(?<number>[0-9]{3}(?:\.[0-9]+)?|[0-9]{1,2}(?=[*xX])|(?!1[0-2])[0-9]{2})\.?(?<star>\*|[xX]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex OneClass();

    [GeneratedRegex(@"^(?<from>[0-9]{3}(?:\.[0-9]+)?)?\s*(?:\.{2,}|…|-|–|—)\s*(?<to>[0-9]{3}(?:\.[0-9]+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassRange();

    [GeneratedRegex(@"^2[xX](?:[0-9](?:\.[0-9]+)?)?\.?\*?$", RegexOptions.CultureInvariant)]
    private static partial Regex IslamClass();
}
