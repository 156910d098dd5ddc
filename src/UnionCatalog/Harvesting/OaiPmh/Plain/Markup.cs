using System.Buffers;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>
/// Cuts a page into tags and texts, and holds each by itself to be right (XML 1.0, sections 2.4 to 3.1). Knows the XML that
/// programs write; at anything else, be it allowed or not, it gives up.
/// </summary>
/// <param name="xml">Bytes that are UTF-8, without a character that XML does not have.</param>
/// <param name="start">Where the root's tag, or what is before it, starts.</param>
/// <param name="end">Where the page ends.</param>
internal sealed class Markup(byte[] xml, int start, int end)
{
    private const int MostAttributes = 32;
    private const int MayGoOn = 1;
    private const int MayBegin = 2;

    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create("<&>\r"u8);
    private static readonly SearchValues<byte> EndsPlainValue = SearchValues.Create("\"&<>\t\r\n"u8);

    // What each byte may do in a name.
    private static readonly byte[] InName = [.. Enumerable.Range(0, 256).Select(letter => (byte)(
        char.IsAsciiLetter((char)letter) || letter == '_' ? MayBegin : char.IsAsciiDigit((char)letter) || letter is '-' or '.' ? MayGoOn : 0))];

    private readonly Attribute[] _attributes = new Attribute[MostAttributes];
    private int _attributeCount;

    /// <summary>A tag, a text or a CDATA section; None for what is passed over.</summary>
    public XmlNodeType Kind { get; private set; }

    /// <summary>Where it stands in the page.</summary>
    public Slice Place { get; private set; } = new(start, start);

    /// <summary>The tag's name.</summary>
    public Name Name { get; private set; }

    /// <summary>The start tag's attributes, namespaces among them.</summary>
    public ReadOnlySpan<Attribute> Attributes => _attributes.AsSpan(0, _attributeCount);

    /// <summary>Whether the start tag has a prefix somewhere or declares a namespace.</summary>
    public bool HasNamespaces { get; private set; }

    /// <summary>Whether the tag is an element's start and end.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Whether an XmlWriter would write the tag or the text just so.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The text, or what is inside the CDATA section.</summary>
    public Slice Text { get; private set; }

    /// <summary>Where that text stands.</summary>
    public TextPlace TextPlace => Kind == XmlNodeType.CDATA ? TextPlace.CData : TextPlace.Content;

    /// <summary>Goes on to the next; false at the end of the page.</summary>
    /// <exception cref="XmlException">It gives up.</exception>
    public bool Next()
    {
        var at = Place.End;
        if (at == end)
        {
            Kind = XmlNodeType.None;
            return false;
        }

        switch ((At(at), At(at + 1)))
        {
            case ((byte)'<', (byte)'/'):
                ReadEndTag(at);
                break;
            case ((byte)'<', (byte)'?'):
                ReadInstruction(at);
                break;
            case ((byte)'<', (byte)'!'):
                ReadSection(at);
                break;
            case ((byte)'<', _):
                ReadStartTag(at);
                break;
            default:
                ReadText(at);
                break;
        }

        return true;
    }

    /// <summary>What giving up is told by. Nobody reads it: <see cref="AnyXml"/> has the last word on the page.</summary>
    public static XmlException Unusual() => new("This is not the XML that is read so.");

    private void ReadStartTag(int tag)
    {
        Kind = XmlNodeType.Element;
        Name = ReadName(tag + 1);
        HasNamespaces = Name.Colon >= 0;
        IsPlain = true;
        _attributeCount = 0;
        for (var at = Name.End; ; at = ReadAttribute(at))
        {
            var next = SkipSpace(at);
            switch (At(next))
            {
                case (byte)'>':
                    IsEmpty = false;
                    IsPlain &= next == at;
                    Place = new(tag, next + 1);
                    return;
                case (byte)'/' when At(next + 1) == '>':
                    IsEmpty = true;
                    IsPlain &= IsOneSpace(at, next);
                    Place = new(tag, next + 2);
                    return;
            }
        }
    }

    /// <param name="at">The end of what is before it.</param>
    /// <returns>Its end.</returns>
    private int ReadAttribute(int at)
    {
        var begin = SkipSpace(at);
        var name = ReadName(begin);
        var equals = SkipSpace(name.End);
        var quote = SkipSpace(equals + 1);
        if (begin == at || At(equals) != '=' || At(quote) is not ((byte)'"' or (byte)'\'') || !IsNew(name))
        {
            throw Unusual();
        }

        var value = ReadValue(quote, out var isPlain);
        IsPlain &= isPlain && IsOneSpace(at, begin) && quote == name.End + 1 && xml[quote] == '"';
        HasNamespaces |= name.Colon >= 0 || xml[begin] == 'x';
        _attributes[_attributeCount++] = new(name, value, isPlain);
        return value.End + 1;
    }

    private Slice ReadValue(int quote, out bool isPlain)
    {
        var length = xml.AsSpan(quote + 1, end - quote - 1).IndexOfAny(EndsPlainValue);
        isPlain = length >= 0 && xml[quote + 1 + length] == xml[quote];
        if (isPlain)
        {
            return new(quote + 1, quote + 1 + length);
        }

        var value = Until(quote + 1, xml.AsSpan(quote, 1));
        return !value.Of(xml).Contains((byte)'<') && Characters.AreReferencesKnown(value.Of(xml)) ? value : throw Unusual();
    }

    private bool IsNew(Name attribute)
    {
        var isNew = _attributeCount < MostAttributes;
        for (var i = 0; i < _attributeCount && isNew; i++)
        {
            isNew = !attribute.Whole.Of(xml).SequenceEqual(_attributes[i].Name.Whole.Of(xml));
        }

        return isNew;
    }

    private void ReadEndTag(int tag)
    {
        Kind = XmlNodeType.EndElement;
        Name = ReadName(tag + 2);
        var close = SkipSpace(Name.End);
        IsPlain = close == Name.End;
        Place = At(close) == '>' ? new(tag, close + 1) : throw Unusual();
    }

    private void ReadText(int begin)
    {
        Kind = XmlNodeType.Text;
        var rest = xml.AsSpan(begin, end - begin);
        var length = rest.IndexOfAny(EndsPlainText);
        IsPlain = length >= 0 && rest[length] == '<';
        length = IsPlain ? length : rest.IndexOf((byte)'<');
        Place = Text = new(begin, length < 0 ? end : begin + length);
        if (!IsPlain && (Text.Of(xml).IndexOf("]]>"u8) >= 0 || !Characters.AreReferencesKnown(Text.Of(xml))))
        {
            throw Unusual();
        }
    }

    private void ReadSection(int at)
    {
        var rest = xml.AsSpan(at, end - at);
        if (rest.StartsWith("<![CDATA["u8))
        {
            Kind = XmlNodeType.CDATA;
            Text = Until(at + 9, "]]>"u8);
            Place = new(at, Text.End + 3);
            IsPlain = false;
        }
        else if (rest.StartsWith("<!--"u8))
        {
            Kind = XmlNodeType.None;
            var close = Until(at + 4, "--"u8).End + 2;
            Place = At(close) == '>' ? new(at, close + 1) : throw Unusual();
        }
        else
        {
            throw Unusual();
        }
    }

    /// <summary>The page's own declaration is not among them: see <see cref="Opening"/>.</summary>
    private void ReadInstruction(int at)
    {
        Kind = XmlNodeType.None;
        var target = ReadName(at + 2);
        var close = Until(target.End, "?>"u8).End;
        if (target.Colon >= 0 || IsReserved(target.Whole) || (close != target.End && !Characters.IsSpace(At(target.End))))
        {
            throw Unusual();
        }

        Place = new(at, close + 2);
    }

    /// <summary>"xml" begins the names that XML keeps to itself (section 2.3); "xml-stylesheet" is one that is used.</summary>
    private bool IsReserved(Slice target) =>
        target.Of(xml) is [(byte)'x' or (byte)'X', (byte)'m' or (byte)'M', (byte)'l' or (byte)'L', ..] && !target.Of(xml).SequenceEqual("xml-stylesheet"u8);

    private Name ReadName(int start)
    {
        var rest = start < end ? xml.AsSpan(start, end - start) : [];
        var (at, colon, least) = (0, -1, MayBegin);
        for (; at < rest.Length; at++)
        {
            if (rest[at] == ':' && colon < 0 && least == MayGoOn)
            {
                (colon, least) = (at, MayBegin);
            }
            else if (InName[rest[at]] >= least)
            {
                least = MayGoOn;
            }
            else
            {
                break;
            }
        }

        return least == MayGoOn && At(start + at) != ':' ? new(start, colon < 0 ? -1 : start + colon, start + at) : throw Unusual();
    }

    private Slice Until(int from, ReadOnlySpan<byte> mark)
    {
        var length = from > end ? -1 : xml.AsSpan(from, end - from).IndexOf(mark);
        return length < 0 ? throw Unusual() : new(from, from + length);
    }

    private int SkipSpace(int at)
    {
        while (Characters.IsSpace(At(at)))
        {
            at++;
        }

        return at;
    }

    private bool IsOneSpace(int from, int to) => to == from + 1 && xml[from] == ' ';

    /// <summary>The byte there; behind the end one that is in no markup.</summary>
    private byte At(int at) => at < end ? xml[at] : (byte)0;
}
