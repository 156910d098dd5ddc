using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads every page that is well-formed.</summary>
internal sealed class AnyXml : IPageXml, IDisposable
{
    private readonly XmlReader _xml;

    /// <param name="page">The page.</param>
    /// <param name="longest">The most characters that it may have.</param>
    public AnyXml(TextReader page, long longest) => _xml = XmlReader.Create(page, new XmlReaderSettings
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    public XmlNodeType NodeType => _xml.NodeType;

    public int Depth => _xml.Depth;

    public string LocalName => _xml.LocalName;

    public bool IsEmptyElement => _xml.IsEmptyElement;

    public int AttributesLength => NamespaceLimit.AttributesLength(_xml);

    public string Value => _xml.Value;

    public bool Read() => _xml.Read();

    public string? GetAttribute(string name) => _xml.GetAttribute(name);

    public OaiMetadata TakeElement(int limit) => MetadataCopy.Take(_xml, limit);

    public void Dispose() => _xml.Dispose();
}
