namespace UnionCatalog.Search.Asking;

/// <summary>A range of Dewey numbers as the few beginnings of numbers that cover it.</summary>
internal static class ClassRange
{
    private const int MostDigits = 12;

    /// <summary>The beginnings of a number, without its point: "899.2" has "8", "89", "899", "8992".</summary>
    public static IEnumerable<string> Beginnings(string number)
    {
        var digits = Digits(number);
        return Enumerable.Range(1, digits.Length).Select(length => digits[..length]);
    }

    /// <summary>The beginnings that the numbers of a range have and no others: 500 to 599 is "5".</summary>
    /// <param name="from">The first number; null: from 000 on.</param>
    /// <param name="to">The last number, with all that stands below it; null: to 999.</param>
    public static IReadOnlyList<string> Cover(string? from, string? to)
    {
        var first = Digits(from ?? "000");
        var last = Digits(to ?? "999");
        var cover = new List<string>();
        Add("", first, last, cover);
        return cover;
    }

    private static void Add(string beginning, string? first, string? last, List<string> cover)
    {
        // Where the bounds have no digit more, all that begins so is within.
        var from = first is null || first.Length <= beginning.Length ? null : first;
        var to = last is null || last.Length <= beginning.Length ? null : last;
        if (beginning.Length > 0 && (from is null || from[beginning.Length..].Trim('0').Length == 0) && (to is null || to[beginning.Length..].Trim('9').Length == 0))
        {
            cover.Add(beginning);
            return;
        }

        for (var digit = '0'; digit <= '9'; digit++)
        {
            if ((from is null || digit >= from[beginning.Length]) && (to is null || digit <= to[beginning.Length]))
            {
                Add(
                    beginning + digit,
                    from is not null && digit == from[beginning.Length] ? from : null,
                    to is not null && digit == to[beginning.Length] ? to : null,
                    cover);
            }
        }
    }

    private static string Digits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length <= MostDigits ? digits : digits[..MostDigits];
    }
}
