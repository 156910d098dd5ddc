using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace UnionCatalog.FullText.Columns;

/// <summary>
/// The values that each document of a segment has in all facet columns, side by side, by their numbers over all segments. To count
/// a document's values column by column asks memory at two places for each column; here, at two for all of them.
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

    /// <summary>The numbers of a document's values.</summary>
    public ReadOnlySpan<int> this[int document] => _numbers.AsSpan(_starts[document].._starts[document + 1]);

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

    /// <summary>
    /// Has the processor fetch from memory what will be wanted soon after the document at this place, beside what it does meanwhile.
    /// Advice: nothing depends on it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(ReadOnlySpan<int> documents, int at)
    {
        if (Sse.IsSupported && at + Ahead < documents.Length)
        {
            // Where the arrays have moved meanwhile, something else is fetched, and no harm done.
            ref var start = ref MemoryMarshal.GetArrayDataReference(_starts);
            if (at + (2 * Ahead) < documents.Length)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref start, documents[at + (2 * Ahead)])));
            }

            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), _starts[documents[at + Ahead]]);
            Sse.Prefetch0(Unsafe.AsPointer(ref row));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref row, Line)));
        }
    }
}
