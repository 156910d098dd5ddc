using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Publication (MARC 264 second indicator 1, else 260, else another 264) and its year (008, else their dates).</summary>
internal static class MarcPublications
{
    public static IReadOnlyList<Publication> Read(MarcRecord record) => [.. Statements(record).SelectMany(Read).Distinct()];

    /// <summary>The year in 008 where its type of date (008/06) says that it is one; else the first in the statements.</summary>
    public static int? ReadYear(MarcRecord record)
    {
        var field = record.Control("008");
        var date1 = field is { Length: >= 11 } ? DescriptionText.FindYear(field[7..11]) : null;

        // n: unknown; b: before Christ; q: somewhere between two years, so that the printed date knows better.
        var type = BibMapper.At(field, 6);
        var printed = Statements(record).Concat(Copyright(record)).SelectMany(statement => statement.All('c', 'g'))
            .Select(date => DescriptionText.FindYear(date)).FirstOrDefault(year => year is not null);
        return type switch
        {
            'n' or 'b' => printed,
            'q' => printed ?? date1,
            _ => date1 ?? printed,
        };
    }

    private static List<MarcDataField> Statements(MarcRecord record)
    {
        var all = record.Fields("264").Where(field => field.Indicator2 != '4').ToList();
        var published = all.FindAll(field => field.Indicator2 == '1');
        var old = record.Fields("260").ToList();
        return published.Count > 0 ? published : old.Count > 0 ? old : all;
    }

    private static IEnumerable<MarcDataField> Copyright(MarcRecord record) => record.Fields("264").Where(field => field.Indicator2 == '4');

    // Places come before their publisher: "$a Jakarta : $b Gramedia ; $a Bandung : $b Mizan, $c 2009".
    private static List<Publication> Read(MarcDataField field)
    {
        var found = new List<Publication>();
        string? place = null;
        var open = false;
        foreach (var subfield in field.Subfields)
        {
            var text = ImprintText.Stated(Paired(Isbd.Strip(DescriptionText.Clean(subfield.Value))));
            if (text is null)
            {
                continue;
            }

            if (subfield.Code == 'a')
            {
                place = open ? $"{place} ; {text}" : text;
                open = true;
            }
            else if (subfield.Code == 'b')
            {
                found.Add(new(place, text, null));
                open = false;
            }
        }

        if (open)
        {
            found.Add(new(place, null, null));
        }

        var date = Paired(Isbd.Strip(field.Join("c")));
        return found.Count > 0 ? found.ConvertAll(publication => publication with { Date = date }) : date is null ? [] : [new(null, null, date)];
    }

    // "[Jakarta :$bGramedia,$c1988?]": a bracket around several subfields stands in each only half.
    private static string? Paired(string? text) => text switch
    {
        ['[', .. var rest] when !rest.Contains(']', StringComparison.Ordinal) => Isbd.Strip(rest),
        [.. var rest, ']'] when !rest.Contains('[', StringComparison.Ordinal) => Isbd.Strip(rest),
        _ => text,
    };
}
