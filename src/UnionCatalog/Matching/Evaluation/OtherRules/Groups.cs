namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>Records that are put together transitively.</summary>
internal sealed class Groups(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The number of a record's group.</summary>
    public int Of(int record)
    {
        while (_parents[record] != record)
        {
            record = _parents[record] = _parents[_parents[record]];
        }

        return record;
    }

    /// <summary>Puts the groups of two records together.</summary>
    public void Unite(int left, int right) => _parents[Of(right)] = Of(left);

    /// <summary>The group of every record.</summary>
    public int[] ToPartition() => [.. Enumerable.Range(0, _parents.Length).Select(Of)];

    /// <summary>Puts together all that share a key, transitively.</summary>
    /// <param name="records">The records.</param>
    /// <param name="keysOf">The keys of a record; one that has none stands alone.</param>
    public static int[] ByKeys(IReadOnlyList<MeasuredRecord> records, Func<MeasuredRecord, IEnumerable<string>> keysOf)
    {
        var groups = new Groups(records.Count);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            foreach (var key in keysOf(records[i]))
            {
                if (!first.TryAdd(key, i))
                {
                    groups.Unite(first[key], i);
                }
            }
        }

        return groups.ToPartition();
    }
}
