using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.Lucene.Searching;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene;

/// <summary>The terms of one field over all segments.</summary>
internal sealed class LuceneTerms(LuceneSnapshot snapshot, string field) : ITermList
{
    public IEnumerable<TermCount> From(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Walk(DocumentDrawing.Bytes(term));
    }

    public IEnumerable<TermCount> Before(string? term) => WalkBack(term is null ? null : DocumentDrawing.Bytes(term));

    public IReadOnlyList<TermCount> MostFrequent(string start, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var prefix = DocumentDrawing.Bytes(start);
        // The last of those kept comes out first: the least frequent, of equals the one that stands behind.
        var kept = new PriorityQueue<BytesRef, (int Documents, int Place)>(Comparer<(int Documents, int Place)>.Create(
            (one, other) => one.Documents != other.Documents ? one.Documents.CompareTo(other.Documents) : other.Place.CompareTo(one.Place)));
        return snapshot.Held(state =>
        {
            var walk = new TermWalk(state.Reader, field);
            var place = 0;
            for (var isThere = walk.MoveTo(prefix); isThere && StringHelper.StartsWith(walk.Term, prefix); isThere = walk.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                if (walk.CountLive() is > 0 and var documents)
                {
                    kept.Enqueue(BytesRef.DeepCopyOf(walk.Term), (documents, place++));
                    if (kept.Count > count)
                    {
                        kept.Dequeue();
                    }
                }
            }

            var best = new TermCount[kept.Count];
            for (var at = best.Length - 1; kept.TryDequeue(out var term, out var rank); at--)
            {
                best[at] = new(Text(term), rank.Documents);
            }

            return best;
        });
    }

    public IReadOnlyList<TermCount> Near(string term, int edits, int samePrefix = 0, CancellationToken cancellation = default)
    {
        FuzzyCheck.Check(term, edits, samePrefix);
        var edited = new EditedTerm(term, edits, samePrefix);
        return snapshot.Held(state =>
        {
            var near = new List<TermCount>();
            if (MultiFields.GetTerms(state.Reader, field) is { } terms)
            {
                var walk = new TermWalk(state.Reader, edited.Among(terms));
                while (walk.MoveNext())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (walk.CountLive() is > 0 and var documents)
                    {
                        near.Add(new(Text(walk.Term), documents));
                    }
                }
            }

            return near;
        });
    }

    private static string Text(BytesRef term) => Encoding.UTF8.GetString(term.Bytes, term.Offset, term.Length);

    private IEnumerable<TermCount> Walk(BytesRef from)
    {
        var state = snapshot.Hold();
        try
        {
            var walk = new TermWalk(state.Reader, field);
            for (var isThere = walk.MoveTo(from); isThere; isThere = walk.MoveNext())
            {
                if (walk.CountLive() is > 0 and var documents)
                {
                    yield return new(Text(walk.Term), documents);
                }
            }
        }
        finally
        {
            snapshot.LetGo();
        }
    }

    /// <summary>Lucene walks forwards only: so the stretch before a place is walked from the last signpost, and given in reverse.</summary>
    private IEnumerable<TermCount> WalkBack(BytesRef? before)
    {
        var state = snapshot.Hold();
        try
        {
            var signposts = state.Signposts(field);
            for (var at = signposts.LastBefore(before); at >= 0; at--)
            {
                var stretch = new List<TermCount>();
                var walk = new TermWalk(state.Reader, field);
                for (var isThere = walk.MoveTo(signposts[at]); isThere && (before is null || walk.Term.CompareTo(before) < 0); isThere = walk.MoveNext())
                {
                    if (walk.CountLive() is > 0 and var documents)
                    {
                        stretch.Add(new(Text(walk.Term), documents));
                    }
                }

                before = signposts[at];
                for (var place = stretch.Count - 1; place >= 0; place--)
                {
                    yield return stretch[place];
                }
            }
        }
        finally
        {
            snapshot.LetGo();
        }
    }
}
