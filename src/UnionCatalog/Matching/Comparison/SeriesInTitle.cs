using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching.Comparison;

/// <summary>
/// Compares titles before which one library writes the series and another does not: "Seri sahabat rasul : Nabi Ibrahim" and
/// "Nabi Ibrahim". That it is a series, either record says, or the title does.
/// </summary>
internal static class SeriesInTitle
{
    /// <summary>How well they agree without the series; <see cref="Level.Differs"/> where neither title begins with one.</summary>
    public static Level Compare(MatchFeatures left, MatchFeatures right)
    {
        var (one, other) = (Without(left.Title, left.Series, right), Without(right.Title, right.Series, left));
        return one is null && other is null ? Level.Differs : TitleComparison.Compare(one ?? left.Title, other ?? right.Title) switch
        {
            Level.EqualCommon or Level.ProperEqualCommon or Level.ShortBeginning => Level.ShortBeginning,
            Level.Equal or Level.EqualLong or Level.ProperEqual or Level.Beginning or Level.Slip or Level.LetterReplaced or Level.ExtraWords => Level.ExtraWords,
            Level.Blurred => Level.Blurred,
            _ => Level.Differs,
        };
    }

    private static TitleFeature? Without(TitleFeature title, IReadOnlyList<SeriesFeature> own, MatchFeatures other)
    {
        var length = Math.Max(LengthOf(own, title), LengthOf(other.Series, title));
        if (length == 0 && title.Words.Length > 1 && Lexicon.IsSeriesWord(title.Words[0]))
        {
            length = !title.RestWords.IsEmpty ? title.ProperLength
                : EndsWith(title, other.Title) ? title.Words.Length - other.Title.Words.Length
                : 0;
        }

        return length == 0 ? null : new TitleFeature(title.Words[length..], [], title.IsOldSpelling, null);
    }

    // Where the series is named nowhere, only what tells by itself is taken for a title after it.
    private static bool EndsWith(TitleFeature title, TitleFeature other) => !other.IsCommon && other.Words.Length < title.Words.Length - 1
        && title.Words.AsSpan(title.Words.Length - other.Words.Length).SequenceEqual(other.Words);

    // How many words the series takes at the beginning.
    private static int LengthOf(IReadOnlyList<SeriesFeature> series, TitleFeature title)
    {
        foreach (var one in series)
        {
            if (one.Title.Length > 0 && title.Whole.StartsWith(one.Title, StringComparison.Ordinal))
            {
                var (words, letters) = (0, 0);
                while (letters < one.Title.Length)
                {
                    letters += title.Words[words++].Length;
                }

                if (letters == one.Title.Length && words < title.Words.Length)
                {
                    return words;
                }
            }
        }

        return 0;
    }
}
