namespace UnionCatalog.FullText.Highlighting;

/// <summary>Picks the pieces of a text that show the most of a query.</summary>
/// <param name="text">The text, longer than a piece.</param>
/// <param name="matches">What matched, in order.</param>
/// <param name="length">How long a piece may be.</param>
internal sealed class FragmentPicker(string text, List<Match> matches, int length)
{
    /// <summary>Those picked, in the order of the text.</summary>
    private readonly List<TextRange> _picked = [];

    /// <summary>The parts of the query that they show.</summary>
    private readonly HashSet<int> _shown = [];

    /// <summary>The pieces, in the order of the text: at most so many, at least one.</summary>
    public IReadOnlyList<TextRange> Pick(int count)
    {
        while (_picked.Count < count && FindBest() is (>= 0 and var first, var last))
        {
            var end = 0;
            for (var at = first; at <= last; at++)
            {
                _shown.Add(matches[at].Part);
                end = Math.Max(end, matches[at].Range.End);
            }

            var piece = Widened(matches[first].Range.Start, end);
            _picked.Insert(_picked.FindLastIndex(other => other.Start < piece.Start) + 1, piece);
        }

        return _picked.Count > 0 ? _picked : [Between(0, WordBoundary.Before(text, length, 1))];
    }

    /// <summary>
    /// The run of matches that fits into a piece and shows the most: parts of the query that no other piece shows, then
    /// different parts, then matches; the first of several alike. -1: there is none left.
    /// </summary>
    private (int First, int Last) FindBest()
    {
        var best = (First: -1, Last: -1, Score: (New: -1, Parts: 0, Matches: 0));
        var parts = new Dictionary<int, int>();
        var last = -1;
        var isNew = 0;
        for (var first = 0; first < matches.Count; first++)
        {
            var room = Room(matches[first].Range.Start);
            if (last < first)
            {
                if (matches[first].Range.Start < room.Start || matches[first].Range.End > room.End)
                {
                    continue;
                }

                last = first;
                Count(first, 1);
            }

            var end = Math.Min(room.End, matches[first].Range.Start + length);
            while (last + 1 < matches.Count && matches[last + 1].Range.End <= end)
            {
                Count(++last, 1);
            }

            var score = (isNew, parts.Count, last - first + 1);
            if (score.CompareTo(best.Score) > 0)
            {
                best = (first, last, score);
            }

            Count(first, -1);
        }

        return (best.First, best.Last);

        void Count(int match, int by)
        {
            var part = matches[match].Part;
            var before = parts.GetValueOrDefault(part);
            parts[part] = before + by;
            if (before + by == 0)
            {
                parts.Remove(part);
            }

            isNew += !_shown.Contains(part) && Math.Min(before, before + by) == 0 ? by : 0;
        }
    }

    /// <summary>The part of the text around a place that no picked piece has.</summary>
    private TextRange Room(int at)
    {
        var start = 0;
        foreach (var piece in _picked)
        {
            if (at < piece.Start)
            {
                return new TextRange(start, piece.Start - start);
            }

            start = piece.End;
        }

        return new TextRange(start, text.Length - start);
    }

    /// <summary>As much on both sides as there is room for, up to the next boundary of words.</summary>
    private TextRange Widened(int start, int end)
    {
        if (end - start > length)
        {
            return Between(start, WordBoundary.Before(text, start + length, start + 1));
        }

        var room = Room(start);
        var spare = length - (end - start);
        var to = Math.Min(room.End, end + spare - Math.Min(spare / 2, start - room.Start));
        var from = Math.Max(room.Start, to - length);
        while (from < start && !WordBoundary.Is(text, from))
        {
            from++;
        }

        while (to > end && !WordBoundary.Is(text, to))
        {
            to--;
        }

        while (from < start && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return Between(from, to);
    }

    /// <summary>Without white space at the end.</summary>
    private TextRange Between(int start, int end)
    {
        var trimmed = text.AsSpan(start, end - start).TrimEnd().Length;
        return new TextRange(start, trimmed > 0 ? trimmed : end - start);
    }
}
