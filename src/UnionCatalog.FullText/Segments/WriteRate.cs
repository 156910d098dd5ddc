using System.Diagnostics;

namespace UnionCatalog.FullText.Segments;

/// <summary>Holds a writer back to so many bytes a second, so that readers have the disk and the processor.</summary>
/// <param name="bytesPerSecond">How many.</param>
/// <param name="cancellation">Ends the waiting.</param>
internal sealed class WriteRate(long bytesPerSecond, CancellationToken cancellation)
{
    /// <summary>What was not written in time is not made up for beyond this.</summary>
    private static readonly long MostSaved = Stopwatch.Frequency / 10;

    /// <summary>Shorter waits are put together.</summary>
    private static readonly long ShortestWait = Stopwatch.Frequency / 100;

    private long _due = Stopwatch.GetTimestamp();

    /// <summary>Set while someone waits for the merge: it may go at full speed.</summary>
    public Func<bool>? IsLifted { get; init; }

    public void Spend(int bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = Stopwatch.GetTimestamp();
        _due = Math.Max(_due, now - MostSaved) + (long)((double)bytes / bytesPerSecond * Stopwatch.Frequency);
        while (_due - now > ShortestWait && IsLifted?.Invoke() != true)
        {
            var wait = Math.Min(_due - now, Stopwatch.Frequency / 20);
            cancellation.WaitHandle.WaitOne((int)(wait * 1000 / Stopwatch.Frequency));
            cancellation.ThrowIfCancellationRequested();
            now = Stopwatch.GetTimestamp();
        }
    }
}
