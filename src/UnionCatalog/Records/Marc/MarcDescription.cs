using System.Text;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Extent (MARC 300), carrier (338, 245 $h), audience (521, 008/22) and languages (041, 008/35-37).</summary>
internal static class MarcDescription
{
    private static readonly Dictionary<char, string> Separators = new() { ['b'] = " : ", ['c'] = " ; ", ['e'] = " + " };

    public static Extent? ReadExtent(MarcRecord record)
    {
        foreach (var field in record.Fields("300"))
        {
            var text = new StringBuilder();
            foreach (var subfield in field.Subfields.Where(subfield => subfield.Code is 'a' or 'b' or 'c' or 'e' or 'f'))
            {
                if (Isbd.Strip(DescriptionText.Clean(subfield.Value)?.TrimEnd('+', ' ')) is { } part)
                {
                    text.Append(text.Length == 0 ? "" : Separators.GetValueOrDefault(subfield.Code, " ")).Append(part);
                }
            }

            if (text.Length > 0)
            {
                return DescriptionText.ReadExtent(text.ToString());
            }
        }

        return null;
    }

    public static string? ReadCarrier(MarcRecord record) =>
        Isbd.StripBrackets(BibMapper.First(record, "338", "a")) ?? Isbd.StripBrackets(BibMapper.First(record, "245", "h"));

    public static string? ReadAudience(MarcRecord record)
    {
        // 008/22 is the audience for all but serials, maps and mixed materials.
        var hasCode = BibMapper.At(record.Leader, 6) is not ('e' or 'f' or 'p') && BibMapper.At(record.Leader, 7) is not ('b' or 'i' or 's');
        return Isbd.Strip(BibMapper.First(record, "521", "a")) ?? (hasCode ? AudienceTerm(BibMapper.At(record.Control("008"), 22)) : null);
    }

    public static IReadOnlyList<string> ReadLanguages(MarcRecord record)
    {
        var languages = record.Fields("041").SelectMany(field => field.All('a')).SelectMany(Split)
            .Select(LanguageCodes.Find).OfType<string>().Distinct().ToList();
        var main = record.Control("008") is { Length: >= 38 } field ? LanguageCodes.Find(field[35..38]) : null;
        if (main is null)
        {
            return languages;
        }

        // 041 may be in any order; 008 says which comes first. One that 041 does not name is its guess, and last.
        languages.Insert(languages.Remove(main) ? 0 : languages.Count, main);
        return languages;
    }

    // Before 2001 several codes stood in one subfield: "engfre".
    private static IEnumerable<string> Split(string text) =>
        text.Length > 3 && text.Length % 3 == 0 && text.All(char.IsAsciiLetterLower) && LanguageCodes.Find(text) is null
            ? text.Chunk(3).Select(code => new string(code))
            : [text];

    private static string? AudienceTerm(char code) => code switch
    {
        'a' => "Preschool",
        'b' => "Primary",
        'c' => "Pre-adolescent",
        'd' => "Adolescent",
        'e' => "Adult",
        'f' => "Specialized",
        'g' => "General",
        'j' => "Juvenile",
        _ => null,
    };
}
