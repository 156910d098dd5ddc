using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>
/// The volumes that a record names elsewhere than in its title: "Naruto" in the series "Naruto" with number 5, or with the
/// ISBN "(jil. 5)", is volume 5.
/// </summary>
internal static class NamedVolumes
{
    public static void Add(BibRecord record, TitleFeature title, IReadOnlyList<SeriesFeature> series, Dictionary<PartKind, SortedSet<string>> parts)
    {
        if (parts.ContainsKey(PartKind.Volume))
        {
            return;
        }

        var named = series.Where(one => one.Title == title.Proper).SelectMany(one => one.Volume).Select(NumberWord.Read).OfType<string>();
        var volumes = new SortedSet<string>(named.Concat(VolumeIdentifiers.VolumesNamed(record)), StringComparer.Ordinal);
        if (volumes.Count > 0)
        {
            parts[PartKind.Volume] = volumes;
        }
    }
}
