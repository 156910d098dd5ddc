using System.Text;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>Keeps the terms that most documents have, of those that come by in their order.</summary>
internal sealed class FrequentTerms
{
    /// <summary>Fewest documents first to be dropped; of equals the one that came last.</summary>
    private static readonly Comparer<(int Documents, int Term)> Order = Comparer<(int Documents, int Term)>.Create((one, other) =>
        one.Documents != other.Documents ? one.Documents.CompareTo(other.Documents) : other.Term.CompareTo(one.Term));

    private readonly PriorityQueue<int, (int Documents, int Term)> _kept = new(Order);
    private readonly TermTable _terms = new();

    public void Begin()
    {
        _kept.Clear();
        _terms.Clear();
    }

    /// <summary>Takes a term if it is frequent enough. Those that are as frequent as the last that is kept come behind it.</summary>
    public void Offer(ReadOnlySpan<byte> term, int documents, int limit)
    {
        if (documents == 0 || limit == 0)
        {
            return;
        }

        if (_kept.Count < limit)
        {
            var number = _terms.Add(term);
            _kept.Enqueue(number, (documents, number));
        }
        else if (_kept.TryPeek(out _, out var last) && documents > last.Documents)
        {
            var number = _terms.Add(term);
            _kept.DequeueEnqueue(number, (documents, number));
        }
    }

    /// <summary>Those that were kept, the most frequent first. Nothing is left.</summary>
    public TermCount[] Take()
    {
        var terms = new TermCount[_kept.Count];
        for (var at = terms.Length - 1; _kept.TryDequeue(out var term, out var rank); at--)
        {
            terms[at] = new(Encoding.UTF8.GetString(_terms[term]), rank.Documents);
        }

        return terms;
    }
}
