namespace UnionCatalog.Matching.Evaluation;

/// <summary>Records of which it is known what belongs together.</summary>
/// <param name="Name">Its name in result lines.</param>
/// <param name="Records">The records.</param>
/// <param name="Truth">The cluster in which each belongs.</param>
/// <param name="IsPairs">Whether the records are pairs, one after the other, each a world for itself: nothing is looked for across them.</param>
internal sealed record LabelledSet(string Name, IReadOnlyList<MeasuredRecord> Records, IReadOnlyList<int> Truth, bool IsPairs = false)
{
    /// <summary>The same set without anything by which a record could be known but its description.</summary>
    public LabelledSet WithoutIdentifiers() => this with
    {
        Records = [.. Records.Select(record => record with { Record = HiddenIdentifiers.Of(record.Record) })],
    };

    /// <summary>Puts the records together by a rule.</summary>
    public int[] Partition(IMatchRule rule)
    {
        if (!IsPairs)
        {
            return rule.Partition(Records);
        }

        var found = new int[Records.Count];
        for (var i = 0; i + 1 < found.Length; i += 2)
        {
            (found[i], found[i + 1]) = rule.Partition([Records[i], Records[i + 1]]) is [var one, var other] && one == other ? (i, i) : (i, i + 1);
        }

        return found;
    }
}
