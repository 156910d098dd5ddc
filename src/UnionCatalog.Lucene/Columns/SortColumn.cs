using Lucene.Net.Index;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Lucene.Searching;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Columns;

/// <summary>One thing that hits are ordered by: the score, a number or a text. Hits without a value come last either way.</summary>
internal abstract class SortColumn
{
    /// <param name="state">The state.</param>
    /// <param name="column">A number or sort-key column; null: the score.</param>
    public static SortColumn Of(PublishedState state, string? column) =>
        column is null ? new OfScores()
        : state.Schema.Columns[state.Schema.ColumnAt(column, typeof(Column.Number), typeof(Column.SortKey))] is Column.Number
            ? new OfNumbers([.. state.Reader.Leaves.Select(leaf => new Numbers(leaf.AtomicReader, column))])
            : new OfTexts(state.Reader, DocumentDrawing.ColumnName(column));

    public static SortColumn OfKeys(PublishedState state) => new OfTexts(state.Reader, DocumentDrawing.Key);

    public abstract int Compare(Candidate one, Candidate other, bool isDescending);

    public abstract int CompareTo(Candidate hit, SortPoint value, bool isDescending);

    /// <summary>The value of a hit.</summary>
    public abstract SortPoint Read(Candidate hit);

    /// <summary>Whether it is a value of this kind, or none.</summary>
    public abstract bool Takes(SortPoint value);

    private static int Direct(int order, bool isDescending) => isDescending ? -order : order;

    private sealed class OfScores : SortColumn
    {
        public override int Compare(Candidate one, Candidate other, bool isDescending) => Direct(one.Score.CompareTo(other.Score), isDescending);

        public override int CompareTo(Candidate hit, SortPoint value, bool isDescending) =>
            Direct(hit.Score.CompareTo(BitConverter.Int64BitsToDouble(value.Number!.Value)), isDescending);

        public override SortPoint Read(Candidate hit) => new(BitConverter.DoubleToInt64Bits(hit.Score), null);

        public override bool Takes(SortPoint value) => value is { Number: not null, Text: null };
    }

    private sealed class OfNumbers(Numbers[] segments) : SortColumn
    {
        public override int Compare(Candidate one, Candidate other, bool isDescending) =>
            CompareTo(one, segments[other.Segment].TryGet(other.Document, out var number) ? number : null, isDescending);

        public override int CompareTo(Candidate hit, SortPoint value, bool isDescending) => CompareTo(hit, value.Number, isDescending);

        public override SortPoint Read(Candidate hit) => new(segments[hit.Segment].TryGet(hit.Document, out var number) ? number : null, null);

        public override bool Takes(SortPoint value) => value.Text is null;

        private int CompareTo(Candidate hit, long? other, bool isDescending) =>
            (segments[hit.Segment].TryGet(hit.Document, out var number), other) switch
            {
                (true, { } second) => Direct(number.CompareTo(second), isDescending),
                (var isThere, _) => (other is not null).CompareTo(isThere),
            };
    }

    private sealed class OfTexts(DirectoryReader reader, string name) : SortColumn
    {
        private readonly SortedDocValues?[] _segments = [.. reader.Leaves.Select(leaf => leaf.AtomicReader.GetSortedDocValues(name))];
        private readonly BytesRef _one = new();
        private readonly BytesRef _other = new();

        public override int Compare(Candidate one, Candidate other, bool isDescending)
        {
            var (place, second) = (Ordinal(one), Ordinal(other));
            if (place < 0 || second < 0)
            {
                return (second >= 0).CompareTo(place >= 0);
            }

            if (one.Segment == other.Segment)
            {
                return Direct(place.CompareTo(second), isDescending);
            }

            _segments[one.Segment]!.LookupOrd(place, _one);
            _segments[other.Segment]!.LookupOrd(second, _other);
            return Direct(_one.CompareTo(_other), isDescending);
        }

        public override int CompareTo(Candidate hit, SortPoint value, bool isDescending)
        {
            var place = Ordinal(hit);
            if (place < 0 || value.Text is null)
            {
                return (value.Text is not null).CompareTo(place >= 0);
            }

            _segments[hit.Segment]!.LookupOrd(place, _one);
            return Direct(_one.CompareTo(new BytesRef(value.Text)), isDescending);
        }

        public override SortPoint Read(Candidate hit)
        {
            if (Ordinal(hit) is not (>= 0 and var place))
            {
                return new(null, null);
            }

            _segments[hit.Segment]!.LookupOrd(place, _one);
            return new(null, _one.Bytes.AsSpan(_one.Offset, _one.Length).ToArray());
        }

        public override bool Takes(SortPoint value) => value.Number is null;

        private int Ordinal(Candidate hit) => _segments[hit.Segment]?.GetOrd(hit.Document) ?? -1;
    }
}
