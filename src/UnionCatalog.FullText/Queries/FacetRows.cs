using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using UnionCatalog.FullText.Columns;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// The values that each document of a segment has in all facet columns, side by side, by their numbers over all segments. To count
/// a document's values column by column asks memory at two places for each column; here, at two for all of them.
/// They are made whole, however long a search may take: one that gave up would leave it to the next to begin again.
/// </summary>
internal sealed unsafe class FacetRows
{
    /// <summary>So many documents ahead a row is fetched, and where it starts twice as many: measured, a third of the time of waiting for each.</summary>
    private const int Ahead = 16;

    /// <summary>Numbers in a line of the processor's cache.</summary>
    private const int Line = 16;

    private readonly int[] _starts;
    private readonly int[] _numbers;

    private FacetRows(int[] starts, int[] numbers) => (_starts, _numbers) = (starts, numbers);

    /// <summary>Counts the values of documents.</summary>
    public void Count(ReadOnlySpan<int> documents, Tally counts)
    {
        fixed (int* starts = _starts, numbers = _numbers)
        {
            for (var at = 0; at < documents.Length; at++)
            {
                if (Sse.IsSupported)
                {
                    Fetch(documents, at + Ahead, starts, numbers);
                }

                var document = documents[at];
                counts.AddAll(_numbers.AsSpan(_starts[document].._starts[document + 1]));
            }
        }
    }

    /// <summary>Those of columns whose values have their numbers.</summary>
    public static FacetRows Of(FacetColumn[] columns, int documents)
    {
        var starts = new int[documents + 1];
        foreach (var column in columns)
        {
            column.CountValues(starts.AsSpan(1));
        }

        for (var document = 0; document < documents; document++)
        {
            starts[document + 1] = checked(starts[document + 1] + starts[document]);
        }

        var numbers = new int[starts[^1]];
        var next = starts[..^1];
        foreach (var column in columns)
        {
            column.CopyNumbers(next, numbers);
        }

        return new FacetRows(starts, numbers);
    }

    /// <summary>Has the processor fetch from memory what will be wanted, beside what it does meanwhile. Advice: nothing depends on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(ReadOnlySpan<int> documents, int at, int* starts, int* numbers)
    {
        if (at + Ahead < documents.Length)
        {
            Sse.Prefetch0(starts + documents[at + Ahead]);
        }

        if (at < documents.Length)
        {
            var row = numbers + starts[documents[at]];
            Sse.Prefetch0(row);
            Sse.Prefetch0(row + Line);
        }
    }
}
