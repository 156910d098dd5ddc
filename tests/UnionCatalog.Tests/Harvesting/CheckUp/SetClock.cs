namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>A clock that stands at the time of a recording, while timers go on as ever.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
