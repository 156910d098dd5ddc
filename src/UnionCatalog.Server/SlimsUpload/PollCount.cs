using UnionCatalog.Records;

namespace UnionCatalog.Server.SlimsUpload;

/// <summary>Counts the requests of each library by the hour that begins with its first.</summary>
internal sealed class PollCount(int perHour, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<SourceId, (DateTimeOffset Since, int Count)> _polls = [];

    /// <summary>Counts a request.</summary>
    /// <returns>Zero; or how long the library has to wait, because it has sent all it may.</returns>
    public TimeSpan Add(SourceId member)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var (since, count) = _polls.GetValueOrDefault(member);
            if ((now - since).Duration() >= Hour) // or the clock was set back
            {
                (since, count) = (now, 0);
            }

            if (count >= perHour)
            {
                return since + Hour - now;
            }

            _polls[member] = (since, count + 1);
            return TimeSpan.Zero;
        }
    }
}
