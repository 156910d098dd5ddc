namespace UnionCatalog.Records.Marc;

/// <summary>The fields in another script (880), found through the numbers in $6 (MARC 21, appendix A, "Linkage").</summary>
internal sealed class LinkedFields
{
    private readonly Dictionary<string, MarcDataField> byLink = [];

    public LinkedFields(MarcRecord record)
    {
        foreach (var field in record.Fields("880"))
        {
            // "245-01/(3/r": the tag, the occurrence, the script, the direction.
            if (field['6'] is { Length: >= 6 } link)
            {
                byLink.TryAdd(link[..6], field);
            }
        }
    }

    /// <summary>The field that gives this one in its original script; null when there is none.</summary>
    public MarcDataField? Find(MarcDataField field) =>
        field['6'] is ['8', '8', '0', '-', var tens, var ones, ..] && (tens, ones) != ('0', '0')
            ? byLink.GetValueOrDefault($"{field.Tag}-{tens}{ones}")
            : null;

    /// <summary>The field of a tag that stands in its original script only (occurrence 00); null when there is none.</summary>
    public MarcDataField? FindUnlinked(string tag) => byLink.GetValueOrDefault(tag + "-00");
}
