using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>A field with indicators and subfields.</summary>
internal sealed record MarcDataField(string Tag, char Indicator1, char Indicator2, IReadOnlyList<MarcSubfield> Subfields)
{
    /// <summary>The first subfield of this code that is not empty, cleaned; null when there is none.</summary>
    public string? this[char code] => All(code).FirstOrDefault();

    /// <summary>Every subfield of these codes that is not empty, cleaned, in the order of the field.</summary>
    public IEnumerable<string> All(params ReadOnlySpan<char> codes)
    {
        var found = new List<string>();
        foreach (var subfield in Subfields)
        {
            if (codes.Contains(subfield.Code) && DescriptionText.Clean(subfield.Value) is { } text)
            {
                found.Add(text);
            }
        }

        return found;
    }

    /// <summary>The subfields of these codes in the order of the field, joined by spaces; null when all are empty.</summary>
    public string? Join(string codes)
    {
        var text = string.Join(' ', All(codes));
        return text.Length == 0 ? null : text;
    }
}
