using UnionCatalog.Records;

namespace UnionCatalog.Search.Asking;

/// <summary>
/// What speaks for an edition whatever is asked: many libraries have it, one has it on the shelf, it is not old. Mild: together a
/// few points, where one rare word of a title is worth ten and more.
/// </summary>
internal static class Standing
{
    /// <summary>How many make one point of a score.</summary>
    public const int Points = 1_000;

    private const int PerDoubling = 250;
    private const int MostDoublings = 8;
    private const int Available = 150;
    private const int PerYear = 8;
    private const int FirstYear = 1950;
    private const int MostYears = 80;

    /// <summary>In thousandths of a point.</summary>
    public static long Of(CatalogEntry entry)
    {
        var libraries = entry.Libraries.DistinctBy(held => held.Library).Count();
        var held = PerDoubling * Math.Min(Math.Log2(Math.Max(libraries, 1)), MostDoublings);
        var isAvailable = entry.Libraries.Any(library => library.Holdings.Any(holding => holding.Status == ItemStatus.Available));
        var years = Math.Clamp((entry.Description.Year ?? FirstYear) - FirstYear, 0, MostYears);
        return (long)held + (isAvailable ? Available : 0) + (PerYear * years);
    }
}
