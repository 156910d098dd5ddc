namespace UnionCatalog.Search.Asking;

/// <summary>A range of Dewey numbers as the few beginnings of numbers that cover it.</summary>
internal static class ClassRange
{
    private const int MostDigits = 12;

    /// <summary>The digits before the point, which every number has.</summary>
    private const int WholeDigits = 3;

    /// <summary>Stands behind a number that ends there.</summary>
    private const char End = '=';

    /// <summary>The beginnings of a number, without its point, and the number itself: "899.2" has "8", "89", "899", "8992", "8992=".</summary>
    public static IEnumerable<string> Beginnings(string number)
    {
        var digits = Digits(number);
        return Enumerable.Range(1, digits.Length).Select(length => digits[..length]).Append(digits + End);
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
        // Where the bounds have no digit more, or none that keeps anything out, all that begins so is within.
        var from = first is null || first.AsSpan(Math.Min(beginning.Length, first.Length)).Trim('0').IsEmpty ? null : first;
        var to = last is null || last.AsSpan(Math.Min(beginning.Length, last.Length)).Trim('9').IsEmpty ? null : last;
        if (beginning.Length > 0 && from is null && to is null)
        {
            cover.Add(beginning);
            return;
        }

        if (from is null && beginning.Length >= WholeDigits)
        {
            cover.Add(beginning + End);
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
