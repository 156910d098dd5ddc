using System.Xml.Linq;

namespace UnionCatalog.Records;

/// <summary>
/// The clean texts of an element's children, by their local names. Cleaned once: a record in Dublin Core is asked for some
/// thirty names.
/// </summary>
internal sealed class ElementTexts
{
    private readonly List<(string Name, string Text)> texts = [];

    /// <summary>Those of this element; children that are empty are left out.</summary>
    public ElementTexts(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Text() is { } text)
            {
                texts.Add((child.Name.LocalName, text));
            }
        }
    }

    /// <summary>Those of the children of this local name, in the order of the record.</summary>
    public IEnumerable<string> Texts(string localName)
    {
        foreach (var (name, text) in texts)
        {
            if (name.Equals(localName, StringComparison.OrdinalIgnoreCase))
            {
                yield return text;
            }
        }
    }
}
