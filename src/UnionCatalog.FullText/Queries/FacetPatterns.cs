using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Finds which values of a group of columns many documents of a segment have together. Of a document that has one of these patterns only
/// the pattern is counted, and its values when all are counted.
/// </summary>
internal static class FacetPatterns
{
    /// <summary>What fewer documents have together is as quickly counted value by value.</summary>
    private const int LeastDocuments = 16;

    /// <summary>So many values are seldom another document's too.</summary>
    private const int MostValues = 24;

    /// <summary>The patterns of all documents.</summary>
    /// <param name="group">The columns, whose values have their numbers.</param>
    /// <param name="documents">How many documents there are.</param>
    /// <param name="number">Gives a pattern, the numbers of its values one after the other, a number of its own.</param>
    /// <returns>For each document its pattern's number and one; 0: it has none.</returns>
    public static int[] Find(FacetColumn[] group, int documents, Func<ReadOnlySpan<int>, int> number)
    {
        var patterns = new int[documents];
        var together = new TermTable();
        var uses = new List<int>();
        Span<int> values = stackalloc int[MostValues];
        for (var document = 0; document < documents; document++)
        {
            if (Read(group, document, values) is > 1 and var count)
            {
                var place = together.Add(MemoryMarshal.AsBytes(values[..count]));
                CollectionsMarshal.SetCount(uses, together.Count);
                uses[place]++;
                patterns[document] = place + 1;
            }
        }

        var numbers = new int[together.Count + 1];
        for (var place = 0; place < together.Count; place++)
        {
            numbers[place + 1] = uses[place] < LeastDocuments ? 0 : number(MemoryMarshal.Cast<byte, int>(together[place])) + 1;
        }

        foreach (ref var pattern in patterns.AsSpan())
        {
            pattern = numbers[pattern];
        }

        return patterns;
    }

    /// <returns>How many values the document has; 0 also where they are too many.</returns>
    private static int Read(FacetColumn[] group, int document, Span<int> values)
    {
        var count = 0;
        foreach (var column in group)
        {
            count += column.CopyNumbers(document, values[count..]);
            if (count > values.Length)
            {
                return 0;
            }
        }

        return count;
    }
}
