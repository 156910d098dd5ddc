namespace UnionCatalog.Tests.Availability;

/// <summary>A clock that a test puts forward, while its timers go on as ever: real requests are waited for in real time.</summary>
internal sealed class MovedTime : TimeProvider
{
    private long _ticks;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(new TimeSpan(Interlocked.Read(ref _ticks)).TotalSeconds * TimestampFrequency);
}
