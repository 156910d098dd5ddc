using System.Globalization;
using System.Text;
using System.Xml;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Walks through a page's elements, whatever is in them.</summary>
internal static class SruXml
{
    private const int MaxDepth = 200;

    /// <summary>Opens a document. A DTD in it is an error.</summary>
    public static XmlReader Open(TextReader page, HarvestOptions options) => XmlReader.Create(page, new()
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = options.MaxPageBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>Stops at each child element of the one that the reader is on. What the caller leaves unread of a child is passed over.</summary>
    public static IEnumerable<string> Children(this XmlReader xml)
    {
        var depth = xml.Depth;
        while (xml.NextWithin(depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>The text inside the element that the reader is on, leaving it on that element's end.</summary>
    public static string Text(this XmlReader xml)
    {
        var (depth, text) = (xml.Depth, new StringBuilder());
        while (xml.NextWithin(depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>The same as a number; null where it is none.</summary>
    public static long? Number(this XmlReader xml) =>
        long.TryParse(xml.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// Goes on to the next node within the element of this depth; false at its end. Nesting is bounded, since the reader pays
    /// for every open element.
    /// </summary>
    public static bool NextWithin(this XmlReader xml, int depth) =>
        !(xml.Depth == depth && xml.IsEmptyElement)
        && xml.Read()
        && (xml.Depth <= MaxDepth ? xml.Depth > depth : throw Faults.TooLarge(" of nesting", MaxDepth, "levels"));
}
