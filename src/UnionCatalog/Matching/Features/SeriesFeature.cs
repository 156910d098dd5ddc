using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>A series and the place in it.</summary>
/// <param name="Title">The title's folded words, joined.</param>
/// <param name="Volume">The folded words of the number; empty when there is none.</param>
internal sealed record SeriesFeature(string Title, IReadOnlyList<string> Volume)
{
    /// <summary>No more series of a record are compared.</summary>
    public const int Most = 8;

    /// <summary>Reads a statement of series.</summary>
    public static SeriesFeature Read(SeriesStatement series) => new(string.Concat(TitleWords.Unite(Folding.Words(series.Title))), Folding.Words(series.Volume ?? ""));

    /// <summary>
    /// Compares two: equal in title and number, compatible when one has no number, the same series with another number, or
    /// another series.
    /// </summary>
    public Level Compare(SeriesFeature other)
    {
        if (Title.Length == 0 || other.Title.Length == 0)
        {
            return Level.Differs;
        }

        if (!Title.Contains(other.Title, StringComparison.Ordinal) && !other.Title.Contains(Title, StringComparison.Ordinal))
        {
            return Level.Differs;
        }

        return Volume.Count == 0 || other.Volume.Count == 0 ? Level.Compatible
            : Number(Volume) == Number(other.Volume) ? Level.Equal
            : Level.NumberDiffers;
    }

    /// <inheritdoc/>
    public override string ToString() => Volume.Count == 0 ? Title : $"{Title} ; {string.Join(' ', Volume)}";

    // "no. 5", "5" and "jilid V" are one.
    private static string Number(IReadOnlyList<string> words) => NumberWord.Read(words[^1]) ?? string.Concat(words);
}
