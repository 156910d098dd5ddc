using UnionCatalog.FullText.Queries.Nodes;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>One search over all segments.</summary>
internal sealed class Search
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> NoFacets = new Dictionary<string, IReadOnlyList<FacetCount>>();

    private readonly IReadOnlyList<LiveSegment> _segments;
    private readonly SearchPlan _plan;
    private readonly Workspace _workspace;
    private readonly Node _root;
    private readonly Ranking _ranking;
    private readonly List<FacetCounter> _counters;
    private readonly (int Column, ColumnTest Test)[] _filters;
    private long _total;
    private bool _isPartial;

    private Search(
        IndexSchema schema, IReadOnlyList<LiveSegment> segments, CollectionStatistics statistics, FacetNumbering numbering, SearchPlan plan, Workspace workspace)
    {
        (_segments, _plan, _workspace) = (segments, plan, workspace);
        _ranking = new(schema, plan, new HitOrder(schema, plan.Sort, segments), workspace);
        _filters = plan.Filters.Count + plan.NumberFilters.Count == 0 ? [] : Filters(schema, plan);
        _counters = plan.Facets.Count == 0 ? [] : FacetCounter.Of(schema, numbering, [.. plan.Facets.Reverse().DistinctBy(facet => facet.Column)], [.. _filters.Select(filter => filter.Column)], workspace);
        _root = new NodeBuilder(schema, segments, statistics, workspace).Build(plan.Query);
    }

    /// <summary>Searches. The plan has been checked.</summary>
    public static SearchHits Run(
        IndexSchema schema, IReadOnlyList<LiveSegment> segments, CollectionStatistics statistics, FacetNumbering numbering, SearchPlan plan,
        CancellationToken cancellation)
    {
        var workspace = Workspace.Rent();
        workspace.Watch.Start(plan.Budget, cancellation);
        SearchHits hits;
        try
        {
            workspace.Watch.Check();
            hits = new Search(schema, segments, statistics, numbering, plan, workspace).Run();
        }
        catch (BudgetSpentException)
        {
            hits = Nothing(plan);
        }

        // Only after a search that came to its end: what another has half counted must not be found by the next one.
        workspace.Return();
        return hits;
    }

    private static SearchHits Nothing(SearchPlan plan) => new(
        0, [], plan.Facets.DistinctBy(facet => facet.Column).ToDictionary(facet => facet.Column, _ => (IReadOnlyList<FacetCount>)[]), IsPartial: true);

    private static (int Column, ColumnTest Test)[] Filters(IndexSchema schema, SearchPlan plan)
    {
        var filters = new (int Column, ColumnTest Test)[plan.Filters.Count + plan.NumberFilters.Count];
        for (var at = 0; at < plan.Filters.Count; at++)
        {
            var filter = plan.Filters[at];
            filters[at] = (schema.ColumnAt(filter.Column, typeof(Column.Facet), typeof(Column.Number)), ColumnTest.In(schema, filter.Column, filter.Values));
        }

        for (var at = 0; at < plan.NumberFilters.Count; at++)
        {
            var filter = plan.NumberFilters[at];
            filters[plan.Filters.Count + at] = (schema.ColumnAt(filter.Column, typeof(Column.Number)), ColumnTest.Between(schema, filter.Column, filter.From, filter.To));
        }

        return filters;
    }

    private SearchHits Run()
    {
        var scope = _workspace.Scope;
        for (var place = 0; place < _segments.Count && !_isPartial; place++)
        {
            scope.Enter(place, _segments[place]);
            Collect(scope);
            _workspace.LeaveSegment();
        }

        return Give();
    }

    private void Collect(SegmentScope scope)
    {
        _root.Enter(scope);
        _ranking.Enter(scope, _root);
        try
        {
            if (_counters.Count == 0 && _filters.Length == 0)
            {
                CollectHits(scope);
            }
            else
            {
                CollectCounted(scope);
            }
        }
        catch (BudgetSpentException)
        {
            // What was found by then stands.
            _isPartial = true;
        }

        _ranking.Leave();
    }

    /// <summary>Only the number of hits and the first of them are wanted.</summary>
    private void CollectHits(SegmentScope scope)
    {
        if (_root is TermNode term && (_ranking.IsPlain || _ranking.IsIdle))
        {
            _total += term.CountLive();
            if (!_ranking.IsIdle)
            {
                _ranking.RankAll(term);
            }

            return;
        }

        var found = FindLive(scope);
        _total += found.CountAll();
        var next = 0;
        while (!_ranking.IsIdle && found.Read(ref next, _workspace.Piece) is > 0 and var count)
        {
            found.SkipTo(ref next, _ranking.Rank(_workspace.Piece.AsSpan(0, count)));
            _workspace.Watch.Check();
        }
    }

    private void CollectCounted(SegmentScope scope)
    {
        foreach (var (_, test) in _filters)
        {
            test.Enter(scope.Live.Segment);
        }

        foreach (var counter in _counters)
        {
            counter.Enter(scope.Live.Segment);
        }

        try
        {
            var found = FindLive(scope);
            var next = 0;
            while (found.Read(ref next, _workspace.Piece) is > 0 and var count)
            {
                Collect(_workspace.Piece.AsSpan(0, count));
                _workspace.Watch.Check();
            }
        }
        finally
        {
            foreach (var counter in _counters)
            {
                counter.Leave();
            }
        }
    }

    private DocumentSet FindLive(SegmentScope scope)
    {
        var found = _root.Find();
        if (scope.Live.Deleted is { } deleted)
        {
            found.Subtract(deleted.Words);
        }

        return found;
    }

    private void Collect(ReadOnlySpan<int> documents)
    {
        var hits = documents;
        if (_filters.Length > 0)
        {
            var keptOut = _workspace.KeptOut.AsSpan(0, documents.Length);
            keptOut.Clear();
            foreach (var (column, test) in _filters)
            {
                test.Mark(documents, (byte)column, keptOut);
            }

            CountWhereOnlyTheirOwnFilterFails(documents, keptOut);
            hits = Choose(documents, keptOut, -1);
        }

        _total += hits.Length;
        foreach (var counter in _counters)
        {
            counter.Count(hits);
        }

        if (!_ranking.IsIdle)
        {
            _ranking.Rank(hits);
        }
    }

    /// <summary>A column's own filter does not narrow its own counts, so that a second value can be chosen.</summary>
    private void CountWhereOnlyTheirOwnFilterFails(ReadOnlySpan<int> documents, ReadOnlySpan<(byte Count, byte Column)> keptOut)
    {
        foreach (var counter in _counters)
        {
            if (counter.FilteredColumn >= 0)
            {
                counter.Count(Choose(documents, keptOut, counter.FilteredColumn));
            }
        }
    }

    /// <summary>The documents that only this column's filters keep out, or for -1 those that none does.</summary>
    private ReadOnlySpan<int> Choose(ReadOnlySpan<int> documents, ReadOnlySpan<(byte Count, byte Column)> keptOut, int column)
    {
        var (chosen, count) = (_workspace.Chosen, 0);
        var wanted = column < 0 ? (byte)0 : (byte)1;
        for (var i = 0; i < documents.Length; i++)
        {
            chosen[count] = documents[i];
            count += keptOut[i].Count == wanted && (column < 0 || keptOut[i].Column == column) ? 1 : 0;
        }

        return chosen.AsSpan(0, count);
    }

    private SearchHits Give()
    {
        if (_counters.Count == 0)
        {
            return new(_total, GiveHits(), NoFacets, _isPartial);
        }

        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(_plan.Facets.Count, StringComparer.Ordinal);
        foreach (var counter in _counters)
        {
            counter.Give(facets);
        }

        return new(_total, GiveHits(), facets, _isPartial);
    }

    private Hit[] GiveHits()
    {
        var best = _ranking.Best;
        if (best.Count <= _plan.Offset)
        {
            return [];
        }

        var hits = new Hit[best.Count - _plan.Offset];
        var ends = _workspace.KeyEnds(hits.Length);
        var end = 0;
        for (var at = 0; at < hits.Length; at++)
        {
            end += _workspace.CopyKey(_segments[best[_plan.Offset + at].Segment].Segment.Keys, best[_plan.Offset + at].Document, end);
            ends[at] = end;
        }

        var keys = _workspace.Keys[..end].ToArray();
        for (var at = 0; at < hits.Length; at++)
        {
            var start = at == 0 ? 0 : ends[at - 1];
            hits[at] = new(keys, start, ends[at] - start, best[_plan.Offset + at]);
        }

        return hits;
    }
}
