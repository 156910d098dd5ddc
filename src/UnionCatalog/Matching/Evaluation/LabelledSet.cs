namespace UnionCatalog.Matching.Evaluation;

/// <summary>Records of which it is known what belongs together.</summary>
/// <param name="Name">Its name in result lines.</param>
/// <param name="Records">The records.</param>
/// <param name="Truth">The cluster in which each belongs.</param>
internal sealed record LabelledSet(string Name, IReadOnlyList<MeasuredRecord> Records, IReadOnlyList<int> Truth)
{
    /// <summary>Whether the records are pairs, one after the other, each a world for itself: nothing is looked for across them.</summary>
    public bool IsPairs { get; init; }

    /// <summary>For each record, what names its cluster whatever else the set has; of pairs, the pair. By it the set is halved.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>For each record, the kind of case that it belongs to; empty where there are no kinds.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether it is a part of a set.</summary>
    public bool IsPart { get; private init; }

    /// <summary>A set of records by the names of their clusters.</summary>
    public static LabelledSet Of(string name, IReadOnlyList<MeasuredRecord> records, IReadOnlyList<string> clusters)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cluster in clusters)
        {
            numbers.TryAdd(cluster, numbers.Count);
        }

        return new(name, records, [.. clusters.Select(cluster => numbers[cluster])]) { Names = clusters };
    }

    /// <summary>The half on which weights are estimated, or the other. A cluster is never divided.</summary>
    public LabelledSet Half(bool isTraining) =>
        Part($"{Name}-{(isTraining ? "train" : "test")}", i => Halves.IsTraining(Names[i]) == isTraining);

    /// <summary>Those of the records whose place in the set is chosen.</summary>
    public LabelledSet Part(string name, Predicate<int> isChosen)
    {
        var chosen = Enumerable.Range(0, Records.Count).Where(i => isChosen(i)).ToList();
        return new(name, [.. chosen.Select(i => Records[i])], [.. chosen.Select(i => Truth[i])])
        {
            IsPairs = IsPairs,
            Names = [.. chosen.Select(i => Names[i])],
            Kinds = Kinds.Count == 0 ? [] : [.. chosen.Select(i => Kinds[i])],
            IsPart = true,
        };
    }

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
