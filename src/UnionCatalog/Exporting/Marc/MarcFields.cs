using UnionCatalog.Records.Marc;

namespace UnionCatalog.Exporting.Marc;

/// <summary>Gathers the data fields of a record; a field without a subfield that says anything is none.</summary>
internal sealed class MarcFields
{
    private readonly List<MarcDataField> _fields = [];
    private readonly List<MarcDataField> _linked = [];

    /// <summary>The fields in the order of their tags; those in other scripts last (MARC 21, "Organization of the record").</summary>
    public IReadOnlyList<MarcDataField> InOrder => [.. _fields.OrderBy(one => one.Tag, StringComparer.Ordinal), .. _linked];

    /// <summary>Adds a field, its subfields written "a", text, "b", text …</summary>
    public void Add(string tag, string indicators, params ReadOnlySpan<(char Code, string? Text)> subfields)
    {
        if (Field(tag, indicators, subfields) is { } field)
        {
            _fields.Add(field);
        }
    }

    /// <summary>Adds a field and, where there is one, the same in its original script: 880, tied to it by $6 (MARC 21, appendix A).</summary>
    public void AddWithScript(string tag, string indicators, string? original, params ReadOnlySpan<(char Code, string? Text)> subfields)
    {
        if (original is null || Field(tag, indicators, subfields) is not { } field)
        {
            Add(tag, indicators, subfields);
            return;
        }

        var number = $"{_linked.Count + 1:00}";
        _fields.Add(field with { Subfields = [new MarcSubfield('6', $"880-{number}"), .. field.Subfields] });
        _linked.Add(new MarcDataField("880", indicators[0], indicators[1], [new MarcSubfield('6', $"{tag}-{number}"), new MarcSubfield('a', original)]));
    }

    private static MarcDataField? Field(string tag, string indicators, ReadOnlySpan<(char Code, string? Text)> subfields)
    {
        var said = new List<MarcSubfield>();
        foreach (var (code, text) in subfields)
        {
            if (!string.IsNullOrEmpty(text))
            {
                said.Add(new MarcSubfield(code, text));
            }
        }

        return said.Count == 0 ? null : new MarcDataField(tag, indicators[0], indicators[1], said);
    }
}
