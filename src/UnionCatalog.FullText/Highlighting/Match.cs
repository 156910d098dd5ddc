namespace UnionCatalog.FullText.Highlighting;

/// <summary>A part of a text that a part of the query matched.</summary>
/// <param name="Range">Where.</param>
/// <param name="Part">Which part of the query, by number.</param>
internal readonly record struct Match(TextRange Range, int Part) : IComparable<Match>
{
    /// <inheritdoc/>
    public int CompareTo(Match other) =>
        Range.Start != other.Range.Start ? Range.Start.CompareTo(other.Range.Start) : Range.Length.CompareTo(other.Range.Length);
}
