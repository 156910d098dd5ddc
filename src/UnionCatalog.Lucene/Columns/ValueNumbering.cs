using Lucene.Net.Index;
using Lucene.Net.Util;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Columns;

/// <summary>Numbers the values of a facet column over all segments, in their order.</summary>
internal sealed class ValueNumbering
{
    private readonly MultiDocValues.OrdinalMap? _map;
    private readonly DirectoryReader _reader;
    private readonly string _name;

    private ValueNumbering(DirectoryReader reader, string name, SortedSetDocValues? values) =>
        (_reader, _name, _map, Count) = (reader, name, (values as MultiDocValues.MultiSortedSetDocValues)?.Mapping, (int)(values?.ValueCount ?? 0));

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    public static ValueNumbering Of(DirectoryReader reader, string column)
    {
        var name = DocumentDrawing.ColumnName(column);
        return new ValueNumbering(reader, name, MultiDocValues.GetSortedSetValues(reader, name));
    }

    /// <summary>The number of one of a segment's values.</summary>
    public int NumberOf(AtomicReaderContext segment, long ordinal) => (int)(_map?.GetGlobalOrd(segment.Ord, ordinal) ?? ordinal);

    /// <summary>Reads values by their numbers. Not for use from several threads.</summary>
    public Func<int, string> Reader()
    {
        // A state of one segment has no map, and the segment's own numbers.
        var segments = _reader.Leaves.Select(leaf => leaf.AtomicReader.GetSortedSetDocValues(_name)).ToList();
        var bytes = new BytesRef();
        return number =>
        {
            segments[_map?.GetFirstSegmentNumber(number) ?? 0].LookupOrd(_map?.GetFirstSegmentOrd(number) ?? number, bytes);
            return bytes.Utf8ToString();
        };
    }
}
