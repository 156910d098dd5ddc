using Microsoft.Extensions.Logging;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>A log that counts warnings and keeps the first.</summary>
internal sealed class WarningCounter<T> : ILogger<T>
{
    private const int Kept = 10;

    private readonly Lock _lock = new();

    public int Count { get; private set; }

    public List<string> First { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        lock (_lock)
        {
            if (Count++ < Kept)
            {
                First.Add(formatter(state, exception));
            }
        }
    }
}
