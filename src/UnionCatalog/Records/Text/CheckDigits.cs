namespace UnionCatalog.Records.Text;

/// <summary>The check digits of ISBN (ISO 2108, annex C) and ISSN (ISO 3297, annex A), on digits without hyphens.</summary>
internal static class CheckDigits
{
    /// <summary>
    /// The ISBN-13 of a valid ISBN-10 or ISBN-13; null where it is neither. Indonesia's 979 is a group of the ISBN-10
    /// as well as a prefix of the ISBN-13, so the length alone tells the two apart.
    /// </summary>
    public static string? ToIsbn13(string digits) => digits.Length switch
    {
        10 when IsModulo11(digits) => "978" + digits[..9] + Modulo10("978" + digits[..9]),
        13 when digits.StartsWith("978", StringComparison.Ordinal) || digits.StartsWith("979", StringComparison.Ordinal) =>
            digits.All(char.IsAsciiDigit) && digits[12] == Modulo10(digits[..12]) ? digits : null,
        _ => null,
    };

    /// <summary>Whether these are the eight characters of a valid ISSN.</summary>
    public static bool IsIssn(string digits) => digits.Length == 8 && IsModulo11(digits);

    /// <summary>Weights run down to 1 at the check digit, in which X is ten.</summary>
    private static bool IsModulo11(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var isLast = i == digits.Length - 1;
            if (!char.IsAsciiDigit(digits[i]) && !(isLast && digits[i] == 'X'))
            {
                return false;
            }

            sum += (digits.Length - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    private static char Modulo10(string twelve)
    {
        var sum = 0;
        for (var i = 0; i < twelve.Length; i++)
        {
            sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
