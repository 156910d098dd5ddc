using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace UnionCatalog.Exporting;

/// <summary>
/// A person's name as citations part it. Only what the record itself inverts is parted, and "J.K. Rowling", whose initials show it:
/// most Indonesian names have no family name, and one that was guessed would be wrong.
/// </summary>
/// <param name="Family">The part that the name is filed under; the whole name where it has no such part.</param>
/// <param name="Given">The rest; null where the name is one whole.</param>
/// <param name="Suffix">What stands behind both, such as "Jr."; null when nothing.</param>
internal sealed partial record PersonName(string Family, string? Given, string? Suffix = null)
{
    private static readonly FrozenSet<string> Honorifics = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "prof", "dr", "drs", "dra", "drg", "ir", "h", "hj", "kh", "k.h", "tgk", "ust", "ustadz", "habib", "raden", "r.a", "sir", "mr", "mrs");

    /// <summary>"Given Family", as it is said.</summary>
    public string Direct => Given + (Given is null or [.., '-'] ? "" : " ") + Family + (Suffix is null ? "" : $" {Suffix}");

    /// <summary>"Family, Given", as it is filed.</summary>
    public string Inverted => string.Join(", ", new[] { Family, Given, Suffix }.OfType<string>());

    /// <summary>Reads a name as a record gives it: "Toer, Pramoedya Ananta", "Prof. Dr. Suwardi Endraswara, M.Hum."</summary>
    public static PersonName Read(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToList();
        parts = [.. parts.Where((part, index) => index == 0 || !IsTitle(part, parts, index))];
        return parts switch
        {
            [] => new PersonName(name, null),
            [var whole] => Part(WithoutHonorifics(whole)),
            [var family, var given] => new PersonName(family, given),
            [var family, var given, .. var rest] => new PersonName(family, given, string.Join(", ", rest)),
        };
    }

    /// <summary>"P. A." of "Pramoedya Ananta", "J.-P." of "Jean-Paul", "L. van" of "Ludwig van"; the whole where the script has no initials.</summary>
    public static string Initials(string given) =>
        given.Any(letter => char.IsLetter(letter) && letter > '\u024F')
            ? given
            : string.Join(' ', given.Replace(".", ". ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => char.IsLower(word[0]) ? word : string.Join('-', word.Split('-', StringSplitOptions.RemoveEmptyEntries).Where(part => char.IsLetter(part[0])).Select(part => $"{char.ToUpperInvariant(part[0])}.")))
                .Where(word => word.Length > 0));

    private static PersonName Part(string whole)
    {
        var words = whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[..^1].All(word => Initial().IsMatch(word))
            ? new PersonName(words[^1], string.Join(' ', words[..^1]))
            : new PersonName(whole, null);
    }

    private static string WithoutHonorifics(string whole)
    {
        var words = whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.SkipWhile(word => word.EndsWith('.') && Honorifics.Contains(word.TrimEnd('.')) && !IsInitialOf(words)).ToArray();
        return kept.Length == 0 ? whole : string.Join(' ', kept);
    }

    /// <summary>"H. G. Wells" has initials and no title.</summary>
    private static bool IsInitialOf(string[] words) => words.Length > 2 && words[..^1].All(word => Initial().IsMatch(word));

    /// <summary>"Suwardi Endraswara, M.A." has a degree, "Wells, H." and "Smith, M.A." have initials behind a family name.</summary>
    private static bool IsTitle(string part, List<string> parts, int index) =>
        (index > 1 || parts[0].Contains(' ', StringComparison.Ordinal) || !OnlyInitials().IsMatch(part)) && (Degree().IsMatch(part) || IsHonorific(part));

    private static bool IsHonorific(string part) => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Honorifics.Contains(word.TrimEnd('.')));

    /// <summary>"S.Pd.", "M.Hum", "Ph.D.", "SE", "M.A.": what universities give and citations leave out.</summary>
    [GeneratedRegex(@"^(?:(?:[SM]\.?\s?(?:Pd|Ag|Si|Hum|Kom|Sos|Psi|Kes|Farm|Ked|Sn|Th|Pd\.?I|H|E|T|P|Sc|A|IP|Ak|AB|M|Ed|Phil|Kn)\.?\s?(?:I\.?)?)|Ph\.?\s?D\.?|Lc\.?|SH|SE|MM|MBA|MPd|SPd|A\.?Md\.?|Sp\.\s?\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Degree();

    [GeneratedRegex(@"^(?:\p{Lu}\.-?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();

    [GeneratedRegex(@"^(?:\p{Lu}\.?[\s-]?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyInitials();
}
