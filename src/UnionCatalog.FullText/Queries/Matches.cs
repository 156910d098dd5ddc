namespace UnionCatalog.FullText.Queries;

/// <summary>Documents of one segment in order of their numbers, each with its score.</summary>
/// <param name="capacity">How many there will be at most.</param>
internal sealed class Matches(int capacity)
{
    private readonly int[] _documents = new int[capacity];
    private readonly double[] _scores = new double[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public ReadOnlySpan<double> Scores => _scores.AsSpan(0, Count);

    public void Add(int document, double score)
    {
        _documents[Count] = document;
        _scores[Count++] = score;
    }

    public Matches Times(double factor)
    {
        foreach (ref var score in _scores.AsSpan(0, Count))
        {
            score *= factor;
        }

        return this;
    }

    /// <summary>The documents that are in both, scored by the sum.</summary>
    public static Matches Both(Matches one, Matches other)
    {
        var both = new Matches(Math.Min(one.Count, other.Count));
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var order = one._documents[i].CompareTo(other._documents[j]);
            if (order == 0)
            {
                both.Add(one._documents[i], one._scores[i] + other._scores[j]);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return both;
    }

    /// <summary>The documents that are in the first and not in the second, scored as in the first.</summary>
    public static Matches Without(Matches wanted, Matches unwanted)
    {
        var left = new Matches(wanted.Count);
        for (int i = 0, j = 0; i < wanted.Count; i++)
        {
            while (j < unwanted.Count && unwanted._documents[j] < wanted._documents[i])
            {
                j++;
            }

            if (j == unwanted.Count || unwanted._documents[j] != wanted._documents[i])
            {
                left.Add(wanted._documents[i], wanted._scores[i]);
            }
        }

        return left;
    }

    /// <summary>The documents that are in any, scored by the best part plus this share of the sum of the others.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="others">1 gives the sum of all.</param>
    public static Matches Any(IReadOnlyList<Matches> parts, double others)
    {
        var any = new Matches(parts.Sum(part => part.Count));
        var next = new int[parts.Count];
        while (true)
        {
            var document = int.MaxValue;
            for (var part = 0; part < next.Length; part++)
            {
                document = next[part] < parts[part].Count ? Math.Min(document, parts[part]._documents[next[part]]) : document;
            }

            if (document == int.MaxValue)
            {
                return any;
            }

            var (sum, best) = (0.0, double.NegativeInfinity);
            for (var part = 0; part < next.Length; part++)
            {
                if (next[part] < parts[part].Count && parts[part]._documents[next[part]] == document)
                {
                    var score = parts[part]._scores[next[part]++];
                    sum += score;
                    best = Math.Max(best, score);
                }
            }

            any.Add(document, best + (others * (sum - best)));
        }
    }
}
