using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Title and statement of responsibility (MARC 245, 246).</summary>
internal static class MarcTitle
{
    public static Title Read(MarcRecord record, LinkedFields links)
    {
        if (Field(record) is not { } field)
        {
            return links.FindUnlinked("245") is { } original ? Read(original, record) with { OriginalScript = Isbd.Strip(original['a']) } : Title.None;
        }

        return Read(field, record) with { OriginalScript = Isbd.Strip(links.Find(field)?['a']) };
    }

    public static string? ReadResponsibility(MarcRecord record) =>
        Field(record) is not { } field ? null : Isbd.Strip(HasOneSubfield(field) ? TitleStatement.Read(field['a']!).Responsibility : field['c']);

    private static MarcDataField? Field(MarcRecord record) =>
        record.Fields("245").OrderByDescending(field => field['a'] is not null).FirstOrDefault();

    private static Title Read(MarcDataField field, MarcRecord record)
    {
        var title = HasOneSubfield(field) ? TitleStatement.Read(field['a']!).Title : ReadSubfields(field);
        return title with
        {
            Proper = Isbd.Strip(title.Proper) ?? "",
            Remainder = Isbd.Strip(title.Remainder),
            PartName = Isbd.Strip(title.PartName),
            Parallel = Isbd.Strip(title.Parallel) ?? ReadParallel(record),
            NonFiling = char.IsAsciiDigit(field.Indicator2) && field.Indicator2 - '0' < title.Proper.Length ? field.Indicator2 - '0' : 0,
        };
    }

    // Many systems keep the whole of ISBD's first area in $a: "Title : rest / responsibility".
    private static bool HasOneSubfield(MarcDataField field) => field['a'] is not null && field.Join("bcnp") is null;

    private static Title ReadSubfields(MarcDataField field)
    {
        var (remainder, parallel) = (field.Join("b"), (string?)null);
        if (field['a'] is [.., '='])
        {
            (parallel, remainder) = (remainder, null);
        }
        else if (remainder?.IndexOf(" = ", StringComparison.Ordinal) is var sign and >= 0)
        {
            (parallel, remainder) = (remainder[(sign.Value + 3)..], remainder[..sign.Value]);
        }

        // Without $a, archives have the title in $k (form); others in a part or the remainder.
        return new(Isbd.Strip(field['a']) ?? Isbd.Strip(field['k']) ?? Isbd.Strip(field['p']) ?? Isbd.Strip(field['b']) ?? "")
        {
            Remainder = remainder,
            PartNumber = Join(field, 'n'),
            PartName = Join(field, 'p'),
            Parallel = parallel,
        };
    }

    private static string? ReadParallel(MarcRecord record) =>
        Isbd.Strip(record.Fields("246").FirstOrDefault(field => field.Indicator2 == '1')?.Join("ab"));

    private static string? Join(MarcDataField field, char code)
    {
        var parts = field.All(code).Select(Isbd.Strip).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(". ", parts);
    }
}
