namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>
/// Documents that are scored together: a term's documents are then read on, one after the other, instead of being sought for each. Belongs
/// to a <see cref="Workspace"/>.
/// </summary>
internal sealed class Batch
{
    /// <summary>No document of a batch is so far behind its first.</summary>
    private const int Reach = 1 << 16;

    private readonly int[] _documents = new int[Workspace.PieceSize];

    /// <summary>By how far a document is behind the first: its place in the batch and one; 0: it is not in it.</summary>
    private readonly ushort[] _slots = new ushort[Reach];

    private readonly ushort[] _places = new ushort[Workspace.PieceSize + 1];
    private readonly uint[] _frequencies = new uint[Workspace.PieceSize + 1];
    private int _matches;

    /// <summary>How many documents there are, at least one.</summary>
    public int Count { get; private set; }

    /// <summary>The documents, ascending.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    /// <summary>The first document.</summary>
    public int First => _documents[0];

    /// <summary>The last document.</summary>
    public int Last => _documents[Count - 1];

    /// <summary>Where in the batch the documents are that were matched.</summary>
    public ReadOnlySpan<ushort> Places => _places.AsSpan(0, _matches);

    /// <summary>How often each of those has the term.</summary>
    public ReadOnlySpan<uint> Frequencies => _frequencies.AsSpan(0, _matches);

    /// <summary>Begins with documents, as many of the first as may be together.</summary>
    /// <param name="documents">The documents, ascending; at least one and at most <see cref="Workspace.PieceSize"/>.</param>
    /// <returns>How many there are now.</returns>
    public int Begin(ReadOnlySpan<int> documents)
    {
        foreach (var document in Documents)
        {
            _slots[document - First] = 0;
        }

        for (Count = 0; Count < documents.Length && documents[Count] - documents[0] < Reach; Count++)
        {
            _documents[Count] = documents[Count];
            _slots[documents[Count] - documents[0]] = (ushort)(Count + 1);
        }

        return Count;
    }

    /// <summary>Begins to match a term.</summary>
    public void BeginMatches() => _matches = 0;

    /// <summary>Matches those of a term's documents that are in the batch.</summary>
    /// <param name="documents">Some of the term's documents, ascending, none before the first or behind the last.</param>
    /// <param name="frequencies">How often each of them has the term.</param>
    public void Match(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies)
    {
        var (first, matches) = (First, _matches);
        for (var at = 0; at < documents.Length; at++)
        {
            // Without a branch: whether the next one is in the batch cannot be foreseen.
            var slot = _slots[(int)documents[at] - first];
            _places[matches] = (ushort)(slot - 1);
            _frequencies[matches] = frequencies[at];
            matches += slot == 0 ? 0 : 1;
        }

        _matches = matches;
    }

    /// <summary>Matches one document.</summary>
    public void Match(int place, int frequency) => (_places[_matches], _frequencies[_matches++]) = ((ushort)place, (uint)frequency);
}
