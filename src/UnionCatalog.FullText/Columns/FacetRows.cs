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

    /// <summary>Numbers in a line of the processor's cache.</summary>
    private const int Line = 16;

    private readonly int[] _starts;
    private readonly int[] _numbers;

    /// <summary>No value has this number or one beyond.</summary>
    private readonly int _until;

    private FacetRows(int[] starts, int[] numbers) => (_starts, _numbers, _until) = (starts, numbers, numbers.Length == 0 ? 0 : numbers.Max() + 1);

    /// <summary>Those of columns whose values have their numbers.</summary>
    /// <param name="groups">
    /// The columns, those of a group together; and for each document the one number and one that stands for all its values of the group, or 0:
    /// it has none. Empty: no document has one.
    /// </param>
    /// <param name="documents">How many documents there are.</param>
    public static FacetRows Of(IReadOnlyList<(FacetColumn[] Columns, int[] Patterns)> groups, int documents)
    {
        var starts = new int[documents + 1];
        foreach (var (columns, patterns) in groups)
        {
            CountPatterns(starts.AsSpan(1), patterns);
            Array.ForEach(columns, column => column.CountValues(starts.AsSpan(1), patterns));
        }

        for (var document = 0; document < documents; document++)
        {
            starts[document + 1] = checked(starts[document + 1] + starts[document]);
        }

        var numbers = new int[starts[^1]];
        var next = starts[..^1];
        foreach (var (columns, patterns) in groups)
        {
            CopyPatterns(next, numbers, patterns);
            Array.ForEach(columns, column => column.CopyNumbers(next, numbers, patterns));
        }

        return new FacetRows(starts, numbers);
    }

    /// <summary>Adds one to the count of each value of these documents.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="counts">Counts that have room for all numbers.</param>
    /// <remarks>Nothing hangs on what a count was but whether it is carried over, which is seldom: so the processor can wait for many of them at once.</remarks>
    public void AddTo(ReadOnlySpan<int> documents, RowCounts counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Low.Length, _until);
        fixed (int* starts = _starts, numbers = _numbers, wanted = documents)
        fixed (byte* low = counts.Low, marks = counts.Marks)
        {
            for (var at = 0; at < documents.Length; at++)
            {
                Fetch(starts, numbers, wanted + at, documents.Length - at);
                var document = Check(wanted[at]);
                for (var (value, end) = (starts[document], starts[document + 1]); value < end; value++)
                {
                    var number = numbers[value];
                    marks[number / RowCounts.Line] = 1;
                    if (++low[number] == 0)
                    {
                        counts.Carry(number);
                    }
                }
            }
        }
    }

    private static void CountPatterns(Span<int> counts, ReadOnlySpan<int> patterns)
    {
        for (var document = 0; document < patterns.Length; document++)
        {
            counts[document] += patterns[document] == 0 ? 0 : 1;
        }
    }

    private static void CopyPatterns(Span<int> next, Span<int> to, ReadOnlySpan<int> patterns)
    {
        for (var document = 0; document < patterns.Length; document++)
        {
            if (patterns[document] is > 0 and var pattern)
            {
                to[next[document]++] = pattern - 1;
            }
        }
    }

    /// <summary>Has the processor fetch from memory what will be wanted soon after the first of these documents. Advice: nothing depends on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fetch(int* starts, int* numbers, int* documents, int count)
    {
        if (!Sse.IsSupported || count <= 2 * Ahead)
        {
            return;
        }

        Sse.Prefetch0(starts + documents[2 * Ahead]);
        var row = numbers + starts[Check(documents[Ahead])];
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
