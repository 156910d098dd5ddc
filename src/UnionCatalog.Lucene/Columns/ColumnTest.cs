using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Columns;

/// <summary>Whether a column says of a document what is wanted.</summary>
internal abstract class ColumnTest
{
    /// <summary>The test in one segment.</summary>
    public abstract Func<int, bool> In(AtomicReader segment);

    /// <summary>One of these values in a facet column, or in a number column one of the numbers that they are.</summary>
    public static ColumnTest In(IndexSchema schema, string column, IReadOnlyCollection<string> values) =>
        schema.Columns[schema.ColumnAt(column, typeof(Column.Facet), typeof(Column.Number))] is Column.Facet
            ? new OneOfValues(column, values)
            : new OneOfNumbers(column, [.. values.Select(ReadNumber).OfType<long>()]);

    /// <summary>A number in a range.</summary>
    public static ColumnTest Between(string column, long from, long to) => new InRange(column, from, to);

    /// <summary>A number as it is given for a facet; nothing else is a value of the column.</summary>
    private static long? ReadNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
        number.ToString(CultureInfo.InvariantCulture) == text ? number : null;

    private sealed class OneOfValues(string column, IReadOnlyCollection<string> values) : ColumnTest
    {
        public override Func<int, bool> In(AtomicReader segment)
        {
            if (segment.GetSortedSetDocValues(DocumentDrawing.ColumnName(column)) is not { } ordinals)
            {
                return static _ => false;
            }

            var wanted = new Int64BitSet(ordinals.ValueCount);
            foreach (var value in values)
            {
                if (ordinals.LookupTerm(DocumentDrawing.Bytes(value)) is >= 0 and var ordinal)
                {
                    wanted.Set(ordinal);
                }
            }

            return document =>
            {
                ordinals.SetDocument(document);
                for (var ordinal = ordinals.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = ordinals.NextOrd())
                {
                    if (wanted.Get(ordinal))
                    {
                        return true;
                    }
                }

                return false;
            };
        }
    }

    private sealed class OneOfNumbers(string column, HashSet<long> wanted) : ColumnTest
    {
        public override Func<int, bool> In(AtomicReader segment)
        {
            var numbers = new Numbers(segment, column);
            return document => numbers.TryGet(document, out var number) && wanted.Contains(number);
        }
    }

    private sealed class InRange(string column, long from, long to) : ColumnTest
    {
        public override Func<int, bool> In(AtomicReader segment)
        {
            var numbers = new Numbers(segment, column);
            return document => numbers.TryGet(document, out var number) && number >= from && number <= to;
        }
    }
}
