using System.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Where a field's bytes are in a record, terminator left out.</summary>
internal readonly record struct FieldSlice(string Tag, int Start, int End);

/// <summary>Finds a record's fields, by the directory where it is right and by the terminators where it is not.</summary>
internal readonly ref struct Iso2709Fields(ReadOnlySpan<byte> record, List<string> warnings)
{
    private const int EntryLength = 12;

    private readonly ReadOnlySpan<byte> record = record;

    /// <summary>The fields in the directory's order; empty where there is no directory.</summary>
    public List<FieldSlice> Find()
    {
        var directoryLength = record[MarcRecord.LeaderLength..].IndexOf(Iso2709.FieldTerminator);
        if (directoryLength < EntryLength)
        {
            return [];
        }

        var directory = record.Slice(MarcRecord.LeaderLength, directoryLength);
        var first = MarcRecord.LeaderLength + directoryLength + 1;
        if (directoryLength % EntryLength != 0)
        {
            warnings.Add("The directory's length is no multiple of 12.");
        }

        if (Iso2709.Number(record[12..17]) != first)
        {
            warnings.Add("The base address in the leader is wrong; the fields were found without it.");
        }

        return ByStarts(directory, first) ?? ByOrder(directory, first);
    }

    /// <summary>Trusts each entry's start where a field does begin there; null where one points into the midst of a field.</summary>
    private List<FieldSlice>? ByStarts(ReadOnlySpan<byte> directory, int first)
    {
        var slices = new List<FieldSlice>(directory.Length / EntryLength);
        var (wrongLengths, lost) = (0, 0);
        for (; directory.Length >= EntryLength; directory = directory[EntryLength..])
        {
            var (length, offset) = (Iso2709.Number(directory[3..7]), Iso2709.Number(directory[7..12]));
            var start = first + offset;
            if (offset >= 0 && start >= record.Length)
            {
                lost++;
                continue;
            }

            if (offset < 0 || record[start - 1] != Iso2709.FieldTerminator)
            {
                return null;
            }

            var end = start + length - 1;
            if (length < 1 || end >= record.Length || record[end] != Iso2709.FieldTerminator)
            {
                wrongLengths++;
                end = EndOfField(start);
            }

            slices.Add(new(Tag(directory), start, end));
        }

        Warn(wrongLengths, "lengths in the directory are wrong; the fields end at their terminators.");
        Warn(lost, "fields that the directory names are missing: the record is cut off.");
        return slices;
    }

    /// <summary>Gives the fields between terminators the tags of the directory, both in the order of their starts.</summary>
    private List<FieldSlice> ByOrder(ReadOnlySpan<byte> directory, int first)
    {
        var tags = Tags(directory);
        var slices = new List<FieldSlice>(tags.Count);
        var start = first;
        while (start < record.Length && record[start] != Iso2709.RecordTerminator && slices.Count < tags.Count)
        {
            var end = EndOfField(start);
            slices.Add(new(tags[slices.Count], start, end));
            start = end + 1;
        }

        warnings.Add("The directory's addresses are wrong; the fields were taken one after the other.");
        Warn(tags.Count - slices.Count, "fields that the directory names are missing: the record is cut off.");
        if (start < record.Length && record[start] != Iso2709.RecordTerminator)
        {
            warnings.Add("There are more fields than the directory names; the last were left out.");
        }

        return slices;
    }

    private static List<string> Tags(ReadOnlySpan<byte> directory)
    {
        var entries = new List<(string Tag, int Offset)>();
        for (; directory.Length >= EntryLength; directory = directory[EntryLength..])
        {
            entries.Add((Tag(directory), Iso2709.Number(directory[7..12])));
        }

        // Starts that are numbers tell the order even where all are shifted, as when characters were counted for bytes.
        var areNumbers = entries.TrueForAll(entry => entry.Offset >= 0);
        return [.. (areNumbers ? entries.OrderBy(entry => entry.Offset) : entries.AsEnumerable()).Select(entry => entry.Tag)];
    }

    private static string Tag(ReadOnlySpan<byte> entry) => Encoding.Latin1.GetString(entry[..3]);

    private int EndOfField(int start)
    {
        var length = record[start..].IndexOfAny(Iso2709.FieldTerminator, Iso2709.RecordTerminator);
        return length < 0 ? record.Length : start + length;
    }

    private void Warn(int count, string what)
    {
        if (count > 0)
        {
            warnings.Add($"{count} {what}");
        }
    }
}
