using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>The records of a cluster while its card is drawn, and where each value chosen so far came from.</summary>
internal sealed class CardDrawing
{
    private readonly int[] _libraries;
    private readonly Dictionary<CardField, IReadOnlyList<IReadOnlyList<int>>> _sources = [];

    /// <summary>Takes the records.</summary>
    /// <param name="records">One record or more, by source and identifier.</param>
    public CardDrawing(IReadOnlyList<(RecordKey Key, BibRecord Record)> records)
    {
        Records = new BibRecord[records.Count];
        _libraries = new int[records.Count];
        for (var at = 0; at < records.Count; at++)
        {
            Records[at] = records[at].Record;
            _libraries[at] = at == 0 ? 0 : _libraries[at - 1] + (records[at].Key.Source == records[at - 1].Key.Source ? 0 : 1);
        }
    }

    /// <summary>The records in their order.</summary>
    public BibRecord[] Records { get; }

    /// <summary>For each field that has a value, for each of its values, the places of the records it came from.</summary>
    public IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>> Sources => _sources;

    /// <summary>Which library a record is of: a number that grows with the order of the records.</summary>
    public int LibraryOf(int record) => _libraries[record];

    /// <summary>Notes where the one value of a field came from.</summary>
    public void Note(CardField field, IReadOnlyList<int> records) => _sources[field] = [records];

    /// <summary>Notes where each value of a list came from.</summary>
    public void NoteEach(CardField field, IReadOnlyList<IReadOnlyList<int>> records)
    {
        if (records.Count > 0)
        {
            _sources[field] = records;
        }
    }

    /// <summary>The best of one text a record; null where none has it.</summary>
    public string? Text(CardField field, Func<BibRecord, string?> part, int longest = CardLimits.Line, bool[]? among = null)
    {
        var chosen = One(field, part, static text => text, CardFolding.Key, among);
        return chosen is null ? null : CardLimits.Cut(chosen.Best.Text, longest);
    }

    /// <summary>The best of one value a record; null where none has it.</summary>
    public Candidate<T>? One<T>(
        CardField field, Func<BibRecord, T?> part, Func<T, string> text, Func<string, string> key, bool[]? among = null)
    {
        var candidates = new Candidates<T>();
        string? last = null;
        var lastKey = "";
        for (var record = 0; record < Records.Length; record++)
        {
            if ((among is null || among[record]) && part(Records[record]) is { } value && text(value) is { Length: > 0 } words)
            {
                // Most libraries write the same: what was folded a moment ago is not folded again.
                lastKey = words == last ? lastKey : Records.Length == 1 ? words : key(words);
                last = words;
                candidates.Add(value, words, lastKey, record, _libraries[record]);
            }
        }

        var chosen = candidates.Choose();
        if (chosen is not null)
        {
            Note(field, chosen.Sources());
        }

        return chosen;
    }

    /// <summary>Each value of a list once, in its best spelling, those that most libraries agree on first.</summary>
    public List<Candidate<T>> All<T>(
        CardField field, Func<BibRecord, IEnumerable<T>> part, Func<T, string> text, Func<T, string> key, int most = CardLimits.Values)
    {
        var chosen = Gather(part, text, key).ByAgreement().Take(most).ToList();
        NoteEach(field, chosen.ConvertAll(candidate => (IReadOnlyList<int>)candidate.Sources()));
        return chosen;
    }

    /// <summary>The candidates of a list.</summary>
    public Candidates<T> Gather<T>(Func<BibRecord, IEnumerable<T>> part, Func<T, string> text, Func<T, string> key)
    {
        var candidates = new Candidates<T>();
        for (var record = 0; record < Records.Length; record++)
        {
            var left = CardLimits.ValuesOfRecord;
            foreach (var value in part(Records[record]))
            {
                if (left-- == 0)
                {
                    break;
                }

                candidates.Add(value, text(value), key(value), record, _libraries[record]);
            }
        }

        return candidates;
    }
}
