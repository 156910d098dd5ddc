using System.Collections.Concurrent;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Queries.Nodes;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// What a search needs of memory while it runs, kept for the next one: in steady state a search allocates little more than its
/// result. One search at a time.
/// </summary>
internal sealed class Workspace
{
    /// <summary>Documents looked at in one go: they, and what the columns say of them, stay in the processor's cache.</summary>
    public const int PieceSize = 1_024;

    /// <summary>One that had to grow beyond so many bytes is not kept: 64 MiB.</summary>
    private const long MostKept = 64L << 20;

    private static readonly ConcurrentBag<Workspace> Idle = [];

    private readonly List<DocumentSet> _sets = [];
    private readonly List<PostingsCursor> _cursors = [];
    private readonly List<Tally> _tallies = [];
    private readonly List<BestValues> _best = [];
    private int _setsUsed;
    private readonly List<Dictionary<long, int>> _numbers = [];
    private readonly List<FoundTerms> _found = [];
    private readonly List<TermDocuments> _terms = [];
    private readonly List<TermCursor> _termCursors = [];
    private readonly List<double[]> _scores = [];
    private int _scoresUsed;
    private int _termsUsed;
    private int _termCursorsUsed;
    private int _foundUsed;
    private int _talliesUsed;
    private int _bestUsed;
    private int _numbersUsed;
    private int _cursorsUsed;
    private TermEntry[] _entries = new TermEntry[64];
    private int _entriesUsed;
    private byte[] _keys = new byte[4_096];
    private int[] _keyEnds = new int[64];

    public Watch Watch { get; } = new();

    public TermCursor Terms { get; } = new();

    /// <summary>Which segment the search is in.</summary>
    public SegmentScope Scope { get; } = new();

    /// <summary>For counting, beside those that belong to a query.</summary>
    public PostingsCursor CountingCursor { get; } = new();

    /// <summary>The documents looked at.</summary>
    public int[] Piece { get; } = new int[PieceSize];

    /// <summary>Those of them that are counted or ranked.</summary>
    public int[] Chosen { get; } = new int[PieceSize];

    /// <summary>Those of them that could come among the best.</summary>
    public int[] Hopeful { get; } = new int[PieceSize];

    /// <summary>How many columns' filters keep each of them out, and the last such column.</summary>
    public (byte Count, byte Column)[] KeptOut { get; } = new (byte Count, byte Column)[PieceSize];

    /// <summary>The best documents of a segment by score.</summary>
    public ScoreHits Scores { get; } = new();

    /// <summary>The first documents of a segment in another order.</summary>
    public SortedHits Sorted { get; } = new();

    /// <summary>The first hits of all segments.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>The keys of hits, one after the other.</summary>
    public Span<byte> Keys => _keys;

    /// <summary>Room for where each key ends.</summary>
    public Span<int> KeyEnds(int count)
    {
        if (_keyEnds.Length < count)
        {
            _keyEnds = new int[count];
        }

        return _keyEnds.AsSpan(0, count);
    }

    /// <summary>Copies a key to its place among the keys.</summary>
    /// <returns>How many bytes it has.</returns>
    public int CopyKey(KeyTable keys, int document, int to)
    {
        if (_keys.Length < to + IndexLimits.Key)
        {
            Array.Resize(ref _keys, Math.Max(_keys.Length * 2, to + IndexLimits.Key));
        }

        return keys.Strings.Copy(document, _keys.AsSpan(to));
    }

    public static Workspace Rent() => Idle.TryTake(out var workspace) ? workspace : new();

    public void Return()
    {
        LeaveSegment();
        (_entriesUsed, _termsUsed, _talliesUsed, _bestUsed, _numbersUsed, _foundUsed, _termCursorsUsed, _scoresUsed) = (0, 0, 0, 0, 0, 0, 0, 0);
        if (SetMemory() <= MostKept)
        {
            Idle.Add(this);
        }
    }

    public DocumentSet RentSet()
    {
        if (_setsUsed == _sets.Count)
        {
            _sets.Add(new());
        }

        return _sets[_setsUsed++];
    }

    public PostingsCursor RentCursor()
    {
        if (_cursorsUsed == _cursors.Count)
        {
            _cursors.Add(new());
        }

        return _cursors[_cursorsUsed++];
    }

    /// <summary>Keeps the most frequent terms.</summary>
    public FrequentTerms Frequent { get; } = new();

    /// <summary>A cursor over terms, until the end of the search.</summary>
    public TermCursor RentTermCursor()
    {
        if (_termCursorsUsed == _termCursors.Count)
        {
            _termCursors.Add(new());
        }

        return _termCursors[_termCursorsUsed++];
    }

    /// <summary>Tells different terms apart.</summary>
    public HashSet<ulong> Different { get; } = [];

    /// <summary>Terms that something stands for, until the end of the search.</summary>
    public FoundTerms RentFoundTerms()
    {
        if (_foundUsed == _found.Count)
        {
            _found.Add(new());
        }

        var found = _found[_foundUsed++];
        found.Clear();
        return found;
    }

    /// <summary>What is counted of numbers, to be sorted.</summary>
    public List<KeyValuePair<long, int>> CountedNumbers { get; } = [];

    /// <summary>Counts by number, until the end of the search.</summary>
    public Dictionary<long, int> RentNumbers()
    {
        if (_numbersUsed == _numbers.Count)
        {
            _numbers.Add([]);
        }

        var numbers = _numbers[_numbersUsed++];
        numbers.Clear();
        return numbers;
    }

    /// <summary>Chooses a facet's values, until the end of the search.</summary>
    public BestValues RentBest(FacetRequest request)
    {
        if (_bestUsed == _best.Count)
        {
            _best.Add(new());
        }

        var best = _best[_bestUsed++];
        best.Begin(request);
        return best;
    }

    /// <summary>Counts, until the end of the search.</summary>
    public Tally RentTally()
    {
        if (_talliesUsed == _tallies.Count)
        {
            _tallies.Add(new());
        }

        return _tallies[_talliesUsed++];
    }

    /// <summary>The documents that are scored together.</summary>
    public Batch Batch { get; } = new();

    /// <summary>Scores of the documents of a batch, until the end of the search.</summary>
    public double[] RentScores()
    {
        if (_scoresUsed == _scores.Count)
        {
            _scores.Add(new double[PieceSize]);
        }

        return _scores[_scoresUsed++];
    }

    /// <summary>Counts of all facet columns' values, for the one who counts them row by row.</summary>
    public RowCounts RowCounts { get; } = new();

    /// <summary>Room for so many entries, kept until the end of the search.</summary>
    /// <returns>Where it starts.</returns>
    public int ReserveEntries(int count)
    {
        if (_entriesUsed + count > _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(_entries.Length * 2, _entriesUsed + count));
        }

        _entriesUsed += count;
        return _entriesUsed - count;
    }

    public ref TermEntry Entry(int at) => ref _entries[at];

    /// <summary>A term's documents, until the end of the search.</summary>
    public TermDocuments RentTermDocuments(int field, int entries)
    {
        if (_termsUsed == _terms.Count)
        {
            _terms.Add(new(this));
        }

        return _terms[_termsUsed++].Of(field, entries);
    }

    /// <summary>Takes back the sets and cursors that were used for a segment.</summary>
    public void LeaveSegment() => (_setsUsed, _cursorsUsed) = (0, 0);

    private long SetMemory()
    {
        var memory = 0L;
        foreach (var set in _sets)
        {
            memory += set.Memory;
        }

        return memory;
    }
}
