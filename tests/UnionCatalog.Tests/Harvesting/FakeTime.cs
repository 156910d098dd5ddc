namespace UnionCatalog.Tests.Harvesting;

/// <summary>
/// A clock that no test waits for: a timer of up to an hour is due at once and puts the clock forward, a longer one comes
/// only when <see cref="Advance"/> has passed it.
/// </summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<FakeTimer> _pending = [];
    private DateTimeOffset _now = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);

    /// <summary>What has passed, whatever the clock was set to.</summary>
    private TimeSpan _passed;

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

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    public void Advance(TimeSpan time)
    {
        List<FakeTimer> due;
        lock (_lock)
        {
            _now += time;
            _passed += time;
            due = _pending.FindAll(timer => timer.Due <= _passed);
            _pending.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Puts the clock back or forward without any time passing, as a wrong hand or a dead battery does.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_lock)
        {
            _now = now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Start(FakeTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
            if (dueTime < TimeSpan.Zero)
            {
                return;
            }

            timer.Due = _passed + dueTime;
            if (dueTime > TimeSpan.FromHours(1))
            {
                _pending.Add(timer);
                return;
            }

            _waits.Add(dueTime);
            _now += dueTime;
            _passed += dueTime;
        }

        timer.Fire();
    }

    private void Stop(FakeTimer timer)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
        }
    }

    private sealed class FakeTimer(FakeTime clock, Action callback) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => ThreadPool.QueueUserWorkItem(_ => callback());

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Start(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
