namespace UnionCatalog.FullText.Columns;

/// <summary>Columns whose values documents often have together, with the patterns of a segment's documents.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Patterns">For each document the number and one that stands for all its values of the later columns, or 0: it has none. Empty: no document has one.</param>
/// <param name="Alone">For each document how many of the first columns its pattern does not stand for. Empty: no document has a pattern.</param>
internal sealed record FacetGroup(FacetColumn[] Columns, int[] Patterns, byte[] Alone)
{
    /// <summary>Adds to each document's count how many numbers are counted of it.</summary>
    public void Count(Span<int> counts)
    {
        for (var document = 0; document < Patterns.Length; document++)
        {
            counts[document] += Patterns[document] == 0 ? 0 : 1;
        }

        for (var column = 0; column < Columns.Length; column++)
        {
            Columns[column].CountValues(counts, Alone, column);
        }
    }

    /// <summary>Copies the numbers of all documents.</summary>
    /// <param name="to">Takes them.</param>
    /// <param name="next">Where each document's go, and afterwards where the next group's do.</param>
    public void CopyTo(PackedNumbers to, Span<int> next)
    {
        for (var document = 0; document < Patterns.Length; document++)
        {
            if (Patterns[document] is > 0 and var pattern)
            {
                to.Put(next[document]++, pattern - 1);
            }
        }

        for (var column = 0; column < Columns.Length; column++)
        {
            Columns[column].CopyNumbers(next, to, Alone, column);
        }
    }
}
