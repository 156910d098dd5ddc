using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>The words of the places of publication, without those that say that none is known.</summary>
internal static class PlaceWords
{
    private const int Most = 8;
    private const int Shortest = 4;

    /// <summary>The words, in their order.</summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<Publication> publications) =>
    [
        .. publications
            .Where(publication => publication.Place is not null)
            .SelectMany(publication => Folding.Words(publication.Place!))
            .Where(word => word.Length >= Shortest)
            .Select(OldSpelling.UniteJAndY)
            .Take(Most)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
