using System.Collections.Concurrent;

namespace UnionCatalog.Availability;

/// <summary>No school's server is hurried: one request at a time to a host, and so many a minute. Safe to use from several threads.</summary>
internal sealed class HostTurns(AvailabilityOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn, to be given back by disposing of it; null when the host had its share of this minute.</summary>
    /// <exception cref="OperationCanceledException">It was waited for in vain.</exception>
    public async Task<IDisposable?> TakeAsync(string host, CancellationToken cancellation)
    {
        var place = _hosts.GetOrAdd(host, _ => new Host());
        await place.Turn.WaitAsync(cancellation);
        if (place.Count(clock, options.MostAMinute))
        {
            return new Taken(place.Turn);
        }

        place.Turn.Release();
        return null;
    }

    private sealed class Host
    {
        private long _begun;
        private int _requests;

        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>Counts a request; false when there were enough. Only who has the turn counts.</summary>
        public bool Count(TimeProvider clock, int most)
        {
            if (_requests == 0 || clock.GetElapsedTime(_begun) >= Minute)
            {
                (_begun, _requests) = (clock.GetTimestamp(), 0);
            }

            return ++_requests <= most;
        }
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
