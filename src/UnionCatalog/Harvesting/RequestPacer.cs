using System.Collections.Concurrent;
using UnionCatalog.Causes;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// Has each member asked no faster, no oftener and at no other hours than its configuration allows, and one request at a time.
/// Safe to use from several threads.
/// </summary>
internal sealed class RequestPacer(IHarvestStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<SourceId, Turn> _turns = new();

    /// <summary>Waits until a member may be sent a request, and counts it.</summary>
    /// <returns>The turn, which lasts until it is disposed of: when the answer has come.</returns>
    /// <exception cref="MemberPause">It may not be asked now, nor in a moment.</exception>
    public async Task<IDisposable> TakeTurnAsync(SourceId member, FetchedSource source, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(member, _ => new Turn(clock));
        await turn.BeginAsync(source.Delay, cancellation);
        try
        {
            await AdmitAsync(member, source, cancellation);
            return turn;
        }
        catch
        {
            turn.GiveBack();
            throw;
        }
    }

    private async Task AdmitAsync(SourceId member, FetchedSource source, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var times = new AskingTimes(source);
        if (!times.Allows(now))
        {
            var until = times.NextHours(now);
            throw new MemberPause(KnownCauses.OutsideHours($"{source.AllowedHours!.Value.From:HH:mm}-{source.AllowedHours.Value.To:HH:mm}", times.Write(until)), until);
        }

        if (source.RequestsPerDay is { } most)
        {
            var day = times.DayOf(now);
            if (await store.CountRequestsAsync(member, day, cancellation) >= most)
            {
                var until = times.NextDay(now);
                throw new MemberPause(KnownCauses.DayUsedUp(most, times.Write(until)), until);
            }

            // Before it is sent: a process that is killed in between has counted one too many, never one too few.
            await store.AddRequestAsync(member, day, cancellation);
        }
    }

    /// <summary>One member's turn: it has only the one.</summary>
    private sealed class Turn(TimeProvider clock) : IDisposable
    {
        private readonly SemaphoreSlim _free = new(1);
        private long? _ended;

        public async Task BeginAsync(TimeSpan delay, CancellationToken cancellation)
        {
            await _free.WaitAsync(cancellation);
            try
            {
                if (delay > TimeSpan.Zero && _ended is { } ended && delay - clock.GetElapsedTime(ended) is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest, clock, cancellation);
                }
            }
            catch
            {
                GiveBack();
                throw;
            }
        }

        /// <summary>Ends a turn in which nothing was sent.</summary>
        public void GiveBack() => _free.Release();

        public void Dispose()
        {
            _ended = clock.GetTimestamp();
            _free.Release();
        }
    }
}
