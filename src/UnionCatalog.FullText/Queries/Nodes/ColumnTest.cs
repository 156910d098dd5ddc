using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Whether a column says of a document what is wanted, in one segment after the other.</summary>
internal abstract class ColumnTest
{
    /// <summary>Goes to a segment.</summary>
    public abstract void Enter(Segment segment);

    public abstract bool Holds(int document);

    /// <summary>Marks the documents of a piece that it keeps out.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="column">The column's place, to be remembered.</param>
    /// <param name="keptOut">For each of them how many columns keep it out, and the last of them.</param>
    public virtual void Mark(ReadOnlySpan<int> documents, byte column, Span<(byte Count, byte Column)> keptOut)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            if (!Holds(documents[i]))
            {
                MarkOne(ref keptOut[i], column);
            }
        }
    }

    /// <summary>Several filters of one column count as one.</summary>
    protected static void MarkOne(ref (byte Count, byte Column) keptOut, byte column)
    {
        if (keptOut.Count == 0 || keptOut.Column != column)
        {
            keptOut = ((byte)(keptOut.Count + 1), column);
        }
    }

    /// <summary>One of these values in a facet column, or in a number column one of the numbers that they are.</summary>
    public static ColumnTest In(IndexSchema schema, string name, IReadOnlyCollection<string> values)
    {
        var at = schema.ColumnAt(name, typeof(Column.Facet), typeof(Column.Number));
        return schema.Columns[at] is Column.Facet ? new OneOfValues(at, values) : new OneOfNumbers(at, values);
    }

    /// <summary>A number in a range.</summary>
    public static ColumnTest Between(IndexSchema schema, string name, long from, long to) =>
        new InRange(schema.ColumnAt(name, typeof(Column.Number)), from, to);

    private sealed class OneOfValues(int at, IReadOnlyCollection<string> values) : ColumnTest
    {
        private bool[] _wanted = [];
        private FacetColumn _column = null!;

        public override void Enter(Segment segment)
        {
            _column = (FacetColumn)segment.Columns[at];
            if (_wanted.Length <= _column.Values.Count)
            {
                _wanted = new bool[_column.Values.Count + 1];
            }

            _wanted.AsSpan().Clear();
            Span<byte> utf8 = stackalloc byte[IndexLimits.ValueLength];
            foreach (var value in values)
            {
                // One that does not fit is longer than any in the index.
                if (Encoding.UTF8.TryGetBytes(value, utf8, out var length) && _column.Values.Find(utf8[..length]) is >= 0 and var ordinal)
                {
                    // A single column counts from 1, and 0 is never wanted.
                    _wanted[ordinal + (_column.IsSingle ? 1 : 0)] = true;
                }
            }
        }

        public override bool Holds(int document)
        {
            var ordinals = _column.Ordinals;
            if (_column.IsSingle)
            {
                return _wanted[ordinals[document]];
            }

            var starts = _column.Starts;
            for (var i = starts[document]; i < starts[document + 1]; i++)
            {
                if (_wanted[ordinals[(int)i]])
                {
                    return true;
                }
            }

            return false;
        }

        public override void Mark(ReadOnlySpan<int> documents, byte column, Span<(byte Count, byte Column)> keptOut)
        {
            var ordinals = _column.Ordinals;
            switch (ordinals.Width)
            {
                case 1:
                    Mark(documents, ordinals.Bytes, column, keptOut);
                    break;
                case 2:
                    Mark(documents, MemoryMarshal.Cast<byte, ushort>(ordinals.Bytes), column, keptOut);
                    break;
                default:
                    base.Mark(documents, column, keptOut);
                    break;
            }
        }

        private void Mark<T>(ReadOnlySpan<int> documents, ReadOnlySpan<T> ordinals, byte column, Span<(byte Count, byte Column)> keptOut)
            where T : unmanaged, System.Numerics.IBinaryInteger<T>
        {
            var wanted = _wanted;
            var starts = _column.IsSingle ? default : _column.Starts;
            for (var i = 0; i < documents.Length; i++)
            {
                var (document, isWanted) = (documents[i], false);
                if (starts.IsEmpty)
                {
                    isWanted = wanted[int.CreateTruncating(ordinals[document])];
                }
                else
                {
                    for (var at = starts[document]; at < starts[document + 1] && !isWanted; at++)
                    {
                        isWanted = wanted[int.CreateTruncating(ordinals[(int)at])];
                    }
                }

                if (!isWanted)
                {
                    MarkOne(ref keptOut[i], column);
                }
            }
        }
    }

    private sealed class OneOfNumbers(int at, IReadOnlyCollection<string> values) : ColumnTest
    {
        private readonly HashSet<long> _wanted = [.. values.Select(Read).OfType<long>()];
        private NumberColumn _column = null!;

        public override void Enter(Segment segment) => _column = (NumberColumn)segment.Columns[at];

        public override bool Holds(int document) => _column.TryGet(document, out var number) && _wanted.Contains(number);

        /// <summary>A number as it is given for a facet; nothing else is a value of the column.</summary>
        private static long? Read(string text) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
            number.ToString(CultureInfo.InvariantCulture) == text ? number : null;
    }

    private sealed class InRange(int at, long from, long to) : ColumnTest
    {
        private NumberColumn _column = null!;

        public override void Enter(Segment segment) => _column = (NumberColumn)segment.Columns[at];

        public override bool Holds(int document) => _column.TryGet(document, out var number) && number >= from && number <= to;
    }
}
