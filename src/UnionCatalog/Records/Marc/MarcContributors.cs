using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>
/// Main and added entries (MARC 1xx, 7xx). An added entry with a title ($t) is another work, not a contributor; one that
/// repeats a name and no other role says nothing new.
/// </summary>
internal static class MarcContributors
{
    private static readonly string[] Tags = ["100", "110", "111", "700", "710", "711", "720"];

    public static IReadOnlyList<Contributor> Read(MarcRecord record, LinkedFields links)
    {
        var contributors = new List<Contributor>();
        foreach (var field in record.Fields(Tags).Where(field => field.Tag[0] == '1' || field['t'] is null).OrderBy(field => field.Tag[0]))
        {
            if (Read(field) is { } contributor && !contributors.Exists(known => Repeats(contributor, known)))
            {
                contributors.Add(contributor with { OriginalScript = links.Find(field) is { } original ? Name(original, contributor.Kind) : null });
            }
        }

        return contributors;
    }

    private static bool Repeats(Contributor contributor, Contributor known) =>
        (contributor.Name, contributor.Kind) == (known.Name, known.Kind) && (contributor.Role is null || contributor.Role == known.Role);

    private static Contributor? Read(MarcDataField field)
    {
        var kind = field.Tag[1..] switch
        {
            "10" => ContributorKind.Corporate,
            "11" => ContributorKind.Meeting,
            _ => ContributorKind.Person,
        };
        return Name(field, kind) is not { } name ? null : new(name, kind)
        {
            Role = Role(field, kind == ContributorKind.Meeting ? 'j' : 'e'),
            IsMain = field.Tag[0] == '1',
            Dates = kind == ContributorKind.Person ? Isbd.Strip(field['d']) : null,
        };
    }

    // $4 holds a code or, in newer records, an address that ends in one; $e a word, kept as it is where it is on no list.
    private static string? Role(MarcDataField field, char word)
    {
        var code = field.All('4').Select(text => RelatorTerms.Find(text[(text.LastIndexOf('/') + 1)..].TrimEnd('.'))).FirstOrDefault(term => term is not null);
        var stated = field[word]?.Trim(' ', ',', ';', ':', '(', ')', '[', ']', '-');
        return code ?? RelatorTerms.Find(stated) ?? RelatorTerms.Find(stated?.TrimEnd('.')) ?? (string.IsNullOrEmpty(stated) ? null : stated.TrimEnd('.').ToLowerInvariant());
    }

    // Number and titles belong to a person's name, units to a body's, number, date and place to a meeting's.
    private static string? Name(MarcDataField field, ContributorKind kind) => Isbd.Strip(field.Join(kind switch
    {
        ContributorKind.Person => "abc",
        ContributorKind.Corporate => "abn",
        _ => "andce",
    }));
}
