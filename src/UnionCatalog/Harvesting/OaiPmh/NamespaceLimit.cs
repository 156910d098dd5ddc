using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// Bounds the namespaces that a page declares around its records. Each record is copied out with all that are in scope, so a
/// page that declares thousands would grow by as many times as it has records.
/// </summary>
internal sealed class NamespaceLimit
{
    /// <summary>Names and addresses together. Pages in life have some hundreds.</summary>
    private const int MostCharacters = 10_000;

    private long _characters;

    /// <summary>Takes in what the element declares that the reader is on.</summary>
    /// <exception cref="MemberFault">The page declares more than is allowed.</exception>
    public void Take(IPageXml xml) => Take(xml.AttributesLength);

    /// <inheritdoc cref="Take(IPageXml)"/>
    public void Take(XmlReader xml) => Take(AttributesLength(xml));

    /// <summary>How many characters an element's attributes have, names and values together.</summary>
    public static int AttributesLength(XmlReader xml)
    {
        var length = 0;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            length += xml.Name.Length + xml.Value.Length;
        }

        xml.MoveToElement();
        return length;
    }

    /// <summary>Takes in a declaration of so many characters.</summary>
    /// <exception cref="MemberFault">The page declares more than is allowed.</exception>
    public void Take(int characters)
    {
        _characters += characters;
        if (_characters > MostCharacters)
        {
            throw Faults.TooManyNamespaces(MostCharacters);
        }
    }
}
