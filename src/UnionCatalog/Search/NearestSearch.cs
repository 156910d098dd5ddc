using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;

namespace UnionCatalog.Search;

/// <summary>
/// Hits by how near their nearest holding library is. How far a library is depends on the reader, so no column of the index could
/// be ordered by it: the hits are asked for in bands of distance, each by relevance.
/// </summary>
internal static class NearestSearch
{
    private static readonly string Library = CatalogSchema.ColumnOf(SearchFacet.Library);

    /// <summary>Where the bands behind that of the place itself end, in kilometres. What is farther, or not known, comes last.</summary>
    private static readonly double[] Ends = [10, 25, 50, 100, 250];

    /// <summary>The place that a request is near to; null when it names none.</summary>
    /// <exception cref="InvalidSearchException">There is no such place.</exception>
    public static LibraryPlace? PlaceOf(SearchRequest request, Gazetteer places) =>
        string.IsNullOrWhiteSpace(request.Near) ? null
        : places.Find(request.Near) ?? throw new InvalidSearchException("near", "near: no library is in a regency or place of this name; /api/libraries names them.", SearchFault.UnknownPlace, request.Near);

    /// <summary>Searches as the plan says, but for the order. At most eight searches, usually two or three.</summary>
    public static SearchHits Search(IIndexSnapshot snapshot, SearchPlan plan, LibraryPlace near, Gazetteer places, CancellationToken cancellation)
    {
        var whole = snapshot.Search(plan with { Offset = 0, Count = 0 }, cancellation);
        var page = new List<Hit>(plan.Count);
        var isPartial = whole.IsPartial;
        var nearer = new List<string>();
        long before = 0;
        foreach (var band in Bands(near, places).Append(null))
        {
            if (page.Count == plan.Count || before >= whole.Total)
            {
                break;
            }

            var found = snapshot.Search(
                plan with
                {
                    Query = Within(plan.Query, band, nearer),
                    Facets = [],
                    Offset = (int)Math.Max(0, plan.Offset - before),
                    Count = plan.Count - page.Count,
                },
                cancellation);
            page.AddRange(found.Hits);
            isPartial |= found.IsPartial;
            before += found.Total;
            nearer.AddRange(band ?? []);
        }

        return whole with { Hits = page, IsPartial = isPartial };
    }

    /// <summary>The libraries of each band that has any, the nearest band first, without the last.</summary>
    private static IEnumerable<List<string>?> Bands(LibraryPlace near, Gazetteer places)
    {
        yield return [.. near.Libraries.Select(library => library.Value)];
        var others = places.All.SelectMany(place => place.Libraries).Distinct().Except(near.Libraries)
            .Select(library => (library.Value, Kilometres: places.Kilometres(near, library) ?? double.PositiveInfinity)).ToList();
        var start = double.NegativeInfinity;
        foreach (var end in Ends)
        {
            var band = others.Where(library => library.Kilometres > start && library.Kilometres <= end).Select(library => library.Value).ToList();
            start = end;
            if (band.Count > 0)
            {
                yield return band;
            }
        }
    }

    private static Query Within(Query query, List<string>? band, List<string> nearer)
    {
        var held = band is null ? query : new Query.AllOf([query, new Query.In(Library, band)]);
        return nearer.Count == 0 ? held : new Query.Except(held, new Query.In(Library, [.. nearer]));
    }
}
