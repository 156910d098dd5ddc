using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Finds which values of a group of columns many documents of a segment have together. Of a document that has one of these patterns only
/// the pattern is counted, and its values when all are counted. Where all of a document's values are seldom together, those of the
/// columns with the fewest values may be often: who has it are one library here and one there, but where they are is a few regencies.
/// </summary>
internal static class FacetPatterns
{
    /// <summary>What fewer documents have together is as quickly counted value by value.</summary>
    private const int LeastDocuments = 16;

    /// <summary>So many values are seldom another document's too.</summary>
    private const int MostValues = 24;

    /// <summary>The patterns of all documents.</summary>
    /// <param name="columns">The columns, whose values have their numbers.</param>
    /// <param name="documents">How many documents there are.</param>
    /// <param name="number">Gives a pattern, the numbers of its values one after the other, a number of its own.</param>
    public static FacetGroup Find(FacetColumn[] columns, int documents, Func<ReadOnlySpan<int>, int> number)
    {
        if (columns.Length == 1)
        {
            return new FacetGroup(columns, [], []);
        }

        var group = new FacetGroup([.. columns.OrderByDescending(column => column.Values.Count)], new int[documents], new byte[documents]);
        Array.Fill(group.Alone, (byte)columns.Length);
        for (var first = 0; first < columns.Length; first++)
        {
            FindFrom(first, group, number);
        }

        return group;
    }

    /// <summary>The patterns of the columns from one on, of those documents that have none yet.</summary>
    private static void FindFrom(int first, FacetGroup group, Func<ReadOnlySpan<int>, int> number)
    {
        var (_, patterns, alone) = group;
        var columns = group.Columns.AsSpan(first);
        var together = new TermTable();
        var uses = new List<int>();
        Span<int> values = stackalloc int[MostValues];
        // Meanwhile less than 0: the place among those of these columns.
        for (var document = 0; document < patterns.Length; document++)
        {
            if (patterns[document] == 0 && Read(columns, document, values) is > 1 and var count)
            {
                var place = together.Add(MemoryMarshal.AsBytes(values[..count]));
                CollectionsMarshal.SetCount(uses, together.Count);
                uses[place]++;
                patterns[document] = ~place;
            }
        }

        var numbers = uses.Select((many, place) => many < LeastDocuments ? 0 : number(MemoryMarshal.Cast<byte, int>(together[place])) + 1).ToArray();
        for (var document = 0; document < patterns.Length; document++)
        {
            if (patterns[document] < 0)
            {
                patterns[document] = numbers[~patterns[document]];
                alone[document] = patterns[document] == 0 ? alone[document] : (byte)first;
            }
        }
    }

    /// <returns>How many values the document has; 0 also where they are too many.</returns>
    private static int Read(ReadOnlySpan<FacetColumn> columns, int document, Span<int> values)
    {
        var count = 0;
        foreach (var column in columns)
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
