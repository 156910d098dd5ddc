using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText.Highlighting;

/// <summary>
/// Finds what a query matched in a text, by the analysis that found it: terms, starts, patterns and their like wherever they
/// stand, phrases only where the whole phrase does. What the query does not want is never marked. Safe to use from several threads.
/// </summary>
public sealed class Highlighter
{
    /// <summary>How much of a text is looked at, in UTF-16 code units: 100,000. What is behind is never marked.</summary>
    public const int Reach = 100_000;

    /// <summary>The ranges that are given of one text: the first 1,000.</summary>
    public const int MostRanges = 1_000;

    /// <summary>The shortest fragment that may be asked for, in UTF-16 code units: 2, so that any character has room.</summary>
    public const int ShortestFragment = 2;

    private readonly FieldTargets[] _fields;

    /// <summary>Prepares the highlighting of texts.</summary>
    /// <param name="query">What was looked for.</param>
    /// <param name="fields">
    /// The fields that the texts are found by: what matched in any of them is marked. Several where one text is indexed twice, as its
    /// words and as its stems.
    /// </param>
    /// <exception cref="IndexLimitException">The query has more parts than an index takes.</exception>
    public Highlighter(Query query, params IEnumerable<TextField> fields)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(fields);
        _fields = [.. fields.Select(field => new FieldTargets(query, field)).Where(field => !field.IsEmpty)];
    }

    /// <summary>What matched: in order, and apart from each other.</summary>
    /// <param name="text">The text, as it was given to the index.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public IReadOnlyList<TextRange> Ranges(string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Merged(Matches(text, cancellation));
    }

    /// <summary>
    /// The pieces of a text that show best what matched, in the order of the text: many parts of the query, close together. The start of
    /// the text where nothing did; the whole text where it is short enough.
    /// </summary>
    /// <param name="text">The text, as it was given to the index.</param>
    /// <param name="length">How long a piece may be, in UTF-16 code units; <see cref="ShortestFragment"/> or more.</param>
    /// <param name="count">At most how many pieces. Default: 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length or the count is too small.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public IReadOnlyList<Fragment> Fragments(string text, int length, int count = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, ShortestFragment);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var matches = Matches(text, cancellation);
        var ranges = Merged(matches);
        var pieces = text.Length <= length ? [new TextRange(0, text.Length)] : new FragmentPicker(text, matches, length).Pick(count);
        return [.. pieces.Select(piece => new Fragment(piece.Start, text.Substring(piece.Start, piece.Length), Inside(ranges, piece)))];
    }

    private List<Match> Matches(string text, CancellationToken cancellation)
    {
        var matches = new List<Match>();
        var reached = text.AsSpan(0, text.Length <= Reach ? text.Length : WordBoundary.Before(text, Reach, Reach / 2));
        foreach (var field in _fields)
        {
            field.Find(reached, matches, cancellation);
        }

        matches.Sort();
        return matches;
    }

    private static List<TextRange> Merged(List<Match> matches)
    {
        var merged = new List<TextRange>();
        foreach (var match in matches)
        {
            if (merged.Count > 0 && match.Range.Start <= merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = last with { Length = Math.Max(last.End, match.Range.End) - last.Start };
            }
            else if (merged.Count == MostRanges)
            {
                break;
            }
            else
            {
                merged.Add(match.Range);
            }
        }

        return merged;
    }

    private static List<TextRange> Inside(List<TextRange> ranges, TextRange piece)
    {
        var inside = new List<TextRange>();
        foreach (var range in ranges)
        {
            var start = Math.Max(range.Start, piece.Start);
            var end = Math.Min(range.End, piece.End);
            if (start < end)
            {
                inside.Add(new TextRange(start - piece.Start, end - start));
            }
        }

        return inside;
    }
}
