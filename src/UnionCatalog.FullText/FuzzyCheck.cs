namespace UnionCatalog.FullText;

/// <summary>What may be asked of terms that are nearly so, in a query and in a list of terms.</summary>
internal static class FuzzyCheck
{
    /// <summary>Checks all of it.</summary>
    /// <param name="term">The term that others are near to.</param>
    /// <param name="edits">How many edits away.</param>
    /// <param name="samePrefix">How many characters at the start must be the same.</param>
    /// <exception cref="ArgumentException">The term is empty, or a number negative.</exception>
    /// <exception cref="IndexLimitException">More edits, or a longer term, than a query may have.</exception>
    public static void Check(string term, int edits, int samePrefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(term);
        CheckDistance(edits, samePrefix);
        CheckLength(term);
    }

    /// <summary>Checks how far away.</summary>
    public static void CheckDistance(int edits, int samePrefix)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(edits);
        ArgumentOutOfRangeException.ThrowIfNegative(samePrefix);
        IndexLimitException.ThrowIfBeyond(edits, IndexLimits.Edits, "The edits of a fuzzy term");
    }

    /// <summary>Checks the length of what stands for several terms.</summary>
    public static void CheckLength(string pattern) =>
        IndexLimitException.ThrowIfBeyond(pattern.Length, IndexLimits.TermLength, "The characters of a prefix, wildcard or fuzzy term");
}
