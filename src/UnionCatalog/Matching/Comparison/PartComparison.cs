using System.Globalization;
using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares the part numbers of two records.</summary>
internal static class PartComparison
{
    private const int Many = 4;

    private static readonly string[] Pupil = ["siswa"];

    private static readonly PartKind[] Course =
        [PartKind.Class, PartKind.Semester, PartKind.Theme, PartKind.Subtheme, PartKind.Level, PartKind.Curriculum];

    /// <summary>The volume: differs when both name it, and not the same; one-sided when only one does.</summary>
    public static Level Volumes(MatchFeatures left, MatchFeatures right) => Compare(PartKind.Volume, left, right) switch
    {
        // A volume that has a name of its own is told by it.
        Level.OneSided when (left.Title.RestWords.IsEmpty || right.Title.RestWords.IsEmpty) && (left.Parts.GetValueOrDefault(PartKind.Volume) ?? right.Parts[PartKind.Volume]).Any(IsOfMany) => Level.OneOfMany,
        var level => level,
    };

    /// <summary>For whom the book is, likewise; but a book of which nothing is said is the pupil's.</summary>
    public static Level Companions(MatchFeatures left, MatchFeatures right) => Compare(PartKind.Companion, left, right) is Level.OneSided
        && (left.Parts.GetValueOrDefault(PartKind.Companion) ?? right.Parts[PartKind.Companion]).SetEquals(Pupil) ? Level.Unknown : Compare(PartKind.Companion, left, right);

    /// <summary>The worst of what makes a course, likewise.</summary>
    public static Level Courses(MatchFeatures left, MatchFeatures right)
    {
        var worst = Level.Unknown;
        if (left.Parts.Count > 0 || right.Parts.Count > 0)
        {
            foreach (var kind in Course)
            {
                var level = Compare(kind, left, right);
                worst = level > worst ? level : worst;
            }
        }

        return worst;
    }

    /// <summary>Whether any of them differs, which no weight overrules.</summary>
    public static bool Differ(MatchFeatures left, MatchFeatures right) =>
        left.Parts.Count > 0 && right.Parts.Count > 0
        && (Volumes(left, right) == Level.Differs || Courses(left, right) == Level.Differs || Companions(left, right) == Level.Differs);

    /// <summary>The parts of some kinds in words of the lexicon.</summary>
    public static string Show(IReadOnlyDictionary<PartKind, SortedSet<string>> parts, Feature? feature = null) => string.Join(
        ", ",
        parts.Where(part => feature is null || FeatureOf(part.Key) == feature).OrderBy(part => part.Key).Select(part => $"{part.Key} {string.Join('+', part.Value)}"));

    /// <summary>By which feature a kind of part is compared.</summary>
    public static Feature FeatureOf(PartKind kind) => kind switch
    {
        PartKind.Volume => Feature.Volume,
        PartKind.Companion => Feature.Companion,
        _ => Feature.Course,
    };

    // A work has two or three volumes; what has a fourth goes on and on.
    private static bool IsOfMany(string volume) => int.TryParse(volume, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Many;

    private static Level Compare(PartKind kind, MatchFeatures left, MatchFeatures right)
    {
        var (one, other) = (left.Parts.GetValueOrDefault(kind), right.Parts.GetValueOrDefault(kind));
        if (one is null || other is null)
        {
            // Few records of textbooks name the kind of school and the curriculum.
            return one is null && other is null || kind is PartKind.Level or PartKind.Curriculum ? Level.Unknown : Level.OneSided;
        }

        // A book "untuk SMA/MA/SMK" is the same as one "untuk SMA"; one for the classes 4 to 6 is not the one for class 4.
        var agree = kind == PartKind.Level ? one.Overlaps(other) : one.SetEquals(other);
        return agree ? Level.Equal : Level.Differs;
    }
}
