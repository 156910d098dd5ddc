namespace UnionCatalog.Tests.Harvesting;

/// <summary>
/// A clock that no test waits for: a timer of up to an hour is due at once and puts the clock forward, a longer one never comes.
/// </summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The timers that came due, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Pass(TimeSpan time)
    {
        lock (_lock)
        {
            _waits.Add(time);
            _now += time;
        }
    }

    private sealed class FakeTimer(FakeTime clock, Action callback) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero && dueTime <= TimeSpan.FromHours(1))
            {
                clock.Pass(dueTime);
                ThreadPool.QueueUserWorkItem(_ => callback());
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
