using System.Globalization;
using System.Text;
using System.Xml.Linq;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

/// <summary>Writes MARC records for tests: from a few lines of text, as ISO 2709 or as MARCXML.</summary>
internal static class MarcSamples
{
    /// <summary>A record of two fields in ISO 2709, UTF-8.</summary>
    public static byte[] Record(string number, string title) =>
        ToIso2709(Parse(["LDR 00000nam a2200000 a 4500", $"001 {number}", $"245 10 $a{title}"]));

    /// <summary>Lines such as "LDR …", "001 …" and "245 10 $a…$b…"; "#" in the indicators is a blank.</summary>
    public static MarcRecord Parse(IEnumerable<string> lines)
    {
        var leader = new string(' ', MarcRecord.LeaderLength);
        var (controlFields, dataFields) = (new List<MarcControlField>(), new List<MarcDataField>());
        foreach (var line in lines)
        {
            var (tag, rest) = (line[..3], line[4..]);
            if (tag == "LDR")
            {
                leader = rest;
            }
            else if (tag.StartsWith("00", StringComparison.Ordinal))
            {
                controlFields.Add(new(tag, rest));
            }
            else
            {
                var subfields = rest[2..].Split('$').Skip(1).Select(text => new MarcSubfield(text[0], text[1..]));
                dataFields.Add(new(tag, rest[0] == '#' ? ' ' : rest[0], rest[1] == '#' ? ' ' : rest[1], [.. subfields]));
            }
        }

        return new(leader, controlFields, dataFields);
    }

    /// <summary>The record in ISO 2709, its text as UTF-8.</summary>
    public static byte[] ToIso2709(MarcRecord record)
    {
        var fields = record.ControlFields.Select(field => (field.Tag, Text: field.Value))
            .Concat(record.DataFields.Select(field => (field.Tag, Text: Text(field))))
            .Select(field => (field.Tag, Bytes: Encoding.UTF8.GetBytes(field.Text + "\u001E"))).ToList();
        return ToIso2709(record.Leader, fields);
    }

    /// <summary>A record in ISO 2709 of fields whose bytes end in their terminators.</summary>
    public static byte[] ToIso2709(string leader, List<(string Tag, byte[] Bytes)> fields)
    {
        var (directory, data) = (new StringBuilder(), new List<byte>());
        foreach (var (tag, bytes) in fields)
        {
            directory.Append(CultureInfo.InvariantCulture, $"{tag}{bytes.Length:D4}{data.Count:D5}");
            data.AddRange(bytes);
        }

        var first = MarcRecord.LeaderLength + directory.Length + 1;
        var length = first + data.Count + 1;
        var start = $"{length:D5}{leader[5..12]}{first:D5}{leader[17..]}{directory}\u001E";
        return [.. Encoding.ASCII.GetBytes(start), .. data, 0x1D];
    }

    /// <summary>The record in MARCXML.</summary>
    public static byte[] ToXml(MarcRecord record)
    {
        XNamespace slim = "http://www.loc.gov/MARC21/slim";
        var xml = new XElement(
            slim + "record",
            new XElement(slim + "leader", record.Leader),
            record.ControlFields.Select(field => new XElement(slim + "controlfield", new XAttribute("tag", field.Tag), field.Value)),
            record.DataFields.Select(field => new XElement(
                slim + "datafield",
                new XAttribute("tag", field.Tag),
                new XAttribute("ind1", field.Indicator1),
                new XAttribute("ind2", field.Indicator2),
                field.Subfields.Select(subfield => new XElement(slim + "subfield", new XAttribute("code", subfield.Code), subfield.Value)))));
        return Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting));
    }

    public static BibRecord Readable(RecordReading reading) => reading is RecordReading.Readable { Record: var record }
        ? record
        : throw new AssertionException($"{reading}");

    private static string Text(MarcDataField field) =>
        $"{field.Indicator1}{field.Indicator2}{string.Concat(field.Subfields.Select(subfield => $"\u001F{subfield.Code}{subfield.Value}"))}";
}
