using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Terms one after the other, scored like one term that is as rare as they are together.</summary>
/// <param name="workspace">Memory.</param>
/// <param name="terms">The terms in the order of the phrase, two or more.</param>
/// <param name="slop">How many positions may lie between them in all.</param>
/// <param name="weight">The field's weight times the terms' rarities times k1 + 1.</param>
/// <param name="factors">The field's length factors.</param>
internal sealed class PhraseNode(Workspace workspace, TermDocuments[] terms, int slop, double weight, double[] factors) : Node
{
    private readonly int[] _byRarity = new int[terms.Length];
    private DocumentSet _found = null!;
    private DocumentSet _frequencies = null!;
    private int[] _starts = new int[8];
    private int _at;

    public override int Estimate => terms[_byRarity[0]].Entry.Documents;

    public override void Enter(SegmentScope scope)
    {
        for (var at = 0; at < terms.Length; at++)
        {
            terms[at].Enter(scope);
            var place = at;
            for (; place > 0 && terms[_byRarity[place - 1]].Entry.Documents > terms[at].Entry.Documents; place--)
            {
                _byRarity[place] = _byRarity[place - 1];
            }

            _byRarity[place] = at;
        }

        _at = 0;
        _found = workspace.RentSet().BeginList(0);
    }

    public override DocumentSet Find()
    {
        if (Estimate == 0)
        {
            return Keep(workspace.RentSet().BeginList(0));
        }

        var candidates = terms[_byRarity[0]].Find();
        for (var next = 1; next < terms.Length; next++)
        {
            terms[_byRarity[next]].Restrict(candidates);
        }

        return Keep(candidates);
    }

    public override void Restrict(DocumentSet candidates)
    {
        foreach (var at in _byRarity)
        {
            terms[at].Restrict(candidates);
        }

        candidates.Intersect(Keep(candidates));
    }

    public override bool Has(int document) => SeekTo(document);

    public override double Score(int document)
    {
        SeekTo(document);
        double frequency = _frequencies.List[_at];
        return weight * (frequency / (frequency + (CollectionStatistics.K1 * factors[terms[0].Reader.Lengths[document]])));
    }

    public override double Bound(int document, out int until)
    {
        until = int.MaxValue;
        return weight;
    }

    private bool SeekTo(int document)
    {
        var documents = _found.List[_at.._found.ListCount];
        if (documents.Length > 0 && documents[0] < document)
        {
            var at = documents.BinarySearch(document);
            _at += at < 0 ? ~at : at;
        }

        return _at < _found.ListCount && _found.List[_at] == document;
    }

    /// <summary>Keeps those of the candidates, which all have all terms, that have them in a row.</summary>
    /// <returns>A set that the caller may change.</returns>
    private DocumentSet Keep(DocumentSet candidates)
    {
        var room = candidates.CountAll();
        _found = workspace.RentSet().BeginList(room);
        _frequencies = workspace.RentSet().BeginList(room);
        var piece = workspace.RentSet().BeginList(Workspace.PieceSize).List[..Workspace.PieceSize];
        var next = 0;
        while (candidates.Read(ref next, piece) is > 0 and var count)
        {
            foreach (var document in piece[..count])
            {
                if (CountIn(document) is > 0 and var frequency)
                {
                    _found.Append(document);
                    _frequencies.Append(frequency);
                }
            }

            workspace.Watch.Check();
        }

        return workspace.RentSet().CopyOf(_found, terms[0].Reader.DocumentCount);
    }

    /// <summary>From how many places the phrase can be completed.</summary>
    private int CountIn(int document)
    {
        var rarest = terms[_byRarity[0]].Cursor;
        rarest.SeekTo(document);
        if (slop > 0)
        {
            return CountWithSlop(document);
        }

        if (rarest.TryReadOnly(out var only))
        {
            var known = 1;
            while (known < terms.Length && HasOnly(_byRarity[known], document, only + _byRarity[known] - _byRarity[0], out var isThere))
            {
                if (!isThere)
                {
                    return 0;
                }

                known++;
            }

            if (known == terms.Length)
            {
                return 1;
            }
        }

        // Each place of the rarest term says where the phrase would start; the others strike out. Mostly the second strikes out all.
        var places = rarest.ReadPositions();
        if (_starts.Length < places.Length)
        {
            _starts = new int[places.Length * 2];
        }

        places.CopyTo(_starts);
        var count = places.Length;
        for (var next = 1; next < terms.Length && count > 0; next++)
        {
            var cursor = terms[_byRarity[next]].Cursor;
            cursor.SeekTo(document);
            count = KeepStarts(count, _byRarity[next] - _byRarity[0], cursor.ReadPositions());
        }

        return count;
    }

    /// <summary>Whether a term is at a place, if it is at one place only.</summary>
    /// <returns>False: it is at several, or that is not known at once.</returns>
    private bool HasOnly(int term, int document, int position, out bool isThere)
    {
        var cursor = terms[term].Cursor;
        cursor.SeekTo(document);
        var isKnown = cursor.TryReadOnly(out var only);
        isThere = only == position;
        return isKnown;
    }

    /// <summary>Keeps the places of the rarest term at whose distance there is one of another.</summary>
    private int KeepStarts(int count, int distance, ReadOnlySpan<int> places)
    {
        var (kept, at) = (0, 0);
        for (var start = 0; start < count; start++)
        {
            while (at < places.Length && places[at] < _starts[start] + distance)
            {
                at++;
            }

            _starts[kept] = _starts[start];
            kept += at < places.Length && places[at] == _starts[start] + distance ? 1 : 0;
        }

        return kept;
    }

    private int CountWithSlop(int document)
    {
        for (var at = 0; at < terms.Length; at++)
        {
            terms[at].Cursor.SeekTo(document);
            terms[at].Cursor.ReadPositions();
        }

        return SloppyPhrase.Count(new ReadPlaces(terms), slop);
    }

    /// <summary>The positions that the cursors have read.</summary>
    private readonly struct ReadPlaces(TermDocuments[] terms) : IPhrasePlaces
    {
        public int Terms => terms.Length;

        public ReadOnlySpan<int> Of(int term) => terms[term].Cursor.LastPositions;
    }
}
