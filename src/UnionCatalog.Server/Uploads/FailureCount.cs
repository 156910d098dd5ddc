namespace UnionCatalog.Server.Uploads;

/// <summary>Counts failures by whoever made them, in bounded memory. Not for two threads at once.</summary>
/// <param name="limit">The failures that close the gate.</param>
/// <param name="closure">How long a failure is remembered.</param>
/// <param name="capacity">The most that are remembered.</param>
internal sealed class FailureCount<T>(int limit, TimeSpan closure, int capacity)
    where T : notnull
{
    private readonly Dictionary<T, LinkedListNode<(T Who, int Failures, DateTimeOffset Last)>> _byWho = [];

    /// <summary>The same, the one that failed longest ago first.</summary>
    private readonly LinkedList<(T Who, int Failures, DateTimeOffset Last)> _byAge = [];

    /// <summary>How long the gate stays closed for them; zero when it is open.</summary>
    public TimeSpan Wait(T who, DateTimeOffset now)
    {
        Forget(now);
        return _byWho.TryGetValue(who, out var node) && node.Value.Failures >= limit ? node.Value.Last + closure - now : TimeSpan.Zero;
    }

    public void Add(T who, DateTimeOffset now)
    {
        Forget(now);
        var before = Remove(who);
        if (_byWho.Count == capacity)
        {
            Remove(_byAge.First!.Value.Who);
        }

        _byWho[who] = _byAge.AddLast((who, before + 1, now));
    }

    /// <summary>Forgets somebody's failures.</summary>
    /// <returns>How many they were.</returns>
    public int Remove(T who)
    {
        if (!_byWho.Remove(who, out var node))
        {
            return 0;
        }

        _byAge.Remove(node);
        return node.Value.Failures;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_byAge.First is { } oldest && (now - oldest.Value.Last).Duration() >= closure) // or the clock was set back, and nobody is shut out for years
        {
            Remove(oldest.Value.Who);
        }
    }
}
