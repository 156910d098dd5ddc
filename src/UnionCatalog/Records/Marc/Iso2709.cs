using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>
/// Reads a record in the exchange format (ISO 2709; MARC 21 Specifications, "Record structure"): a leader of 24 bytes, a
/// directory of 12 bytes a field, the fields. Where lengths and addresses are wrong, the terminators count.
/// </summary>
internal static class Iso2709
{
    public const byte RecordTerminator = 0x1D;
    public const byte FieldTerminator = 0x1E;
    public const byte Delimiter = 0x1F;

    // How far a leader is looked for behind text that does not belong to the record.
    private const int LongestPreamble = 4096;

    private static readonly SearchValues<byte> DigitsAndBlanks = SearchValues.Create(" 0123456789"u8);

    /// <summary>Reads one record; null, and why, where nothing of it can be read.</summary>
    public static MarcRecord? Read(ReadOnlySpan<byte> bytes, List<string> warnings, out RecordError? error)
    {
        var start = FindLeader(bytes);
        var record = bytes[start..];
        if (start > 0 && bytes[..start].ContainsAnyExcept(" \r\n\t\0"u8))
        {
            warnings.Add($"{start} bytes before the record were passed over.");
        }

        if (record.Length < MarcRecord.LeaderLength)
        {
            error = new($"The record is cut off after {record.Length} bytes, within its leader. Fetch or export it again.", ByteOffset: start);
            return null;
        }

        var leader = Encoding.Latin1.GetString(record[..MarcRecord.LeaderLength]);
        var slices = new Iso2709Fields(record, warnings).Find();
        if (slices.Count == 0)
        {
            error = new(
                "The record has no fields that can be read: it is not MARC 21 in ISO 2709, or it is damaged. Fetch or export it again.",
                ByteOffset: start + MarcRecord.LeaderLength);
            return null;
        }

        error = null;
        return Decode(leader, record, slices, warnings);
    }

    /// <summary>
    /// Whether a record can begin here: a length of digits or blanks, a status that is no digit, and the constants of
    /// MARC 21 in leader/10-11 or 20-21.
    /// </summary>
    public static bool LooksLikeLeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= MarcRecord.LeaderLength
        && !bytes[..5].ContainsAnyExcept(DigitsAndBlanks)
        && !char.IsAsciiDigit((char)bytes[5])
        && (bytes[10..12].SequenceEqual("22"u8) || bytes[20..22].SequenceEqual("45"u8));

    /// <summary>A number of a fixed width; -1 where there are other characters than digits.</summary>
    public static int Number(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int number, out var read) && read == digits.Length && number >= 0 ? number : -1;

    // Behind what does not belong to the record, but before its first terminator: fields can look like anything.
    private static int FindLeader(ReadOnlySpan<byte> bytes)
    {
        var terminator = bytes[..Math.Min(bytes.Length, LongestPreamble)].IndexOf(FieldTerminator);
        for (var at = 0; at + MarcRecord.LeaderLength <= terminator; at++)
        {
            if (LooksLikeLeader(bytes[at..]))
            {
                return at;
            }
        }

        return Math.Max(0, bytes.IndexOfAnyExcept(" \r\n\t\0"u8));
    }

    private static MarcRecord Decode(string leader, ReadOnlySpan<byte> record, List<FieldSlice> slices, List<string> warnings)
    {
        var first = slices.Min(slice => slice.Start);
        var encoding = MarcEncodings.Detect(leader[9], record[first..slices.Max(slice => slice.End)], warnings);
        var controlFields = new List<MarcControlField>();
        var dataFields = new List<MarcDataField>();
        foreach (var slice in slices)
        {
            var field = record[slice.Start..slice.End];
            if (slice.Tag.StartsWith("00", StringComparison.Ordinal))
            {
                // Some systems write control fields with indicators and a subfield.
                var content = field[(field.LastIndexOf(Delimiter) is var at and >= 0 ? Math.Min(at + 2, field.Length) : 0)..];
                controlFields.Add(new(slice.Tag, MarcEncodings.Decode(encoding, content)));
            }
            else
            {
                dataFields.Add(ReadDataField(slice.Tag, field, encoding));
            }
        }

        return new(leader, controlFields, dataFields);
    }

    private static MarcDataField ReadDataField(string tag, ReadOnlySpan<byte> field, MarcEncoding encoding)
    {
        // Two indicators; where they are missing or more, what stands before the first delimiter is read from its end.
        var first = field.IndexOf(Delimiter);
        var subfields = new List<MarcSubfield>();
        if (first < 0)
        {
            // Without a delimiter the text is kept as $a, behind the indicators if there are any.
            var text = field.Length > 2 && field[..2].ContainsAnyExcept(DigitsAndBlanks) ? field : field[Math.Min(2, field.Length)..];
            subfields.Add(new('a', MarcEncodings.Decode(encoding, text)));
            return new(tag, ' ', ' ', subfields);
        }

        var rest = field[(first + 1)..];
        foreach (var range in rest.Split(Delimiter))
        {
            var subfield = rest[range];
            if (subfield.Length > 0)
            {
                subfields.Add(new((char)subfield[0], MarcEncodings.Decode(encoding, subfield[1..])));
            }
        }

        return new(tag, first >= 2 ? (char)field[first - 2] : ' ', first >= 1 ? (char)field[first - 1] : ' ', subfields);
    }
}
