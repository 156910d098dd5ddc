using System.Globalization;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>ISBNs that no two editions have in common, under the prefixes of their time.</summary>
internal static class Isbns
{
    private const int Numbers = 1_000_000;
    private const long Step = 618_033;
    private const long SetStep = 61_803_399;

    /// <summary>The ISBN of an edition, for editions up to number 2,000,000.</summary>
    public static string Of(int edition, int year, bool isForeign)
    {
        var number = (edition % Numbers * Step) % Numbers;
        return isForeign ? WithCheckDigit(FormattableString.Invariant($"9780{edition * SetStep % 100_000_000:D8}"))
            : WithCheckDigit(FormattableString.Invariant($"{(edition >= Numbers ? "978634" : year < 2010 ? "978979" : year < 2018 ? "978602" : "978623")}{number:D6}"));
    }

    /// <summary>Another ISBN that belongs to an edition, such as that of the set which it is the first volume of.</summary>
    public static string OfSet(int edition) => WithCheckDigit(FormattableString.Invariant($"9781{edition * SetStep % 100_000_000:D8}"));

    public static string Issn(int edition)
    {
        var digits = (1_400_000 + edition).ToString("D7", CultureInfo.InvariantCulture)[^7..];
        var sum = digits.Select((digit, at) => (digit - '0') * (8 - at)).Sum();
        var check = (11 - (sum % 11)) % 11;
        return $"{digits[..4]}-{digits[4..]}{(check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture))}";
    }

    public static string ToTen(string isbn13)
    {
        var digits = isbn13[3..12];
        var sum = digits.Select((digit, at) => (digit - '0') * (10 - at)).Sum();
        var check = (11 - (sum % 11)) % 11;
        return digits + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Puts the hyphens where books of these prefixes have them.</summary>
    public static string Hyphenated(string isbn)
    {
        var (start, ten) = isbn.Length == 13 ? (isbn[..3] + "-", isbn[3..]) : ("", isbn);
        var group = ten[0] is '9' or '6' ? 3 : 1;
        return $"{start}{ten[..group]}-{ten[group..^4]}-{ten[^4..^1]}-{ten[^1]}";
    }

    private static string WithCheckDigit(string twelve)
    {
        var sum = twelve.Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 1 : 3)).Sum();
        return twelve + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
