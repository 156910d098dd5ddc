namespace UnionCatalog.FullText.Segments;

/// <summary>
/// One field of one segment. Postings lie one after the other in the order of terms, and of documents within a term: posting
/// p is of document <c>documents[p]</c>, and its positions reach from <c>positionStarts[p]</c> to the next posting's.
/// </summary>
internal sealed class TextIndex(
    StringTable terms, int[] postingStarts, int[] documents, int[] positionStarts, int[] positions, int[] lengths)
{
    public StringTable Terms => terms;

    /// <summary>How many terms each document has in this field.</summary>
    public ReadOnlySpan<int> Lengths => lengths;

    /// <summary>The document of each posting.</summary>
    public ReadOnlySpan<int> Documents => documents;

    /// <summary>The postings of a term, the end excluded; none when the segment does not have the term.</summary>
    public (int From, int To) Postings(ReadOnlySpan<char> term)
    {
        var ordinal = terms.Find(term);
        return ordinal < 0 ? (0, 0) : (postingStarts[ordinal], postingStarts[ordinal + 1]);
    }

    /// <summary>The postings of all terms that start like this: they lie together, because the terms do.</summary>
    public (int From, int To) PrefixPostings(ReadOnlySpan<char> start)
    {
        var (from, to) = terms.FindPrefix(start);
        return (postingStarts[from], postingStarts[to]);
    }

    public int Frequency(int posting) => positionStarts[posting + 1] - positionStarts[posting];

    public ReadOnlySpan<int> Positions(int posting) => positions.AsSpan(positionStarts[posting], Frequency(posting));

    public void Write(IndexFileWriter file)
    {
        terms.Write(file);
        file.Write<int>(postingStarts);
        file.Write<int>(documents);
        file.Write<int>(positionStarts);
        file.Write<int>(positions);
        file.Write<int>(lengths);
    }

    public static TextIndex Read(IndexFileReader file) =>
        new(StringTable.Read(file), file.Read<int>(), file.Read<int>(), file.Read<int>(), file.Read<int>(), file.Read<int>());

    /// <summary>One field of several segments together, without the documents that have no new number.</summary>
    /// <param name="parts">The field in each segment.</param>
    /// <param name="numbering">The new number of each segment's documents; -1: left out.</param>
    /// <param name="count">How many documents there are in the end.</param>
    public static TextIndex Merge(IReadOnlyList<TextIndex> parts, IReadOnlyList<int[]> numbering, int count)
    {
        var draft = new TextIndexDraft(count);
        var next = new int[parts.Count];
        var postings = new List<(int Document, int Part, int Posting)>();
        while (Least(parts, next) is { } term)
        {
            postings.Clear();
            for (var part = 0; part < parts.Count; part++)
            {
                if (next[part] < parts[part].Terms.Count && parts[part].Terms[next[part]].SequenceEqual(term))
                {
                    parts[part].Gather(next[part]++, part, numbering[part], postings);
                }
            }

            postings.Sort();
            foreach (var (document, part, posting) in postings)
            {
                draft.Append(term, document, parts[part].Positions(posting));
            }
        }

        return draft.Finish();
    }

    private static string? Least(IReadOnlyList<TextIndex> parts, int[] next)
    {
        ReadOnlySpan<char> least = default;
        var found = false;
        for (var part = 0; part < parts.Count; part++)
        {
            var terms = parts[part].Terms;
            if (next[part] < terms.Count && (!found || terms[next[part]].SequenceCompareTo(least) < 0))
            {
                least = terms[next[part]];
                found = true;
            }
        }

        return found ? least.ToString() : null;
    }

    private void Gather(int term, int part, int[] numbering, List<(int Document, int Part, int Posting)> postings)
    {
        for (var posting = postingStarts[term]; posting < postingStarts[term + 1]; posting++)
        {
            if (numbering[documents[posting]] is >= 0 and var number)
            {
                postings.Add((number, part, posting));
            }
        }
    }
}
