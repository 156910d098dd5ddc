using System.Globalization;
using System.Text;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Exporting.Marc;

/// <summary>
/// Writes a record in the exchange format (ISO 2709; MARC 21 Specifications, "Record structure"). A field has at most 9,999 bytes and a
/// record 99,999: longer texts are cut, and what no longer fits is left out, notes first, then items.
/// </summary>
internal static class Iso2709Writing
{
    private const int LongestField = 9_999;
    private const int LongestRecord = 99_999;
    private const int EntryLength = 12;

    public static byte[] Write(MarcRecord record)
    {
        var fields = record.ControlFields.Select(field => (field.Tag, Bytes: Control(field)))
            .Concat(record.DataFields.Select(field => (field.Tag, Bytes: Data(field)))).ToList();
        var kept = Fitting(fields);
        var first = MarcRecord.LeaderLength + (kept.Count * EntryLength) + 1;
        var length = first + kept.Sum(field => field.Bytes.Length) + 1;
        using var bytes = new MemoryStream(length);
        Append(bytes, $"{Number(length, 5)}{record.Leader[5..12]}{Number(first, 5)}{record.Leader[17..]}");
        var start = 0;
        foreach (var (tag, content) in kept)
        {
            Append(bytes, tag + Number(content.Length, 4) + Number(start, 5));
            start += content.Length;
        }

        bytes.WriteByte(Iso2709.FieldTerminator);
        foreach (var (_, content) in kept)
        {
            bytes.Write(content);
        }

        bytes.WriteByte(Iso2709.RecordTerminator);
        return bytes.ToArray();
    }

    /// <summary>As many fields as there is room for, the more needed ones first; in the order of the record.</summary>
    private static List<(string Tag, byte[] Bytes)> Fitting(List<(string Tag, byte[] Bytes)> fields)
    {
        var room = LongestRecord - MarcRecord.LeaderLength - 2;
        var kept = new bool[fields.Count];
        foreach (var (index, field) in fields.Index().OrderBy(pair => Rank(pair.Item.Tag)))
        {
            var needed = field.Bytes.Length + EntryLength;
            if (needed <= room)
            {
                kept[index] = true;
                room -= needed;
            }
        }

        return [.. fields.Where((_, index) => kept[index])];
    }

    private static int Rank(string tag) => tag switch
    {
        ['0', ..] or ['1', ..] or "245" or "260" => 0,
        ['5', ..] => 3,
        "852" or "866" => 2,
        _ => 1,
    };

    private static byte[] Control(MarcControlField field) => [.. Encoding.UTF8.GetBytes(field.Value), Iso2709.FieldTerminator];

    private static byte[] Data(MarcDataField field)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte((byte)field.Indicator1);
        bytes.WriteByte((byte)field.Indicator2);
        foreach (var subfield in field.Subfields)
        {
            var room = LongestField - (int)bytes.Length - 3;
            if (room <= 0)
            {
                break;
            }

            bytes.WriteByte(Iso2709.Delimiter);
            bytes.WriteByte((byte)subfield.Code);
            bytes.Write(Cut(subfield.Value, room));
        }

        bytes.WriteByte(Iso2709.FieldTerminator);
        return bytes.ToArray();
    }

    /// <summary>As many whole characters as there is room for.</summary>
    private static byte[] Cut(string text, int room)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= room)
        {
            return bytes;
        }

        // A byte 10xxxxxx goes on with a character that began before it (RFC 3629, section 3).
        while ((bytes[room] & 0xC0) == 0x80)
        {
            room--;
        }

        return bytes[..room];
    }

    private static string Number(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static void Append(MemoryStream bytes, string ascii) => bytes.Write(Encoding.ASCII.GetBytes(ascii));
}
