using System.Runtime.InteropServices;

namespace UnionCatalog.Search.Card;

/// <summary>One value of a field in all the spellings that the records have of it.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
internal sealed class Candidate<T>(string key, int first)
{
    // Of one value, spelt differently each time, only so many are judged; the rest still count as support.
    private const int MostSpellings = 100;
    private const int MostOffers = 200;

    private readonly List<Spelt> _spellings = new(1);
    private readonly List<int> _records = new(2);
    private readonly List<T> _offers = new(2);
    private int _lastLibrary = -1;
    private Spelt? _best;

    /// <summary>What its spellings have in common.</summary>
    public string Key { get; } = key;

    /// <summary>Its place among the candidates by the order of the records.</summary>
    public int First { get; } = first;

    /// <summary>How many libraries have it.</summary>
    public int Libraries { get; private set; }

    /// <summary>The records that have it.</summary>
    public IReadOnlyList<int> Records => _records;

    /// <summary>The values as they were given, in the order of the records, as far as they are kept.</summary>
    public IReadOnlyList<T> Offers => _offers;

    /// <summary>The best spelling.</summary>
    public Spelt Best => _best ??= FindBest();

    /// <summary>Every spelling, as far as they are kept.</summary>
    public IReadOnlyList<Spelt> Spellings => _spellings;

    /// <summary>Notes that a record has it; records come in their order.</summary>
    public void Add(T value, string text, int record, int library)
    {
        if (_records.Count == 0 || _records[^1] != record)
        {
            _records.Add(record);
        }

        if (_offers.Count < MostOffers)
        {
            _offers.Add(value);
        }

        Libraries += library != _lastLibrary ? 1 : 0;
        _lastLibrary = library;
        foreach (var known in CollectionsMarshal.AsSpan(_spellings))
        {
            if (known.Text == text)
            {
                known.Add(record, library);
                return;
            }
        }

        if (_spellings.Count < MostSpellings)
        {
            _spellings.Add(new Spelt(value, text, record, library));
        }
    }

    /// <summary>What most offers say of a part of the value; null where none says anything.</summary>
    public string? Most(Func<T, string?> part) => Agreement.Most(_offers, part);

    /// <summary>The records that have the best spelling, then the others that have the value.</summary>
    public int[] Sources() => Sources(Best);

    /// <summary>The records that have this spelling, then the others that have the value.</summary>
    public int[] Sources(Spelt spelling)
    {
        var exact = spelling.Records;
        return exact.Count == _records.Count
            ? [.. exact.Take(CardLimits.Sources)]
            : [.. exact.Concat(_records.Where(record => !exact.Contains(record))).Take(CardLimits.Sources)];
    }

    private Spelt FindBest()
    {
        var best = _spellings[0];
        for (var at = 1; at < _spellings.Count; at++)
        {
            best = _spellings[at].IsBetterThan(best) ? _spellings[at] : best;
        }

        return best;
    }

    /// <summary>One spelling, and who has it.</summary>
    internal sealed class Spelt
    {
        private readonly List<int> _records = new(1);
        private Spelling? _spelling;
        private int _lastLibrary;

        public Spelt(T value, string text, int record, int library)
        {
            (Value, Text, Libraries, _lastLibrary) = (value, text, 1, library);
            _records.Add(record);
        }

        public T Value { get; }

        public string Text { get; }

        public int Libraries { get; private set; }

        public IReadOnlyList<int> Records => _records;

        public Spelling Spelling => _spelling ??= Card.Spelling.Of(Text);

        public void Add(int record, int library)
        {
            Libraries += library != _lastLibrary ? 1 : 0;
            _lastLibrary = library;
            if (_records[^1] != record)
            {
                _records.Add(record);
            }
        }

        /// <summary>Care, then agreement, then tidiness and what punctuation adds; of equals the first stands.</summary>
        public bool IsBetterThan(Spelt other)
        {
            var order = Spelling.CompareCare(other.Spelling);
            order = order != 0 ? order : other.Libraries.CompareTo(Libraries);
            order = order != 0 ? order : Spelling.CompareTidiness(other.Spelling);
            order = order != 0 ? order : other.Text.Length.CompareTo(Text.Length);
            return order < 0;
        }
    }
}
