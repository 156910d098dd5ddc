using System.Buffers;
using System.Text;
using System.Xml;

namespace UnionCatalog.Records.Marc;

/// <summary>
/// Reads a record of MARCXML (MARC21slim 1.1). Names count without their namespace: members' systems leave out its
/// declaration, or use a prefix that they do not declare. Read as a stream: a record may have thousands of items.
/// </summary>
internal sealed class MarcXml
{
    private const int LongestRecord = MarcFile.LongestRecord;

    private static readonly SearchValues<byte> EndsName = SearchValues.Create(" \t\r\n/>"u8);

    private readonly List<MarcControlField> controlFields = [];
    private readonly List<MarcDataField> dataFields = [];
    private string leader = "";

    private MarcXml()
    {
    }

    /// <summary>Reads the first record in an element; null, and why, where there is none.</summary>
    public static MarcRecord? Read(ReadOnlySpan<byte> element, List<string> warnings, out RecordError? error)
    {
        var record = new MarcXml();
        error = record.TryRead(element, warnings, isEnough: _ => false);
        return error is null ? new(MarcXmlLeader.Complete(record.leader, warnings), record.controlFields, record.dataFields) : null;
    }

    /// <summary>Why there is no record in a well-formed element: read as far as its first field.</summary>
    public static RecordError? FindError(ReadOnlySpan<byte> element) =>
        element.Length <= LongestRecord && BeginsWithField(element) ? null : new MarcXml().TryRead(element, [], isEnough: record => record.HasFields);

    /// <summary>Whether a well-formed element surely has a field: its first tags are MARCXML's usual ones.</summary>
    private static bool BeginsWithField(ReadOnlySpan<byte> element)
    {
        for (int tag; (tag = element.IndexOf((byte)'<')) >= 0;)
        {
            element = element[(tag + 1)..];
            var name = element[..Math.Max(0, element.IndexOfAny(EndsName))];
            var local = name[(name.IndexOf((byte)':') + 1)..];
            if (local.SequenceEqual("controlfield"u8) || local.SequenceEqual("datafield"u8))
            {
                return true;
            }

            if (local.SequenceEqual("leader"u8))
            {
                element = AfterText(element);
            }
            else if (name is not [(>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'), ..])
            {
                return false; // an end tag, a comment or the like
            }
        }

        return false;
    }

    /// <summary>What is behind the end tag of an element that has only text; nothing where it has more, which is no field then.</summary>
    private static ReadOnlySpan<byte> AfterText(ReadOnlySpan<byte> element)
    {
        var end = element.IndexOf("</"u8);
        return end >= 0 && element.IndexOf((byte)'<') == end ? element[(end + 2)..] : [];
    }

    private bool HasFields => controlFields.Count + dataFields.Count > 0;

    private RecordError? TryRead(ReadOnlySpan<byte> element, List<string> warnings, Predicate<MarcXml> isEnough)
    {
        if (element.Length > LongestRecord)
        {
            return new($"The record is longer than {LongestRecord} bytes. Shorten it in the member's catalogue.");
        }

        var text = Readable(Encoding.UTF8.GetString(element), warnings);
        try
        {
            ReadFields(text, isEnough);
        }
        catch (XmlException broken)
        {
            return new(
                $"The record is not well-formed XML: {broken.Message} Ask the member to correct it, or the maker of its system.",
                ByteOffset: RecordXml.ByteOffset(text, broken), Identifier: Identifier);
        }

        return HasFields ? null : new("The record has no MARC fields. Check that the member's system really sends MARCXML in this format.");
    }

    private string? Identifier => controlFields.Find(control => control.Tag == "001").Value?.Trim() is { Length: > 0 } number ? number : null;

    private void ReadFields(string text, Predicate<MarcXml> isEnough)
    {
        // Only this reader can do without namespaces, so that an undeclared prefix is no error.
        using var xml = new XmlTextReader(new StringReader(text))
        {
            Namespaces = false, Normalization = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
        };
        while (!isEnough(this) && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && LocalName(xml) == "record" && HasFields)
            {
                return;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                ReadElement(xml);
            }
        }
    }

    private void ReadElement(XmlTextReader xml)
    {
        switch (LocalName(xml))
        {
            case "leader":
                leader = ReadText(xml);
                break;
            case "controlfield":
                AddControlField(Tag(xml), ReadText(xml));
                break;
            case "datafield":
                ReadDataField(xml);
                break;
        }
    }

    private void ReadDataField(XmlTextReader xml)
    {
        var (tag, first, second) = (Tag(xml), Indicator(xml, "ind1"), Indicator(xml, "ind2"));
        var subfields = new List<MarcSubfield>();
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && LocalName(xml) == "subfield")
            {
                var code = xml.GetAttribute("code")?.Trim();
                var value = ReadText(xml);
                subfields.Add(new(string.IsNullOrEmpty(code) ? 'a' : code[0], value));
            }
        }

        if (tag.StartsWith("00", StringComparison.Ordinal))
        {
            // INLISLite repeats control fields as data fields; what the control field says counts.
            AddControlField(tag, subfields.Find(subfield => !string.IsNullOrWhiteSpace(subfield.Value)).Value ?? "");
        }
        else
        {
            dataFields.Add(new(tag, first, second, subfields));
        }
    }

    private void AddControlField(string tag, string value)
    {
        if (!controlFields.Exists(field => field.Tag == tag && (field.Value == value || value.Length == 0)))
        {
            controlFields.Add(new(tag, value));
        }
    }

    private static string ReadText(XmlTextReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
            }
        }

        return CombiningMarks.Settle(text.ToString());
    }

    private static string LocalName(XmlTextReader xml) => xml.Name[(xml.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Tag(XmlTextReader xml) => (xml.GetAttribute("tag") ?? "").Trim().PadLeft(3, '0');

    private static char Indicator(XmlTextReader xml, string name) => xml.GetAttribute(name) is [var first, ..] && first != '#' ? first : ' ';

    // XML 1.0, section 2.2, allows no control characters; systems send them all the same.
    private static string Readable(string text, List<string> warnings)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '\uFFFD') < 0 && start == 0)
        {
            return text;
        }

        var readable = string.Create(text.Length - start, (text, start), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.text[i + state.start];
                span[i] = (c < ' ' && c is not ('\t' or '\n' or '\r')) || c > '\uFFFD' ? ' ' : c;
            }
        });
        if (!readable.AsSpan().SequenceEqual(text.AsSpan(start)))
        {
            warnings.Add("Characters that XML does not allow were left out.");
        }

        return readable;
    }
}
