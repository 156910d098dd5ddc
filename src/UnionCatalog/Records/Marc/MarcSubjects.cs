namespace UnionCatalog.Records.Marc;

/// <summary>Subject headings (MARC 600 to 655) and classification numbers (050, 060, 080, 082, 084, 090 to 099).</summary>
internal static class MarcSubjects
{
    private const string Subdivisions = "vxyz";
    private const string NotPartOfHeading = "0123456789ew";

    private static readonly string[] Tags = ["600", "610", "611", "630", "647", "648", "650", "651", "653", "655"];

    public static IReadOnlyList<Subject> Read(MarcRecord record)
    {
        var subjects = new List<Subject>();
        foreach (var field in record.Fields(Tags))
        {
            // In 653 each $a is a heading of its own.
            var headings = field.Tag == "653" ? field.All('a').Select(Isbd.Strip) : [Heading(field)];
            subjects.AddRange(headings.OfType<string>().Select(text => new Subject(text, Scheme(field))));
        }

        return [.. subjects.Distinct()];
    }

    public static IReadOnlyList<Classification> ReadClassifications(MarcRecord record)
    {
        var found = new List<Classification>();
        foreach (var field in record.DataFields)
        {
            if (SchemeOf(field.Tag) is { } scheme)
            {
                // "378.1/8" marks where a small library may stop; the slash is no part of the number (MARC 082 $a).
                found.AddRange(field.All('a').Select(text => scheme == ClassificationScheme.Ddc ? text.Replace("/", "", StringComparison.Ordinal) : text)
                    .Select(Isbd.Strip).OfType<string>().Select(number => new Classification(scheme, number)));
            }
        }

        return [.. found.Distinct()];
    }

    private static string? Heading(MarcDataField field)
    {
        var codes = string.Concat(field.Subfields.Select(subfield => subfield.Code).Distinct()
            .Where(code => !NotPartOfHeading.Contains(code) && !Subdivisions.Contains(code)));
        var parts = field.All(Subdivisions).Prepend(field.Join(codes)).Select(Isbd.Strip).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(" -- ", parts);
    }

    private static string? Scheme(MarcDataField field) => field.Tag == "653" ? null : field.Indicator2 switch
    {
        '0' => "lcsh",
        '1' => "lcshac",
        '2' => "mesh",
        '3' => "nal",
        '5' => "cash",
        '6' => "rvm",
        '7' => field['2']?.TrimEnd('.').ToLowerInvariant(),
        _ => null,
    };

    private static ClassificationScheme? SchemeOf(string tag) => tag switch
    {
        "082" => ClassificationScheme.Ddc,
        "080" => ClassificationScheme.Udc,
        "050" => ClassificationScheme.Lcc,
        "060" or "084" => ClassificationScheme.Local,
        ['0', '9', >= '0' and <= '9'] => ClassificationScheme.Local,
        _ => null,
    };
}
