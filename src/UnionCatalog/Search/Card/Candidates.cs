namespace UnionCatalog.Search.Card;

/// <summary>The different values that a cluster's records have for one field.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
internal sealed class Candidates<T>
{
    private readonly List<Candidate<T>> _all = [];
    private Dictionary<string, Candidate<T>>? _byKey;

    /// <summary>The candidates in the order in which the records name them.</summary>
    public IReadOnlyList<Candidate<T>> All => _all;

    /// <summary>Adds a value of a record.</summary>
    public void Add(T value, string text, string key, int record, int library)
    {
        if (Find(key) is { } known)
        {
            known.Add(value, text, record, library);
        }
        else if (_all.Count < CardLimits.Candidates)
        {
            var candidate = new Candidate<T>(key, _all.Count);
            candidate.Add(value, text, record, library);
            _all.Add(candidate);
            _byKey?.Add(key, candidate);
        }
    }

    /// <summary>The best: soundly written, then agreed on, a shorter one speaking for a fuller one that goes on from it, then full.</summary>
    public Candidate<T>? Choose()
    {
        Candidate<T>? best = null;
        var (bestSupport, isComparing) = (0, _all.Count is > 1 and <= CardLimits.Compatible);
        foreach (var candidate in _all)
        {
            var support = isComparing ? Support(candidate) : candidate.Libraries;
            if (best is null || IsBetter(candidate, support, best, bestSupport))
            {
                (best, bestSupport) = (candidate, support);
            }
        }

        return best;
    }

    /// <summary>All of them, those that most libraries agree on first.</summary>
    public IEnumerable<Candidate<T>> ByAgreement() =>
        _all.Count < 2 ? _all : _all.OrderByDescending(candidate => candidate.Libraries).ThenBy(candidate => candidate.First);

    private static bool IsBetter(Candidate<T> candidate, int support, Candidate<T> best, int bestSupport)
    {
        var order = candidate.Best.Spelling.CompareSoundness(best.Best.Spelling);
        order = order != 0 ? order : bestSupport.CompareTo(support);
        order = order != 0 ? order : best.Key.Length.CompareTo(candidate.Key.Length);
        order = order != 0 ? order : best.Records.Count.CompareTo(candidate.Records.Count);
        order = order != 0 ? order : candidate.Best.Spelling.CompareCare(best.Best.Spelling);
        return order < 0;
    }

    private int Support(Candidate<T> candidate)
    {
        var support = candidate.Libraries;
        foreach (var other in _all)
        {
            support += CardFolding.GoesOnFrom(candidate.Key, other.Key) ? other.Libraries : 0;
        }

        return support;
    }

    private Candidate<T>? Find(string key)
    {
        if (_all.Count > 8 && _byKey is null)
        {
            _byKey = _all.ToDictionary(candidate => candidate.Key, StringComparer.Ordinal);
        }

        return _byKey is not null ? _byKey.GetValueOrDefault(key) : _all.Find(candidate => candidate.Key == key);
    }
}
