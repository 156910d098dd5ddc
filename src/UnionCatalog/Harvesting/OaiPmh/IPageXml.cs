using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>A page's XML, node by node. Comments and processing instructions are passed over.</summary>
/// <remarks>
/// <see cref="AnyXml"/> reads every page that is well-formed; <see cref="Plain.PlainXml"/> reads the usual ones three times as
/// fast, to the same nodes and bytes, and gives the others up.
/// </remarks>
internal interface IPageXml
{
    /// <summary>What kind of node it is on; of white space between two pieces of markup it is Whitespace.</summary>
    XmlNodeType NodeType { get; }

    /// <summary>In how many elements the node is; an element's start and its end are in those around it.</summary>
    int Depth { get; }

    /// <summary>The element's name without its prefix.</summary>
    string LocalName { get; }

    /// <summary>Whether the element is one tag, and so has no end.</summary>
    bool IsEmptyElement { get; }

    /// <summary>How many characters the element's attributes have, names and values together.</summary>
    int AttributesLength { get; }

    /// <summary>The text's characters.</summary>
    string Value { get; }

    /// <summary>Goes on to the next node; false behind the last.</summary>
    /// <exception cref="XmlException">The page is not well-formed, or not one that is read here.</exception>
    bool Read();

    /// <summary>The value of the element's attribute; null when it has none of this name.</summary>
    string? GetAttribute(string name);

    /// <summary>Copies the element that it is on, a document of its own then, and goes on to that element's end.</summary>
    /// <param name="limit">The most bytes to keep.</param>
    OaiMetadata TakeElement(int limit);
}
