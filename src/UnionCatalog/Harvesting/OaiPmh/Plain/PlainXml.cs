using System.Buffers;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>
/// Reads the XML that providers usually send: UTF-8, names in ASCII, no DTD. It takes a page to be well-formed only where XML
/// does, and gives up at whatever it does not know; a test compares it with <see cref="AnyXml"/>.
/// </summary>
internal sealed class PlainXml : IPageXml
{
    private readonly byte[] _xml;
    private readonly Markup _markup;
    private readonly Namespaces _namespaces;
    private readonly ElementCopy _copy;
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Stack<(Slice Name, int Namespaces)> _open = new();
    private int _namespacesBefore;
    private bool _hasRoot;

    /// <param name="page">The page from its first tag or declaration on.</param>
    /// <exception cref="XmlException">It gives up.</exception>
    public PlainXml(ArraySegment<byte> page)
    {
        if (!Utf8.IsValid(page) || !Characters.AreAllowed(page))
        {
            throw Markup.Unusual();
        }

        _xml = page.Array!;
        _markup = new(_xml, page.Offset + Opening.Length(page), page.Offset + page.Count);
        _namespaces = new(_xml);
        _copy = new(_xml, _markup, _namespaces);
    }

    public XmlNodeType NodeType => _markup.Kind == XmlNodeType.Text && IsSpace() ? XmlNodeType.Whitespace : _markup.Kind;

    public int Depth { get; private set; }

    public string LocalName => Encoding.ASCII.GetString(_markup.Name.Local.Of(_xml));

    public bool IsEmptyElement => _markup.IsEmpty;

    public int AttributesLength
    {
        get
        {
            var length = 0;
            foreach (var attribute in _markup.Attributes)
            {
                length += attribute.Name.End - attribute.Name.Start + Decode(attribute.Value, TextPlace.Value).Length;
            }

            return length;
        }
    }

    public string Value => Decode(_markup.Text, _markup.TextPlace);

    public bool Read()
    {
        if (_markup is { Kind: XmlNodeType.Element, IsEmpty: true })
        {
            _namespaces.Keep(_namespacesBefore);
        }

        do
        {
            if (!_markup.Next())
            {
                return End();
            }
        }
        while (_markup.Kind == XmlNodeType.None);

        Depth = _open.Count;
        switch (_markup.Kind)
        {
            case XmlNodeType.Element:
                OpenElement();
                break;
            case XmlNodeType.EndElement:
                CloseElement();
                break;
            default:
                RequirePlaceForText();
                break;
        }

        return true;
    }

    public string? GetAttribute(string name)
    {
        foreach (var attribute in _markup.Attributes)
        {
            if (Encoding.ASCII.GetString(attribute.Name.Whole.Of(_xml)) == name)
            {
                return Decode(attribute.Value, TextPlace.Value);
            }
        }

        return null;
    }

    public OaiMetadata TakeElement(int limit)
    {
        var (depth, isEmpty) = (Depth, IsEmptyElement);
        var root = _copy.Start(depth);
        while (!isEmpty && Depth <= OaiReader.MaxDepth && Read())
        {
            _copy.Add(Depth, limit);
            isEmpty = Depth == depth;
        }

        // How much is kept of what is too large, or nested too deep, is decided elsewhere.
        return isEmpty ? new(root, _copy.End(limit), IsCut: false) : throw Markup.Unusual();
    }

    private bool End()
    {
        Depth = 0;
        return _hasRoot && _open.Count == 0 ? false : throw Markup.Unusual();
    }

    private void OpenElement()
    {
        if (_hasRoot && _open.Count == 0)
        {
            throw Markup.Unusual();
        }

        _hasRoot = true;
        _namespacesBefore = _namespaces.Count;
        if (_markup.HasNamespaces)
        {
            _namespaces.Declare(_markup.Attributes);
            _namespaces.Check(_markup.Name, _markup.Attributes);
        }

        if (!_markup.IsEmpty)
        {
            _open.Push((_markup.Name.Whole, _namespacesBefore));
        }
    }

    private void CloseElement()
    {
        if (!_open.TryPop(out var opened) || !opened.Name.Of(_xml).SequenceEqual(_markup.Name.Whole.Of(_xml)))
        {
            throw Markup.Unusual();
        }

        _namespaces.Keep(opened.Namespaces);
        Depth = _open.Count;
    }

    /// <summary>Outside the root there is white space only, and none that is referred to.</summary>
    private void RequirePlaceForText()
    {
        if (_open.Count == 0 && (NodeType != XmlNodeType.Whitespace || _markup.Text.Of(_xml).Contains((byte)'&')))
        {
            throw Markup.Unusual();
        }
    }

    private bool IsSpace() => Characters.IsSpace(_markup.IsPlain ? _markup.Text.Of(_xml) : Meaning(_markup.Text, TextPlace.Content));

    private string Decode(Slice text, TextPlace place) => Encoding.UTF8.GetString(Meaning(text, place));

    private ReadOnlySpan<byte> Meaning(Slice text, TextPlace place)
    {
        _text.ResetWrittenCount();
        Characters.Decode(text.Of(_xml), place, _text);
        return _text.WrittenSpan;
    }
}
