namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Counts by small numbers. All counts are 0 between two uses; where there are many numbers it remembers which were counted, so that
/// a search with few hits does not go through all of them.
/// </summary>
internal sealed class Tally
{
    /// <summary>Up to so many counts it is quicker to go through all of them.</summary>
    private const int Few = 4_096;

    private int[] _counts = [];
    private int[] _touched = [];
    private int _touchedCount;
    private int _size;

    /// <summary>Begins with numbers below this one.</summary>
    public void Begin(int size)
    {
        if (_counts.Length < size)
        {
            _counts = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size)];
        }

        (_size, _touchedCount) = (size, 0);
    }

    /// <summary>The counts, to be added to directly; empty where it must remember which were.</summary>
    public Span<int> Direct => _size <= Few ? _counts.AsSpan(0, _size) : default;

    /// <summary>Adds one.</summary>
    public void Add(int number)
    {
        if (_counts[number]++ == 0 && _size > Few)
        {
            Touch(number);
        }
    }

    /// <summary>Takes what was counted.</summary>
    public TakenCounts Take() => new(this);

    /// <summary>Forgets what was counted.</summary>
    public void Clear()
    {
        if (_size <= Few)
        {
            _counts.AsSpan(0, _size).Clear();
        }
        else
        {
            foreach (var number in _touched.AsSpan(0, _touchedCount))
            {
                _counts[number] = 0;
            }
        }

        _touchedCount = 0;
    }

    private void Touch(int number)
    {
        if (_touchedCount == _touched.Length)
        {
            Array.Resize(ref _touched, Math.Max(_touchedCount * 2, 1_024));
        }

        _touched[_touchedCount++] = number;
    }

    /// <summary>The counts that are not 0, each once; afterwards they are.</summary>
    internal ref struct TakenCounts(Tally tally)
    {
        private int _at = -1;

        public (int Number, int Count) Current { get; private set; }

        public TakenCounts GetEnumerator() => this;

        public bool MoveNext()
        {
            var isSmall = tally._size <= Few;
            while (++_at < (isSmall ? tally._size : tally._touchedCount))
            {
                var number = isSmall ? _at : tally._touched[_at];
                if (tally._counts[number] is > 0 and var count)
                {
                    Current = (number, count);
                    return true;
                }
            }

            tally.Clear();
            return false;
        }
    }
}
