using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace UnionCatalog.FullText.Columns;

/// <summary>
/// The values that each document of a segment has in all facet columns, side by side, by their numbers over all segments, and for those
/// that many documents have together one number. To count a document's values column by column asks memory at two places for each
/// column; here, at two for all of them.
/// </summary>
internal sealed unsafe class FacetRows
{
    /// <summary>So many documents ahead a row is fetched, and where it starts twice as many: measured, a third of the time of waiting for each.</summary>
    private const int Ahead = 16;

    /// <summary>Bytes in a line of the processor's cache.</summary>
    private const int Line = 64;

    private readonly int[] _starts;
    private readonly PackedNumbers _numbers;

    private FacetRows(int[] starts, PackedNumbers numbers) => (_starts, _numbers) = (starts, numbers);

    /// <summary>Those of columns whose values have their numbers.</summary>
    /// <param name="groups">The columns, those of a group together, and what is counted instead of their values.</param>
    /// <param name="documents">How many documents there are.</param>
    /// <param name="until">No value or pattern has a number as great as this.</param>
    public static FacetRows Of(IReadOnlyList<FacetGroup> groups, int documents, int until)
    {
        var starts = new int[documents + 1];
        foreach (var group in groups)
        {
            group.Count(starts.AsSpan(1));
        }

        for (var document = 0; document < documents; document++)
        {
            starts[document + 1] = checked(starts[document + 1] + starts[document]);
        }

        var numbers = new PackedNumbers(starts[^1], until);
        var next = starts[..^1];
        foreach (var group in groups)
        {
            group.CopyTo(numbers, next);
        }

        return new FacetRows(starts, numbers);
    }

    /// <summary>Adds one to the count of each value of these documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="counts">Counts that have room for all numbers.</param>
    /// <remarks>Nothing hangs on what a count was but whether it is carried over, which is seldom: so the processor can wait for many of them at once.</remarks>
    public void AddTo(ReadOnlySpan<int> documents, RowCounts counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Low.Length, _numbers.Until);
        var (width, mask) = (_numbers.Width, _numbers.Mask);
        fixed (int* starts = _starts, wanted = documents)
        fixed (byte* numbers = _numbers.Bytes, low = counts.Low, marks = counts.Marks)
        {
            for (var at = 0; at < documents.Length; at++)
            {
                Fetch(starts, numbers, wanted + at, documents.Length - at);
                var document = Check(wanted[at]);
                var end = numbers + ((nint)starts[document + 1] * width);
                for (var value = numbers + ((nint)starts[document] * width); value < end; value += width)
                {
                    var number = Unsafe.ReadUnaligned<uint>(value) & mask;
                    marks[number / RowCounts.Line] = 1;
                    if (++low[number] == 0)
                    {
                        counts.Carry((int)number);
                    }
                }
            }
        }
    }

    /// <summary>Has the processor fetch from memory what will be wanted soon after the first of these documents. Advice: nothing depends on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fetch(int* starts, byte* numbers, int* documents, int count)
    {
        if (!Sse.IsSupported || count <= 2 * Ahead)
        {
            return;
        }

        Sse.Prefetch0(starts + documents[2 * Ahead]);
        var row = numbers + ((nint)starts[Check(documents[Ahead])] * _numbers.Width);
        Sse.Prefetch0(row);
        Sse.Prefetch0(row + Line);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Check(int document)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)_starts.Length - 1);
        return document;
    }
}
