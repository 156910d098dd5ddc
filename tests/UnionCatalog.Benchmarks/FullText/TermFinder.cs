using System.IO.Enumeration;
using System.Numerics;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// The words of the corpus that a start, a pattern or a misspelt word stands for, by looking at every word: what engines are
/// checked against that have their own way, and what the floor is told.
/// </summary>
/// <param name="survey">Which words there are.</param>
internal sealed class TermFinder(Survey survey)
{
    private readonly (string Word, uint Letters)[] _terms =
        [.. survey.Between(0, 1).Select(word => Vocabulary.Words[word]).Order(StringComparer.Ordinal).Select(word => (word, Letters(word)))];

    /// <summary>The words, in their order.</summary>
    public IReadOnlyList<string> Find(Question question)
    {
        var word = question.Words[0];
        return question.Kind switch
        {
            Kind.Prefix => [.. StartingWith(word)],
            Kind.Wildcard => [.. StartingWith(word[..word.AsSpan().IndexOfAny('*', '?')]).Where(term => FileSystemName.MatchesSimpleExpression(word, term, ignoreCase: false))],
            Kind.Fuzzy => Near(word, question.Edits),
            _ => question.Words,
        };
    }

    private IEnumerable<string> StartingWith(string start)
    {
        var first = Array.BinarySearch(_terms, (start, 0u), Comparer<(string Word, uint)>.Create((one, other) => string.CompareOrdinal(one.Word, other.Word)));
        return _terms.Skip(first < 0 ? ~first : first).Select(term => term.Word).TakeWhile(term => term.StartsWith(start, StringComparison.Ordinal));
    }

    private List<string> Near(string word, int edits)
    {
        var letters = Letters(word);
        var found = new List<string>();
        foreach (var (term, its) in _terms)
        {
            // An edit takes at most one letter out of a word and puts one in: most words need no closer look.
            if (Math.Abs(term.Length - word.Length) <= edits && BitOperations.PopCount(its ^ letters) <= 2 * edits && Edits(word, term) <= edits)
            {
                found.Add(term);
            }
        }

        return found;
    }

    /// <summary>Which letters a word has, a bit for each; years' digits have bits of letters.</summary>
    private static uint Letters(string word) => word.Aggregate(0u, (letters, letter) => letters | (1u << (letter & 31)));

    /// <summary>Damerau and Levenshtein's distance, no letter edited twice.</summary>
    private static int Edits(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var column = 0; column < width; column++)
        {
            last[column] = column;
        }

        for (var at = 1; at <= one.Length; at++)
        {
            row[0] = at;
            for (var column = 1; column < width; column++)
            {
                var replaced = last[column - 1] + (one[at - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(Math.Min(last[column] + 1, row[column - 1] + 1), replaced);
                if (at > 1 && column > 1 && one[at - 1] == other[column - 2] && one[at - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[width - 1];
    }
}
