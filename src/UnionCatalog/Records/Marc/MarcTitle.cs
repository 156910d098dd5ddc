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
        Field(record) is not { } field ? null : Isbd.Strip(field['c']) ?? Isbd.Strip(Split(field).Responsibility);

    private static MarcDataField? Field(MarcRecord record) =>
        record.Fields("245").OrderByDescending(field => field['a'] is not null).FirstOrDefault();

    private static Title Read(MarcDataField field, MarcRecord record)
    {
        var (proper, remainder, _) = Split(field);
        string? parallel = null;
        if (field['a'] is [.., '='])
        {
            (parallel, remainder) = (remainder, null);
        }
        else if (remainder?.IndexOf(" = ", StringComparison.Ordinal) is var sign and >= 0)
        {
            (parallel, remainder) = (remainder[(sign.Value + 3)..], remainder[..sign.Value]);
        }

        // Archives and some old records have the title in $k (form), parts in $p only.
        var title = Isbd.Strip(proper) ?? Isbd.Strip(field['k']) ?? Isbd.Strip(field['p']) ?? "";
        return new(title)
        {
            Remainder = Isbd.Strip(remainder),
            PartNumber = Join(field, 'n'),
            PartName = Join(field, 'p'),
            Parallel = Isbd.Strip(parallel) ?? ReadParallel(record),
            NonFiling = char.IsAsciiDigit(field.Indicator2) && field.Indicator2 - '0' < title.Length ? field.Indicator2 - '0' : 0,
        };
    }

    // Many systems keep the whole of ISBD's first area in $a: "Title : rest / responsibility".
    private static (string? Proper, string? Remainder, string? Responsibility) Split(MarcDataField field)
    {
        var (proper, remainder, responsibility) = (field['a'], field.Join("b"), (string?)null);
        if (field['c'] is null && proper?.IndexOf(" / ", StringComparison.Ordinal) is var slash and > 0)
        {
            (proper, responsibility) = (proper[..slash.Value], proper[(slash.Value + 3)..]);
        }

        if (remainder is null && proper?.IndexOf(" : ", StringComparison.Ordinal) is var colon and > 0)
        {
            (proper, remainder) = (proper[..colon.Value], proper[(colon.Value + 3)..]);
        }

        return (proper, remainder, responsibility);
    }

    private static string? ReadParallel(MarcRecord record) =>
        Isbd.Strip(record.Fields("246").FirstOrDefault(field => field.Indicator2 == '1')?.Join("ab"));

    private static string? Join(MarcDataField field, char code)
    {
        var parts = field.All(code).Select(Isbd.Strip).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(". ", parts);
    }
}
