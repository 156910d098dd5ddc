namespace UnionCatalog.Matching.Comparison;

/// <summary>
/// Whether two records share so much beside the title that they can be one edition, whatever the sum: poor records agree in
/// all that they say of any book.
/// </summary>
internal static class SharedFacts
{
    private static readonly Feature[] Identifying = [Feature.Isbn, Feature.Issn, Feature.Number];

    /// <summary>
    /// One fact besides a title of its own; besides a title that many books have, two, of which one is the author, the pages or
    /// an identifier: in one year, one publisher brings out several books called "Matematika".
    /// </summary>
    public static bool AreEnough(ReadOnlySpan<Level> levels)
    {
        var telling = Count(levels, Identifying) + Count(levels, [Feature.Author, Feature.Pages]);
        var all = telling + Count(levels, [Feature.Publisher, Feature.Year, Feature.Series]);
        var isCommon = levels[(int)Feature.Title] is Level.EqualCommon or Level.ProperEqualCommon or Level.ShortBeginning;
        return isCommon ? all > 1 && (telling > 0 || levels[(int)Feature.Course] == Level.Equal) : all > 0;
    }

    /// <summary>
    /// Whether the titles agree, and so do the numbers that a union of libraries gave, as far as they are known; or the ISBNs, where
    /// nothing speaks against it: a record of a title and an ISBN has no more to tell.
    /// </summary>
    public static bool NameOneEdition(ReadOnlySpan<Level> levels) =>
        levels[(int)Feature.Title] is not (Level.Unknown or Level.RestDiffers or Level.WordReplaced or Level.Blurred or Level.Differs)
        && (levels[(int)Feature.Number] == Level.Equal || (levels[(int)Feature.Isbn] == Level.Equal && !SpeaksAgainst(levels)));

    private static bool SpeaksAgainst(ReadOnlySpan<Level> levels)
    {
        foreach (var level in levels)
        {
            if (Evidence.AgreementOf(level) == Agreement.Disagree)
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(ReadOnlySpan<Level> levels, ReadOnlySpan<Feature> features)
    {
        var count = 0;
        foreach (var feature in features)
        {
            count += Evidence.AgreementOf(levels[(int)feature]) is Agreement.Agree or Agreement.Near ? 1 : 0;
        }

        return count;
    }
}
