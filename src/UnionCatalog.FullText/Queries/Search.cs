using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>One search over all segments.</summary>
internal sealed class Search
{
    private readonly IndexSchema _schema;
    private readonly IReadOnlyList<LiveSegment> _segments;
    private readonly SearchPlan _plan;
    private readonly CancellationToken _cancellation;
    private readonly Bm25 _bm25;
    private readonly TopHits _hits;
    private readonly FacetTally[] _tallies;
    private long _total;

    public Search(
        IndexSchema schema, IReadOnlyList<LiveSegment> segments, SearchPlan plan, CancellationToken cancellation)
    {
        (_schema, _segments, _plan, _cancellation) = (schema, segments, plan, cancellation);
        _bm25 = new Bm25(schema, segments);
        _hits = new TopHits(plan.Count == 0 ? 0 : plan.Offset + plan.Count, new HitOrder(schema, plan.Sort, segments));
        _tallies = [.. plan.Facets.Select(facet => FacetTally.Of(schema, facet.Column))];
    }

    public SearchHits Run()
    {
        for (var segment = 0; segment < _segments.Count; segment++)
        {
            Collect(segment);
        }

        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach (var (request, tally) in _plan.Facets.Zip(_tallies))
        {
            facets[request.Column] = tally.Top(request.Top);
        }

        return new SearchHits(_total, [.. _hits.Take().Skip(_plan.Offset).Select(Give)], facets);
    }

    private void Collect(int segment)
    {
        var content = _segments[segment].Segment.Content;
        var matches = new Matcher(_schema, _bm25, _segments[segment], _cancellation).Find(_plan.Query);
        var filters = new Filters(_schema, _plan, content);
        Array.ForEach(_tallies, tally => tally.Enter(content));
        for (var match = 0; match < matches.Count; match++)
        {
            var document = matches.Documents[match];
            var keptOutBy = filters.KeptOutBy(document);
            if (keptOutBy == Filters.None)
            {
                _total++;
                _hits.Offer(new Candidate(segment, document, matches.Scores[match]));
            }

            Count(document, keptOutBy);
        }

        Array.ForEach(_tallies, tally => tally.Leave());
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>A column's own filter does not narrow its own counts, so that a second value can be chosen.</summary>
    private void Count(int document, int keptOutBy)
    {
        foreach (var tally in _tallies)
        {
            if (keptOutBy == Filters.None || keptOutBy == tally.Column)
            {
                tally.Count(document);
            }
        }
    }

    private Hit Give(Candidate candidate)
    {
        var segment = _segments[candidate.Segment].Segment;
        return new Hit(
            segment.Content.Keys[candidate.Document].ToString(), candidate.Score, segment.Stored(candidate.Document));
    }
}
