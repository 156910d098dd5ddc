using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>Writes one field of several segments into one.</summary>
internal static class FieldMerger
{
    /// <summary>Merges.</summary>
    /// <param name="parts">The field in each of the segments.</param>
    /// <param name="numbering">For each of them the new numbers of its documents, ascending; -1: it is left out.</param>
    /// <param name="count">How many documents there will be.</param>
    /// <param name="writer">The segment to come.</param>
    /// <param name="at">The field's place in the schema.</param>
    /// <param name="cancellation">Gives up.</param>
    public static void Merge(
        IReadOnlyList<FieldReader> parts, IReadOnlyList<int[]> numbering, int count, SegmentWriter writer, int at, CancellationToken cancellation)
    {
        var output = new FieldWriter(writer, at, MergeLengths(parts, numbering, count));
        var walks = new List<Walk>();
        for (var part = 0; part < parts.Count; part++)
        {
            var walk = new Walk(parts[part], numbering[part]);
            if (walk.MoveToNextTerm())
            {
                walks.Add(walk);
            }
        }

        var same = new List<Walk>();
        var term = Array.Empty<byte>();
        while (walks.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            FindFirst(walks, same);
            if (term.Length < same[0].Term.Length)
            {
                term = new byte[same[0].Term.Length * 2];
            }

            var length = same[0].Term.Length;
            same[0].Term.CopyTo(term);
            MergeDocuments(same, output);
            output.EndTerm(term.AsSpan(0, length));
            foreach (var walk in same)
            {
                if (!walk.MoveToNextTerm())
                {
                    walks.Remove(walk);
                }
            }
        }

        output.Finish();
    }

    private static byte[] MergeLengths(IReadOnlyList<FieldReader> parts, IReadOnlyList<int[]> numbering, int count)
    {
        var merged = new byte[count];
        for (var part = 0; part < parts.Count; part++)
        {
            var lengths = parts[part].Lengths;
            for (var document = 0; document < lengths.Length; document++)
            {
                if (numbering[part][document] is >= 0 and var to)
                {
                    merged[to] = lengths[document];
                }
            }
        }

        return merged;
    }

    /// <summary>Those that are at the first of all their terms.</summary>
    private static void FindFirst(List<Walk> walks, List<Walk> same)
    {
        same.Clear();
        foreach (var walk in walks)
        {
            var order = same.Count == 0 ? 0 : walk.Term.SequenceCompareTo(same[0].Term);
            if (order < 0)
            {
                same.Clear();
            }

            if (order <= 0)
            {
                same.Add(walk);
            }
        }
    }

    private static void MergeDocuments(List<Walk> walks, FieldWriter output)
    {
        foreach (var walk in walks)
        {
            walk.BeginDocuments();
        }

        while (true)
        {
            var first = walks[0];
            foreach (var walk in walks)
            {
                first = walk.Document < first.Document ? walk : first;
            }

            if (first.Document == PostingsCursor.End)
            {
                return;
            }

            output.Add(first.Document, first.ReadPositions());
            first.MoveToNextDocument();
        }
    }

    /// <summary>One segment's field, term after term and document after document.</summary>
    private sealed class Walk(FieldReader field, int[] numbering)
    {
        private readonly TermCursor _terms = OpenTerms(field);
        private readonly PostingsCursor _postings = new();

        public ReadOnlySpan<byte> Term => _terms.Term;

        /// <summary>The new number of the document it is at.</summary>
        public int Document { get; private set; }

        public bool MoveToNextTerm() => _terms.MoveNext();

        public void BeginDocuments()
        {
            _postings.Open(field, _terms.Entry);
            MoveToNextDocument();
        }

        public void MoveToNextDocument()
        {
            do
            {
                var document = _postings.Next();
                Document = document == PostingsCursor.End ? document : numbering[document];
            }
            while (Document < 0);
        }

        public ReadOnlySpan<uint> ReadPositions() => MemoryMarshal.Cast<int, uint>(_postings.ReadPositions());

        private static TermCursor OpenTerms(FieldReader field)
        {
            var terms = new TermCursor();
            terms.Open(field);
            return terms;
        }
    }
}
