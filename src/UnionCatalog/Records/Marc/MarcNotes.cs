using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Notes (MARC 5xx), summary (520) and contents (505).</summary>
internal static class MarcNotes
{
    // Of their own in BibRecord (505, 520, 521), or the library's business and no reader's: acquisition, ownership, actions.
    private static readonly string[] NotNotes = ["505", "520", "521", "541", "561", "583"];

    public static IReadOnlyList<string> Read(MarcRecord record) =>
        [.. record.DataFields.Where(field => field.Tag[0] == '5' && !NotNotes.Contains(field.Tag)).Select(Text).OfType<string>().Distinct()];

    public static string? ReadSummary(MarcRecord record) =>
        DescriptionText.Clean(string.Join(' ', record.Fields("520").Select(field => field.Join("abc")).OfType<string>()));

    public static string? ReadContents(MarcRecord record) =>
        DescriptionText.Clean(string.Join(" -- ", record.Fields("505").Select(Text).OfType<string>()));

    private static string? Text(MarcDataField field) =>
        field.Join(string.Concat(field.Subfields.Select(subfield => subfield.Code).Where(char.IsAsciiLetter).Distinct().Except("uw")));
}
