using System.Buffers;

namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>The namespaces that are declared where a page's reader stands (Namespaces in XML 1.0).</summary>
internal sealed class Namespaces(byte[] xml)
{
    private static readonly SearchValues<byte> NotPlain = SearchValues.Create("&<>\"\t\r\n "u8);

    private readonly List<(Slice Prefix, Slice Uri)> _declared = [];

    /// <summary>How many declarations are in force, those that others hide among them.</summary>
    public int Count => _declared.Count;

    /// <summary>What elements without a prefix are in; empty for none.</summary>
    public Slice Default { get; private set; }

    /// <summary>Whether an attribute declares a namespace.</summary>
    public bool IsDeclaration(Name attribute) =>
        xml[attribute.Start] == 'x' && (attribute.Colon < 0 ? attribute.Whole : attribute.Prefix).Of(xml).SequenceEqual("xmlns"u8);

    /// <summary>Brings in what a start tag declares.</summary>
    public void Declare(ReadOnlySpan<Attribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (IsDeclaration(attribute.Name))
            {
                Declare(attribute.Name.Colon < 0 ? default : attribute.Name.Local, attribute.Value);
            }
        }

        Default = FindDefault();
    }

    /// <summary>Takes back all but the first so many declarations.</summary>
    public void Keep(int count)
    {
        if (count < _declared.Count)
        {
            _declared.RemoveRange(count, _declared.Count - count);
            Default = FindDefault();
        }
    }

    /// <summary>Refuses a tag that uses a prefix that is not declared, or may have an attribute twice (sections 5 and 6.3).</summary>
    public void Check(Name element, ReadOnlySpan<Attribute> attributes)
    {
        Find(element.Prefix);
        for (var i = 0; i < attributes.Length; i++)
        {
            var name = attributes[i].Name;
            if (name.Colon < 0 || IsDeclaration(name))
            {
                continue;
            }

            if (!name.Whole.Of(xml).SequenceEqual("xml:lang"u8))
            {
                Find(name.Prefix);
            }

            foreach (var other in attributes[..i])
            {
                // Two prefixes may be one namespace; of a local name that has both, nobody makes use.
                if (other.Name.Colon >= 0 && !IsDeclaration(other.Name) && name.Local.Of(xml).SequenceEqual(other.Name.Local.Of(xml)))
                {
                    throw Markup.Unusual();
                }
            }
        }
    }

    /// <summary>What a prefix stands for; the empty one for the default, which may be none.</summary>
    public Slice Find(Slice prefix) =>
        prefix.IsEmpty ? Default : TryFind(prefix, out var uri) ? uri : throw Markup.Unusual();

    /// <summary>Each prefix with what it stands for, in the order of their first declarations.</summary>
    public IEnumerable<(Slice Prefix, Slice Uri)> Prefixed()
    {
        for (var i = 0; i < _declared.Count; i++)
        {
            var prefix = _declared[i].Prefix;
            if (!prefix.IsEmpty && _declared.FindIndex(one => IsSame(one.Prefix, prefix)) == i)
            {
                yield return (prefix, Find(prefix));
            }
        }
    }

    /// <summary>Taking a namespace back, and what is reserved, is left to others.</summary>
    private void Declare(Slice prefix, Slice uri)
    {
        var name = uri.Of(xml);
        if (name.IsEmpty || name.ContainsAny(NotPlain) || IsReserved(prefix) || name.StartsWith("http://www.w3.org/XML/"u8) || name.StartsWith("http://www.w3.org/2000/xmlns"u8))
        {
            throw Markup.Unusual();
        }

        _declared.Add((prefix, uri));
    }

    private Slice FindDefault() => TryFind(default, out var uri) ? uri : default;

    private bool TryFind(Slice prefix, out Slice uri)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (IsSame(_declared[i].Prefix, prefix))
            {
                uri = _declared[i].Uri;
                return true;
            }
        }

        uri = default;
        return false;
    }

    private bool IsSame(Slice one, Slice other) => one.Of(xml).SequenceEqual(other.Of(xml));

    private bool IsReserved(Slice prefix) => prefix.Of(xml) is [(byte)'x' or (byte)'X', (byte)'m' or (byte)'M', (byte)'l' or (byte)'L', ..];
}
