namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Roman numerals up to 89: C, D and M stand for letters more often than for numbers, and so does L alone.</summary>
internal static class RomanNumeral
{
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = Enumerable.Range(1, 89)
        .Where(number => number != 50)
        .ToDictionary(Write, number => number, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Its number; 0: it is none.</summary>
    public static int Read(ReadOnlySpan<char> folded) => Numbers.TryGetValue(folded, out var number) ? number : 0;

    private static string Write(int number) => string.Concat(
        number / 10 is var tens && tens >= 5 ? "l" + new string('x', tens - 5) : tens == 4 ? "xl" : new string('x', tens),
        (number % 10) switch { 9 => "ix", 4 => "iv", >= 5 and var units => "v" + new string('i', units - 5), var units => new string('i', units) });
}
