namespace UnionCatalog.Records.Marc;

/// <summary>A MARC 21 record as it stands: nothing interpreted, text decoded but not cleaned.</summary>
/// <param name="Leader">24 characters; blanks where the record had none.</param>
/// <param name="ControlFields">Fields 001 to 009 in the order of the record.</param>
/// <param name="DataFields">All others in the order of the record.</param>
internal sealed record MarcRecord(
    string Leader, IReadOnlyList<MarcControlField> ControlFields, IReadOnlyList<MarcDataField> DataFields)
{
    public const int LeaderLength = 24;

    /// <summary>The first control field of this tag that says anything; null when there is none.</summary>
    public string? Control(string tag) =>
        ControlFields.FirstOrDefault(field => field.Tag == tag && !string.IsNullOrWhiteSpace(field.Value)).Value;

    /// <summary>The data fields of this tag. A linked field in another script (880) is none of them.</summary>
    public IEnumerable<MarcDataField> Fields(string tag) => DataFields.Where(field => field.Tag == tag);

    /// <summary>The data fields of these tags, in the order of the record.</summary>
    public IEnumerable<MarcDataField> Fields(params IReadOnlyList<string> tags) => DataFields.Where(field => tags.Contains(field.Tag));
}

internal readonly record struct MarcControlField(string Tag, string Value);

internal readonly record struct MarcSubfield(char Code, string Value);
