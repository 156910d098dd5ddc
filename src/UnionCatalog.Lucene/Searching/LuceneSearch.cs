using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Lucene.Columns;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Searching;

/// <summary>One search over all segments.</summary>
internal sealed class LuceneSearch
{
    /// <summary>Documents passed between two looks at the watch.</summary>
    private const int Glance = 256;

    private readonly PublishedState _state;
    private readonly SearchPlan _plan;
    private readonly Watch _watch;
    private readonly PlanOrder _order;
    private readonly BestHits _best;
    private readonly Func<Candidate, bool>? _isBehind;
    private readonly ColumnCounter[] _counters;
    private readonly (string Column, ColumnTest Test)[] _filters;
    private readonly int _limit;
    private long _total;

    private LuceneSearch(PublishedState state, SearchPlan plan, Watch watch)
    {
        (_state, _plan, _watch) = (state, plan, watch);
        _limit = plan.Count == 0 ? 0 : plan.Offset + plan.Count;
        _order = new PlanOrder(state, plan.Sort);
        _best = new BestHits(_order, _limit);
        _isBehind = plan.After is null ? null : _order.Behind(plan.After);
        _counters = [.. plan.Facets.DistinctBy(facet => facet.Column).Select(facet => ColumnCounter.Of(state, facet))];
        _filters =
        [
            .. plan.Filters.Select(filter => (filter.Column, ColumnTest.In(state.Schema, filter.Column, filter.Values))),
            .. plan.NumberFilters.Select(filter => (filter.Column, ColumnTest.Between(filter.Column, filter.From, filter.To))),
        ];
    }

    /// <summary>Searches. The plan has been checked.</summary>
    public static SearchHits Run(PublishedState state, SearchPlan plan, CancellationToken cancellation)
    {
        var watch = new Watch();
        watch.Start(plan.Budget, cancellation);
        LuceneSearch? search = null;
        var isPartial = false;
        try
        {
            watch.Check();
            search = new LuceneSearch(state, plan, watch);
            search.Run();
        }
        catch (BudgetSpentException)
        {
            // What was found by then stands.
            isPartial = true;
        }

        return search?.Give(isPartial)
            ?? new(0, [], plan.Facets.DistinctBy(facet => facet.Column).ToDictionary(facet => facet.Column, _ => (IReadOnlyList<FacetCount>)[]), IsPartial: true);
    }

    private void Run()
    {
        var clause = new Clauses(_state, new TermLookup(_state.Reader), new Expansions(_state, _watch)).Make(_plan.Query);
        foreach (var leaf in _state.Reader.Leaves)
        {
            if (clause(leaf) is { } part)
            {
                Collect(leaf, part);
            }
        }
    }

    private void Collect(AtomicReaderContext leaf, Part part)
    {
        var (segment, live) = (leaf.AtomicReader, leaf.AtomicReader.LiveDocs);
        var filters = Array.ConvertAll(_filters, filter => (filter.Column, Holds: filter.Test.In(segment)));
        var boost = _plan.StaticBoost is { } wanted ? new Numbers(segment, wanted.Column) : default;
        Array.ForEach(_counters, counter => counter.Enter(leaf));
        try
        {
            var passed = 0;
            for (var document = part.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = part.NextDoc())
            {
                if (++passed % Glance == 0)
                {
                    _watch.Check();
                }

                if (live?.Get(document) != false && Count(document, filters) && _limit > 0)
                {
                    Rank(leaf.Ord, document, part, boost);
                }
            }
        }
        finally
        {
            Array.ForEach(_counters, counter => counter.Leave());
            _best.Leave();
        }
    }

    /// <summary>Counts a document where it is to be counted: a column's own filter does not keep it out of that column's counts.</summary>
    /// <returns>Whether it is a hit.</returns>
    private bool Count(int document, (string Column, Func<int, bool> Holds)[] filters)
    {
        string? keptOutBy = null;
        foreach (var (column, holds) in filters)
        {
            if (column != keptOutBy && !holds(document))
            {
                if (keptOutBy is not null)
                {
                    return false;
                }

                keptOutBy = column;
            }
        }

        foreach (var counter in _counters)
        {
            if (keptOutBy is null || keptOutBy == counter.Column)
            {
                counter.Count(document);
            }
        }

        _total += keptOutBy is null ? 1 : 0;
        return keptOutBy is null;
    }

    private void Rank(int segment, int document, Part part, Numbers boost)
    {
        var score = part.Score();
        if (_plan.StaticBoost is { } wanted && boost.TryGet(document, out var number))
        {
            score += (double)wanted.Factor * number;
        }

        var hit = new Candidate(segment, document, score);
        if (_isBehind?.Invoke(hit) != false)
        {
            _best.Offer(hit);
        }
    }

    private SearchHits Give(bool isPartial) => new(
        _total, Hits([.. _best.Best.Skip(_plan.Offset)]), _counters.ToDictionary(counter => counter.Column, counter => counter.Take()), isPartial);

    private Hit[] Hits(Candidate[] candidates)
    {
        var hits = new Hit[candidates.Length];
        var key = new BytesRef();
        var keys = _state.Reader.Leaves.Select(leaf => leaf.AtomicReader.GetSortedDocValues(DocumentDrawing.Key)).ToList();
        for (var at = 0; at < hits.Length; at++)
        {
            keys[candidates[at].Segment].Get(candidates[at].Document, key);
            hits[at] = new Hit(key.Bytes.AsSpan(key.Offset, key.Length).ToArray(), 0, key.Length, candidates[at]);
        }

        return hits;
    }
}
