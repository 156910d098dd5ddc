using System.Runtime.InteropServices;
using System.Text;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Numbers for the values of the facet columns that hold over all columns and segments, so that counts are added without looking
/// at a string. They are given when a segment is first counted, and stay while the index is open. Safe to use from several threads.
/// </summary>
internal sealed class FacetNumbering(IndexSchema schema)
{
    private readonly Lock _lock = new();

    /// <summary>Rows take long to make, and meanwhile other searches read numbers.</summary>
    private readonly Lock _making = new();

    /// <summary>In the place of a column's: what has the number is a pattern, the numbers of its values one after the other.</summary>
    public const byte Pattern = byte.MaxValue;

    /// <summary>Each value behind its column's place in the schema, which is less than that.</summary>
    private readonly TermTable _values = new();
    private byte[] _columns = [];

    /// <summary>Of the values that were given to somebody, which are few of all.</summary>
    private readonly Dictionary<int, string> _texts = [];

    private readonly int[][] _groups = [.. schema.Columns.Index().Where(item => item.Item is Column.Facet)
        .GroupBy(item => (((Column.Facet)item.Item).Group, Alone: item.Item is Column.Facet { Group: null } ? item.Index : -1), (_, group) => group.Select(item => item.Index).ToArray())];
    private readonly bool[] _isGrouped = [.. schema.Columns.Select(column => column is Column.Facet { Group: not null })];

    /// <summary>The facet columns' places in the schema.</summary>
    public IReadOnlyList<int> Columns { get; } = [.. schema.Columns.Index().Where(item => item.Item is Column.Facet).Select(item => item.Index)];

    /// <summary>Whether a column's values are counted by patterns too.</summary>
    /// <param name="column">The column's place in the schema.</param>
    public bool IsGrouped(byte column) => _isGrouped[column];

    /// <summary>For each of the values of a segment's column its number.</summary>
    /// <param name="column">The column's place in the schema.</param>
    /// <param name="values">The column.</param>
    /// <param name="watch">Ends a search meanwhile; the next one begins again.</param>
    public int[] NumbersOf(int column, FacetColumn values, Watch watch)
    {
        if (values.Numbers is { } known)
        {
            return known;
        }

        lock (_lock)
        {
            return values.Numbers ??= Number(column, values, watch);
        }
    }

    /// <summary>
    /// The rows of a segment. They are made whole, however long a search may take: one that gave up would leave it to the next to begin
    /// again.
    /// </summary>
    /// <param name="segment">The segment.</param>
    /// <param name="watch">Ends a search while values are given their numbers.</param>
    public FacetRows RowsOf(Segment segment, Watch watch)
    {
        if (segment.FacetRows is { } known)
        {
            return known;
        }

        foreach (var column in Columns)
        {
            NumbersOf(column, (FacetColumn)segment.Columns[column], watch);
        }

        lock (_making)
        {
            return segment.FacetRows ??= Put([.. _groups.Select(group => Array.ConvertAll(group, column => (FacetColumn)segment.Columns[column]))], segment.Count);
        }
    }

    /// <summary>A segment that takes the place of others has its rows before any search comes to it, where one of those has them.</summary>
    public void Follow(MergeJob job, Segment merged)
    {
        if (job.Parts.Any(part => part.Segment.FacetRows is not null))
        {
            var watch = new Watch();
            watch.Start(budget: null, CancellationToken.None);
            RowsOf(merged, watch);
        }
    }

    /// <summary>The values that have numbers now, each behind its column.</summary>
    public TermTable.View Read()
    {
        lock (_lock)
        {
            return _values.Read();
        }
    }

    /// <summary>By number, the place of the column that a value is of.</summary>
    public ReadOnlySpan<byte> ReadColumns()
    {
        lock (_lock)
        {
            return _columns.AsSpan(0, _values.Count);
        }
    }

    /// <summary>A value as text, made once.</summary>
    public string TextOf(int number)
    {
        lock (_lock)
        {
            ref var text = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, number, out _);
            return text ??= Encoding.UTF8.GetString(_values[number][1..]);
        }
    }

    private FacetRows Put(IReadOnlyList<FacetColumn[]> groups, int documents)
    {
        var drawn = groups.Select(group => FacetPatterns.Find(group, documents, Number)).ToList();
        var rows = FacetRows.Of(drawn, documents, Read().Count);
        foreach (var column in groups.SelectMany(group => group))
        {
            column.LetGo();
        }

        return rows;
    }

    private int Number(ReadOnlySpan<int> pattern)
    {
        lock (_lock)
        {
            return Number([Pattern, .. MemoryMarshal.AsBytes(pattern)]);
        }
    }

    private int[] Number(int column, FacetColumn values, Watch watch)
    {
        var numbers = new int[values.Values.Count];
        Span<byte> named = stackalloc byte[1 + IndexLimits.ValueLength];
        named[0] = (byte)column;
        var at = 0;
        for (var cursor = values.Values.Read(); cursor.Next(); at++)
        {
            cursor.Current.CopyTo(named[1..]);
            numbers[at] = Number(named[..(1 + cursor.Current.Length)]);
            if (at % 256 == 0)
            {
                watch.Check();
            }
        }

        return numbers;
    }

    private int Number(ReadOnlySpan<byte> named)
    {
        var number = _values.Add(named);
        if (number >= _columns.Length)
        {
            Array.Resize(ref _columns, Math.Max(256, _columns.Length * 2));
        }

        _columns[number] = named[0];
        return number;
    }
}
