using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>A regency or place that has libraries, for a reader to choose as the one that is near.</summary>
/// <param name="Name">What it is chosen by; unlike that of any other.</param>
/// <param name="Regency">The regency that it lies in; null for a regency, and where the files do not tell.</param>
/// <param name="Province">The province; null where the files do not tell.</param>
/// <param name="Position">The middle of its libraries; null where none tells its position.</param>
/// <param name="Libraries">Its libraries, one at least.</param>
public sealed record LibraryPlace(string Name, string? Regency, string? Province, GeoPosition? Position, IReadOnlyList<SourceId> Libraries)
{
    /// <summary>Whether it is a regency or city rather than a place in one.</summary>
    public required bool IsRegency { get; init; }
}
