using System.Diagnostics;

namespace UnionCatalog.Search.Suggesting;

/// <summary>How long suggestions may take: who types on asks again, and late ones are seen by nobody.</summary>
internal sealed class SuggestionClock : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _time;
    private readonly CancellationToken _asker;
    private readonly CancellationTokenSource _spent;

    /// <param name="time">How long in all.</param>
    /// <param name="asker">Gives up earlier.</param>
    public SuggestionClock(TimeSpan time, CancellationToken asker)
    {
        (_time, _asker) = (time, asker);
        _spent = CancellationTokenSource.CreateLinkedTokenSource(asker);
        _spent.CancelAfter(time);
    }

    /// <summary>For what has no other end than its last term.</summary>
    public CancellationToken Token => _spent.Token;

    /// <summary>What is left; nothing at the end.</summary>
    public TimeSpan Left => _time - Stopwatch.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Whether a search was given up because the time is spent, and not by who asked.</summary>
    public bool IsSpent => _spent.IsCancellationRequested && !_asker.IsCancellationRequested;

    public void Dispose() => _spent.Dispose();
}
