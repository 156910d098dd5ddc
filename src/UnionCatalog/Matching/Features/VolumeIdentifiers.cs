using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>The ISBNs that are this volume's own, told by their qualifiers from those of the set and of its sisters.</summary>
internal static class VolumeIdentifiers
{
    // A record with more is a list, and would tie everything to everything.
    private const int Most = 20;
    private const int ShortestInvalid = 8;
    private const int LongestInvalid = 16;

    /// <summary>The valid values of one kind that stand for this volume, in their order.</summary>
    public static IReadOnlyList<string> Read(BibRecord record, IdentifierKind kind, IReadOnlySet<string> volumes) =>
    [
        .. record.Identifiers
            .Where(identifier => identifier.Kind == kind && identifier.IsValid && IsOwn(identifier.Qualifier, volumes))
            .Select(identifier => identifier.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(Most),
    ];

    /// <summary>The digits of ISBNs that are not valid, in their order.</summary>
    public static IReadOnlyList<string> ReadInvalid(BibRecord record) =>
    [
        .. record.Identifiers
            .Where(identifier => identifier.Kind == IdentifierKind.Isbn && !identifier.IsValid && !IsOfSet(identifier.Qualifier))
            .Select(identifier => string.Concat(identifier.Raw.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())
            .Where(digits => digits.Length is >= ShortestInvalid and <= LongestInvalid)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(Most),
    ];

    /// <summary>The volumes that the qualifiers name, for a record whose title names none.</summary>
    public static IEnumerable<string> VolumesNamed(BibRecord record) =>
        record.Identifiers.Where(identifier => identifier.Kind == IdentifierKind.Isbn).SelectMany(identifier => VolumesIn(identifier.Qualifier));

    private static bool IsOwn(string? qualifier, IReadOnlySet<string> volumes)
    {
        if (IsOfSet(qualifier))
        {
            return false;
        }

        var named = VolumesIn(qualifier);
        return named.Count == 0 || volumes.Count == 0 || named.Overlaps(volumes);
    }

    // "jil. lengkap", "no.jil.lengkap", "set".
    private static bool IsOfSet(string? qualifier) =>
        qualifier is not null && Folding.Words(qualifier).Exists(word => word is "lengkap" or "set" or "komplit");

    private static SortedSet<string> VolumesIn(string? qualifier)
    {
        var parts = new Dictionary<PartKind, SortedSet<string>>();
        if (qualifier is not null)
        {
            PartReading.Read(Folding.Words(qualifier), parts);
        }

        return parts.GetValueOrDefault(PartKind.Volume) ?? new SortedSet<string>(StringComparer.Ordinal);
    }
}
