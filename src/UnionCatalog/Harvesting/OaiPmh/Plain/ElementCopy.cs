using System.Buffers;
using System.Text;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>
/// Copies an element to the bytes that <see cref="MetadataCopy"/> makes of it. Most of a record stands in the page as it is
/// kept, and is copied in one go from one difference to the next.
/// </summary>
internal sealed class ElementCopy(byte[] xml, Markup markup, Namespaces namespaces)
{
    private readonly ArrayBufferWriter<byte> _copy = new();
    private readonly ArrayBufferWriter<byte> _text = new();
    private XmlQualifiedName _root = XmlQualifiedName.Empty;

    // The default namespaces that the copy declares, each at the depth of its element.
    private readonly Stack<(int Depth, Slice Uri)> _defaults = new();

    // What is to be copied as it stands.
    private int _from;
    private int _to;

    /// <summary>Begins with the start tag that the markup is on.</summary>
    /// <returns>The element's name.</returns>
    public XmlQualifiedName Start(int depth)
    {
        _copy.ResetWrittenCount();
        _defaults.Clear();
        _defaults.Push((-1, default));
        WriteStartTag(isRoot: true, NeedsDefault(depth));
        _from = _to = markup.Place.End;
        return _root = Known(markup.Name.Local.Of(xml), namespaces.Find(markup.Name.Prefix).Of(xml));
    }

    /// <summary>Adds what the markup is on.</summary>
    /// <exception cref="XmlException">It becomes too large.</exception>
    public void Add(int depth, int limit)
    {
        var place = markup.Place;
        if (place.Start != _to)
        {
            CopyUntil(_to, place.Start); // there was a comment
        }

        var needsDefault = markup.Kind == XmlNodeType.Element && NeedsDefault(depth);
        if (!markup.IsPlain || needsDefault || DeclaresDefault())
        {
            CopyUntil(place.Start, place.End);
            Rewrite(needsDefault);
        }

        _to = place.End;
        Require(limit);
    }

    /// <summary>The copy.</summary>
    public byte[] End(int limit)
    {
        CopyUntil(_to, _to);
        Require(limit);
        return _copy.WrittenSpan.ToArray();
    }

    private void Require(int limit)
    {
        if (_copy.WrittenCount + _to - _from > limit)
        {
            throw Markup.Unusual();
        }
    }

    private void CopyUntil(int end, int next)
    {
        _copy.Write(xml.AsSpan(_from, end - _from));
        _from = next;
    }

    private void Rewrite(bool needsDefault)
    {
        switch (markup.Kind)
        {
            case XmlNodeType.Element:
                WriteStartTag(isRoot: false, needsDefault);
                break;
            case XmlNodeType.EndElement:
                Write("</"u8, markup.Name.Whole);
                _copy.Write(">"u8);
                break;
            default:
                WriteText(markup.Text, markup.TextPlace);
                break;
        }
    }

    /// <summary>The root declares every prefix in scope.</summary>
    private void WriteStartTag(bool isRoot, bool needsDefault)
    {
        Write("<"u8, markup.Name.Whole);
        foreach (var (prefix, uri) in isRoot ? namespaces.Prefixed() : [])
        {
            Write(" xmlns:"u8, prefix);
            Write("=\""u8, uri);
            _copy.Write("\""u8);
        }

        foreach (var attribute in markup.Attributes)
        {
            if (!namespaces.IsDeclaration(attribute.Name) || (!isRoot && attribute.Name.Colon >= 0))
            {
                WriteAttribute(attribute);
            }
        }

        if (needsDefault)
        {
            Write(" xmlns=\""u8, namespaces.Default);
            _copy.Write("\""u8);
        }

        _copy.Write(markup.IsEmpty ? " />"u8 : ">"u8);
    }

    private void WriteAttribute(Attribute attribute)
    {
        Write(" "u8, attribute.Name.Whole);
        _copy.Write("=\""u8);
        WriteText(attribute.Value, TextPlace.Value);
        _copy.Write("\""u8);
    }

    private void WriteText(Slice text, TextPlace place)
    {
        _text.ResetWrittenCount();
        Characters.Decode(text.Of(xml), place, _text);
        Characters.Encode(_text.WrittenSpan, place, _copy);
    }

    /// <summary>A default namespace is declared where a name is in it, not where the page declares it.</summary>
    private bool NeedsDefault(int depth)
    {
        while (_defaults.Peek().Depth >= depth)
        {
            _defaults.Pop();
        }

        var needs = markup.Name.Colon < 0 && !namespaces.Default.Of(xml).SequenceEqual(_defaults.Peek().Uri.Of(xml));
        if (needs)
        {
            _defaults.Push((depth, namespaces.Default));
        }

        return needs;
    }

    private bool DeclaresDefault()
    {
        var declares = false;
        foreach (var attribute in markup.HasNamespaces && markup.Kind == XmlNodeType.Element ? markup.Attributes : [])
        {
            declares |= attribute.Name.Colon < 0 && namespaces.IsDeclaration(attribute.Name);
        }

        return declares;
    }

    /// <summary>A page's records have one name.</summary>
    private XmlQualifiedName Known(ReadOnlySpan<byte> local, ReadOnlySpan<byte> uri) =>
        Ascii.Equals(local, _root.Name) && Ascii.Equals(uri, _root.Namespace)
            ? _root : new(Encoding.ASCII.GetString(local), Encoding.UTF8.GetString(uri));

    private void Write(ReadOnlySpan<byte> before, Slice part)
    {
        _copy.Write(before);
        _copy.Write(part.Of(xml));
    }
}
