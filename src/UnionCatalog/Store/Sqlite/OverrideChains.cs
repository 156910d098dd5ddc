namespace UnionCatalog.Store.Sqlite;

/// <summary>Finds what overrides say together: records joined by a chain of "together" can have no "apart" between them.</summary>
internal sealed class OverrideChains(SqliteSession session)
{
    /// <summary>The kept overrides that contradict a new one, as a chain; empty when none do.</summary>
    public List<MatchOverride> FindConflict(OverrideKind kind, long a, long b)
    {
        var fromA = Join(a);
        if (kind == OverrideKind.Apart)
        {
            return fromA.ContainsKey(b) ? Steps(fromA, b) : [];
        }

        var fromB = Join(b);
        foreach (var one in fromA.Keys)
        {
            foreach (var other in Neighbours(one, OverrideKind.Apart).Where(fromB.ContainsKey))
            {
                return [.. Enumerable.Reverse(Steps(fromA, one)), SqliteOverrideStore.Find(session, one, other)!, .. Steps(fromB, other)];
            }
        }

        return [];
    }

    /// <summary>The records that chains of "together" join with one, each with the record it was reached from.</summary>
    private Dictionary<long, long> Join(long start)
    {
        var reached = new Dictionary<long, long> { [start] = start };
        var open = new Queue<long>([start]);
        while (open.TryDequeue(out var record))
        {
            foreach (var next in Neighbours(record, OverrideKind.Together).Where(next => reached.TryAdd(next, record)))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    // From the start to a record.
    private List<MatchOverride> Steps(Dictionary<long, long> reached, long record)
    {
        var steps = new List<MatchOverride>();
        for (; reached[record] != record; record = reached[record])
        {
            steps.Add(SqliteOverrideStore.Find(session, record, reached[record])!);
        }

        steps.Reverse();
        return steps;
    }

    private List<long> Neighbours(long record, OverrideKind kind) => session.List(
        "SELECT b FROM overrides WHERE a = ?1 AND kind = ?2 UNION ALL SELECT a FROM overrides WHERE b = ?1 AND kind = ?2",
        row => row.GetInt64(0), record, (long)kind);
}
