using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Control numbers (MARC 001, 010, 016, 035) and standard identifiers (020, 022, 024).</summary>
internal static partial class MarcNumbers
{
    public static IReadOnlyList<ControlNumber> ReadControlNumbers(MarcRecord record)
    {
        var numbers = new List<ControlNumber>();
        Add(numbers, DescriptionText.Clean(record.Control("001")), DescriptionText.Clean(record.Control("003")));
        foreach (var field in record.Fields("010", "016", "035"))
        {
            switch (field.Tag)
            {
                case "010":
                    Add(numbers, field['a']?.Replace(" ", "", StringComparison.Ordinal), "DLC");
                    break;
                case "016":
                    Add(numbers, field['a'], field.Indicator1 == '7' ? field['2'] : null);
                    break;
                default:
                    var match = Prefixed().Match(field['a'] ?? "");
                    Add(numbers, match.Groups["number"].Value, match.Groups["agency"].Value);
                    break;
            }
        }

        return [.. numbers.Distinct()];
    }

    public static IReadOnlyList<StandardIdentifier> ReadIdentifiers(MarcRecord record)
    {
        var found = new List<StandardIdentifier>();
        foreach (var field in record.Fields("020", "022", "024"))
        {
            var qualifier = Qualifier(field);
            Func<string, IEnumerable<StandardIdentifier>> read = field.Tag switch
            {
                "020" => IdentifierParser.ReadIsbns,
                "022" => IdentifierParser.ReadIssns,
                _ => text => OtherIdentifiers.Read(field.Indicator1, field['2'], text),
            };
            found.AddRange(field.All('a').SelectMany(read).Select(id => id with { Qualifier = id.Qualifier ?? qualifier }));

            // The record itself says that these are wrong or of another edition: kept to be found by, never to be matched on.
            found.AddRange(field.All('z', 'y').SelectMany(read).Select(id => id with { Value = id.Raw, IsValid = false, Qualifier = id.Qualifier ?? qualifier }));
        }

        return [.. found.Distinct()];
    }

    private static string? Qualifier(MarcDataField field) =>
        DescriptionText.Clean(string.Join("; ", field.All('q').Select(text => text.Trim(' ', '(', ')', ':', ';', ',')).Where(text => text.Length > 0)));

    private static void Add(List<ControlNumber> numbers, string? number, string? agency)
    {
        if (string.IsNullOrEmpty(number))
        {
            return;
        }

        // OCLC writes one number as ocm00012345, on1234567890 and 12345.
        var bare = agency == "OCoLC" && OcolcNumber().Match(number) is { Success: true } match ? match.Groups["number"].Value : number;
        numbers.Add(new(bare, string.IsNullOrEmpty(agency) ? null : agency));
    }

    [GeneratedRegex(@"^(?:\((?<agency>[^()]{1,40})\)\s*)?(?<number>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed();

    [GeneratedRegex("^(?:ocm|ocn|on)?0*(?<number>[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex OcolcNumber();
}
