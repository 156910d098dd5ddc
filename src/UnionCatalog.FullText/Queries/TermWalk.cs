using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Walks the terms of a field over all segments in step, in one direction or the other.</summary>
internal sealed class TermWalk : IDisposable
{
    private readonly IReadOnlyList<LiveSegment> _segments;
    private readonly Step[] _steps;
    private readonly Workspace _workspace = Workspace.Rent();
    private Step? _first;
    private bool _isBackwards;

    public TermWalk(IReadOnlyList<LiveSegment> segments, int field, CancellationToken cancellation)
    {
        _segments = segments;
        _steps = new Step[segments.Count];
        for (var at = 0; at < _steps.Length; at++)
        {
            _steps[at] = new(segments[at].Segment.Fields[field], _workspace.RentTermCursor());
        }

        _workspace.Watch.Start(budget: null, cancellation);
    }

    /// <summary>Keeps the most frequent of its terms.</summary>
    public FrequentTerms Best => _workspace.Frequent;

    /// <summary>The term it is at.</summary>
    public ReadOnlySpan<byte> Term => _first!.Term;

    /// <summary>How many documents that are there have the term.</summary>
    public int Documents
    {
        get
        {
            var count = 0;
            for (var at = 0; at < _steps.Length; at++)
            {
                if (IsAtFirst(_steps[at]))
                {
                    count += CollectionStatistics.CountLive(_segments[at], _steps[at].Field, _steps[at].Entry, _workspace);
                }
            }

            return count;
        }
    }

    /// <summary>Goes to the first term that is not before this one.</summary>
    public bool MoveTo(byte[] term)
    {
        _isBackwards = false;
        Array.ForEach(_steps, step => step.SeekTo(term));
        return FindFirst();
    }

    /// <summary>Goes to the last term before this one, or to the very last.</summary>
    public bool MoveBefore(byte[]? term)
    {
        _isBackwards = true;
        Array.ForEach(_steps, step => step.SeekBefore(term));
        return FindFirst();
    }

    public void Dispose() => _workspace.Return();

    public bool MoveNext() => Move();

    public bool MovePrevious() => Move();

    private bool Move()
    {
        _workspace.Watch.Check();
        // The first itself is moved last: the others are compared with it.
        foreach (var step in _steps)
        {
            if (step != _first && IsAtFirst(step))
            {
                step.Move(_isBackwards);
            }
        }

        _first!.Move(_isBackwards);
        return FindFirst();
    }

    private bool IsAtFirst(Step step) => step.IsThere && step.Term.SequenceEqual(Term);

    private bool FindFirst()
    {
        _first = null;
        foreach (var step in _steps)
        {
            if (step.IsThere && (_first is null || (step.Term.SequenceCompareTo(_first.Term) < 0) ^ _isBackwards))
            {
                _first = step;
            }
        }

        return _first is not null;
    }

    /// <summary>One segment's terms. Backwards, a block of the dictionary is read forwards and gone through from its end.</summary>
    private sealed class Step(FieldReader reader, TermCursor cursor)
    {
        private List<(byte[] Term, TermEntry Entry)> _block = null!;
        private int _blockNumber;
        private bool _isBackwards;

        public FieldReader Field => reader;

        public bool IsThere { get; private set; }

        public ReadOnlySpan<byte> Term => _isBackwards ? _block[^1].Term : cursor.Term;

        public TermEntry Entry => _isBackwards ? _block[^1].Entry : cursor.Entry;

        public void SeekTo(byte[] term) => (_isBackwards, IsThere) = (false, cursor.SeekTo(reader, term));

        public void SeekBefore(byte[]? term)
        {
            _isBackwards = true;
            _blockNumber = term is null ? reader.BlockCount : reader.BlockOf(term) + 1;
            _block = [];
            ReadBlock(term);
        }

        public void Move(bool isBackwards)
        {
            if (!isBackwards)
            {
                IsThere = cursor.MoveNext();
                return;
            }

            _block.RemoveAt(_block.Count - 1);
            ReadBlock(before: null);
        }

        /// <summary>Reads the block before, when this one is done with.</summary>
        private void ReadBlock(byte[]? before)
        {
            while (_block.Count == 0 && _blockNumber > 0)
            {
                cursor.OpenAt(reader, --_blockNumber);
                while (cursor.MoveNext() && cursor.Block == _blockNumber && (before is null || cursor.Term.SequenceCompareTo(before) < 0))
                {
                    _block.Add((cursor.Term.ToArray(), cursor.Entry));
                }
            }

            IsThere = _block.Count > 0;
        }
    }
}
