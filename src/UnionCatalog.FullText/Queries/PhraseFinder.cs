using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Finds terms that stand one after the other.</summary>
internal static class PhraseFinder
{
    /// <summary>The documents with the phrase, in order, and how often each has it.</summary>
    public static IEnumerable<(int Document, int Frequency)> Find(TextIndex text, IReadOnlyList<string> terms)
    {
        var ranges = terms.Select(term => text.Postings(term)).ToArray();
        var next = Array.ConvertAll(ranges, range => range.From);
        var rarest = Array.IndexOf(ranges, ranges.MinBy(range => range.To - range.From));
        for (; next[rarest] < ranges[rarest].To; next[rarest]++)
        {
            var document = text.Documents[next[rarest]];
            if (AllHave(text, ranges, next, document) && Occurrences(text, next) is > 0 and var frequency)
            {
                yield return (document, frequency);
            }
        }
    }

    /// <summary>Moves every term's posting to the document, if the term has one there.</summary>
    private static bool AllHave(TextIndex text, (int From, int To)[] ranges, int[] next, int document)
    {
        for (var term = 0; term < next.Length; term++)
        {
            var found = text.Documents[next[term]..ranges[term].To].BinarySearch(document);
            next[term] += found < 0 ? ~found : found;
            if (found < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Occurrences(TextIndex text, int[] postings)
    {
        var count = 0;
        foreach (var start in text.Positions(postings[0]))
        {
            var term = 1;
            while (term < postings.Length && text.Positions(postings[term]).BinarySearch(start + term) >= 0)
            {
                term++;
            }

            count += term == postings.Length ? 1 : 0;
        }

        return count;
    }
}
