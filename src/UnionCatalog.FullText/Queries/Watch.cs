using System.Diagnostics;

namespace UnionCatalog.FullText.Queries;

/// <summary>Ends a search that is given up, or whose time is spent. Asked every few microseconds of work.</summary>
internal sealed class Watch
{
    private CancellationToken _cancellation;
    private long _deadline;

    public void Start(TimeSpan? budget, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        // As many ticks as there are at most: a budget of years must not wrap around.
        _deadline = budget is { } time
            ? Stopwatch.GetTimestamp() + (long)Math.Min(time.TotalSeconds * Stopwatch.Frequency, long.MaxValue / 2d)
            : long.MaxValue;
    }

    /// <exception cref="OperationCanceledException">It was given up.</exception>
    /// <exception cref="BudgetSpentException">The time is spent.</exception>
    public void Check()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_deadline != long.MaxValue && Stopwatch.GetTimestamp() >= _deadline)
        {
            throw new BudgetSpentException();
        }
    }
}

/// <summary>Ends a search whose time is spent, from wherever it is; <see cref="Search"/> gives what it knows by then.</summary>
internal sealed class BudgetSpentException : Exception;
