using System.Globalization;
using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>Says in which way the engine answers otherwise than the reference; null: in none.</summary>
internal static class Agreement
{
    /// <summary>What a score may differ by, as a part of it where it is more than one.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>The same search asked of both.</summary>
    public static string? Differ(IIndexSnapshot snapshot, ReferenceIndex reference, SearchPlan plan) =>
        Differ(snapshot, reference, plan, reference.Search(plan));

    /// <summary>A search that the reference was asked before.</summary>
    public static string? Differ(IIndexSnapshot snapshot, ReferenceIndex reference, SearchPlan plan, ReferenceHits expected)
    {
        var found = snapshot.Search(plan);
        if (found.IsPartial || found.Total != expected.Hits.Count)
        {
            return $"finds {found.Total}{(found.IsPartial ? " at least" : "")}, not {expected.Hits.Count}";
        }

        return DifferInFacets(found, expected) ?? DifferInHits(found, expected, plan) ?? DifferInStored(snapshot, found, reference);
    }

    private static string? DifferInFacets(SearchHits found, ReferenceHits expected)
    {
        if (found.Facets.Count != expected.Facets.Count)
        {
            return $"counts {string.Join(", ", found.Facets.Keys)}, not {string.Join(", ", expected.Facets.Keys)}";
        }

        return expected.Facets.Where(facet => !found.Facets[facet.Key].SequenceEqual(facet.Value))
            .Select(facet => $"counts {facet.Key} as {Show(found.Facets[facet.Key])}, not {Show(facet.Value)}")
            .FirstOrDefault();
    }

    private static string? DifferInHits(SearchHits found, ReferenceHits expected, SearchPlan plan)
    {
        var page = expected.Hits.Skip(plan.Offset).Take(plan.Count).ToList();
        if (found.Hits.Count != page.Count || found.Hits.Select(hit => hit.Key).Distinct().Count() != page.Count)
        {
            return $"gives {Show(found.Hits)}, not {Show(page)}";
        }

        var scores = expected.Hits.ToDictionary(hit => hit.Document.Key);
        ReferenceHit? before = null;
        for (var at = 0; at < page.Count; at++)
        {
            var hit = found.Hits[at];
            if (!scores.TryGetValue(hit.Key, out var known) || !ReferenceOrder.MayChange(plan.Sort, known, page[at]))
            {
                return $"gives {hit.Key} at {at}, not {page[at].Document.Key}: {Show(found.Hits)}, not {Show(page)}";
            }

            if (!(Math.Abs(hit.Score - known.Score) <= Tolerance * Math.Max(1, Math.Abs(known.Score))))
            {
                return string.Create(CultureInfo.InvariantCulture, $"scores {hit.Key} {hit.Score:r}, not {known.Score:r}");
            }

            // Among themselves the engine's hits stand strictly as its own scores have them.
            var now = new ReferenceHit(known.Document, hit.Score);
            if (before is not null && ReferenceOrder.Compare(plan.Sort, before, now) >= 0)
            {
                return $"gives {hit.Key} at {at}, out of order: {Show(found.Hits)}";
            }

            before = now;
        }

        return null;
    }

    private static string? DifferInStored(IIndexSnapshot snapshot, SearchHits found, ReferenceIndex reference) => found.Hits.Take(30)
        .Where(hit => !snapshot.Stored(hit).AsSpan().SequenceEqual(reference[hit.Key].Stored))
        .Select(hit => $"gives other bytes with {hit.Key} than were put")
        .FirstOrDefault();

    private static string Show(IReadOnlyList<FacetCount> counts) => string.Join(", ", counts.Select(count => $"{count.Value} {count.Count}"));

    private static string Show(IReadOnlyList<Hit> hits) =>
        string.Join(' ', hits.Take(40).Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Key}={hit.Score:g12}")));

    private static string Show(IReadOnlyList<ReferenceHit> hits) =>
        string.Join(' ', hits.Take(40).Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Document.Key}={hit.Score:g12}")));
}
