using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>
/// The bytes stored with each document of a segment. The section may be longer than memory is addressed by an int; where it
/// is shorter than 4 GiB the starts take four bytes each, else eight; where nothing is stored neither section is there.
/// </summary>
internal sealed class StoredTable
{
    private readonly Section _bytes;
    private readonly Section _starts;
    private readonly int _width;

    public StoredTable(SegmentFile file)
    {
        _bytes = file.Section(SectionKind.Stored, 0);
        _starts = file.Section(SectionKind.StoredStarts, 0);
        _width = WidthFor(_bytes.Length);
        if (_starts.Length != (_bytes.Length == 0 ? 0 : (file.DocumentCount + 1L) * _width))
        {
            throw file.Damaged("the sections of stored bytes do not fit together");
        }
    }

    /// <summary>How many bytes there are in all.</summary>
    public long Length => _bytes.Length;

    /// <summary>The bytes of a document where they are mapped: to go through all of them.</summary>
    public ReadOnlySpan<byte> this[int document]
    {
        get
        {
            if (_bytes.Length == 0)
            {
                return [];
            }

            var start = StartOf(document);
            return _bytes.Bytes(start, (int)(StartOf(document + 1) - start));
        }
    }

    /// <summary>A copy of the bytes of one document, for whoever wants a few.</summary>
    public byte[] Read(int document) => _bytes.Length == 0 ? [] : _bytes.Read(StartOf(document), LengthOf(document));

    public int LengthOf(int document) => _bytes.Length == 0 ? 0 : (int)(StartOf(document + 1) - StartOf(document));

    /// <summary>Writes the bytes of several segments as one.</summary>
    public static void Merge(IReadOnlyList<StoredTable> parts, MergeOrder order, SegmentWriter writer)
    {
        var total = 0L;
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var document in parts[part].Length > 0 ? order.Kept(part) : [])
            {
                total += parts[part].LengthOf(document);
            }
        }

        var stored = new StoredWriter(writer, total);
        foreach (var (part, document) in total > 0 ? order.Documents() : [])
        {
            stored.Add(parts[part][document]);
        }

        stored.End();
    }

    public static int WidthFor(long total) => total <= uint.MaxValue ? 4 : 8;

    private long StartOf(int document)
    {
        var bytes = _starts.Bytes((long)document * _width, _width);
        return _width == 4 ? BitConverter.ToUInt32(bytes) : BitConverter.ToInt64(bytes);
    }
}
