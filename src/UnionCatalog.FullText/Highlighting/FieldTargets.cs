using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText.Highlighting;

/// <summary>A part of a text that a part of the query matched.</summary>
/// <param name="Range">Where.</param>
/// <param name="Part">Which part of the query, by number.</param>
internal readonly record struct Match(TextRange Range, int Part) : IComparable<Match>
{
    /// <inheritdoc/>
    public int CompareTo(Match other) =>
        Range.Start != other.Range.Start ? Range.Start.CompareTo(other.Range.Start) : Range.Length.CompareTo(other.Range.Length);
}

/// <summary>What a query looks for in one field, made ready to be found in texts.</summary>
internal sealed class FieldTargets
{
    private readonly TextField _field;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<Query> _patterns = [];
    private readonly List<Query.Phrase> _phrases = [];
    private readonly Dictionary<string, int> _phraseTerms = new(StringComparer.Ordinal);

    /// <exception cref="IndexLimitException">The query has more parts than an index takes.</exception>
    public FieldTargets(Query query, TextField field)
    {
        _field = field;
        var open = new Stack<Query>([query]);
        for (var parts = 1; open.TryPop(out var part); parts++)
        {
            IndexLimitException.ThrowIfBeyond(parts, IndexLimits.Clauses, "The parts of a query");
            Take(part, open);
        }
    }

    /// <summary>Whether nothing is looked for in this field.</summary>
    public bool IsEmpty => _terms.Count + _patterns.Count + _phrases.Count == 0;

    /// <summary>Adds what matches in a text, in no particular order.</summary>
    public void Find(ReadOnlySpan<char> text, List<Match> matches, CancellationToken cancellation)
    {
        var scan = new Scan(this, matches, cancellation);
        _field.Analyzer.Analyze(text, scan);
        scan.FindPhrases();
        for (var at = scan.First; at < matches.Count; at++)
        {
            matches[at] = matches[at] with { Range = Whole(matches[at].Range, text) };
        }
    }

    private void Take(Query part, Stack<Query> open)
    {
        switch (part)
        {
            case Query.Term term:
                TakeTerm(term.Field, term.Value);
                break;
            case Query.Word word:
                foreach (var form in word.Forms)
                {
                    TakeTerm(form.Field, form.Value);
                }

                break;
            case Query.Terms terms:
                foreach (var term in terms.Values)
                {
                    TakeTerm(terms.Field, term);
                }

                break;
            case Query.Phrase { Values: [var single] } phrase:
                TakeTerm(phrase.Field, single);
                break;
            case Query.Phrase { Values.Count: > 1 } phrase when phrase.Field == _field.Name:
                _phrases.Add(phrase);
                foreach (var term in phrase.Values)
                {
                    _phraseTerms.TryAdd(term, _phraseTerms.Count);
                }

                break;
            case Query.Prefix { Start.Length: > 0 } prefix when prefix.Field == _field.Name:
                _patterns.Add(prefix);
                break;
            case Query.Wildcard { Pattern.Length: > 0 } wildcard when wildcard.Field == _field.Name:
                _patterns.Add(wildcard);
                break;
            case Query.Fuzzy { Value.Length: > 0 } fuzzy when fuzzy.Field == _field.Name:
                _patterns.Add(fuzzy);
                break;
            case Query.AllOf all:
                Open(all.Parts, open);
                break;
            case Query.AnyOf any:
                Open(any.Parts, open);
                break;
            case Query.BestOf best:
                Open(best.Parts, open);
                break;
            case Query.Except except:
                open.Push(except.Wanted);
                break;
            case Query.Boost boost:
                open.Push(boost.Inner);
                break;
        }
    }

    private void TakeTerm(string field, string term)
    {
        if (field == _field.Name && term.Length > 0)
        {
            _terms.TryAdd(term, _terms.Count);
        }
    }

    private static void Open(IReadOnlyList<Query> parts, Stack<Query> open)
    {
        foreach (var part in parts)
        {
            open.Push(part);
        }
    }

    /// <summary>Whatever an analyzer says, a range lies in the text and has whole characters.</summary>
    private static TextRange Whole(TextRange range, ReadOnlySpan<char> text)
    {
        var start = Math.Clamp(range.Start, 0, text.Length);
        var end = Math.Clamp(range.End, start, text.Length);
        start -= WordBoundary.IsInsideCharacter(text, start) ? 1 : 0;
        end += WordBoundary.IsInsideCharacter(text, end) ? 1 : 0;
        return new TextRange(start, end - start);
    }

    /// <summary>One text's terms as they come.</summary>
    private sealed class Scan(FieldTargets targets, List<Match> matches, CancellationToken cancellation) : ITokenSink
    {
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _terms =
            targets._terms.GetAlternateLookup<ReadOnlySpan<char>>();

        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _phraseTerms =
            targets._phraseTerms.GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>Where each term of the phrases stands, in order.</summary>
        private readonly List<(int Position, TextRange Range)>[] _places = [.. targets._phraseTerms.Select(_ => new List<(int, TextRange)>())];

        /// <summary>The first match that this scan added.</summary>
        public int First { get; } = matches.Count;

        public void Add(ReadOnlySpan<char> term, int position, int start, int length)
        {
            cancellation.ThrowIfCancellationRequested();
            var range = new TextRange(start, length);
            if (_terms.TryGetValue(term, out var number))
            {
                matches.Add(new Match(range, number));
            }
            else if (Pattern(term) is >= 0 and var at)
            {
                matches.Add(new Match(range, targets._terms.Count + at));
            }

            if (_phraseTerms.TryGetValue(term, out var place))
            {
                _places[place].Add((position, range));
            }
        }

        /// <summary>From every place of a phrase's first term, each next one at the nearest place behind: as the index does it.</summary>
        public void FindPhrases()
        {
            var part = targets._terms.Count + targets._patterns.Count;
            foreach (var phrase in targets._phrases)
            {
                List<(int Position, TextRange Range)>[] places = [.. phrase.Values.Select(term => _places[targets._phraseTerms[term]])];
                foreach (var (position, _) in places[0])
                {
                    cancellation.ThrowIfCancellationRequested();
                    FindPhrase(places, position, phrase.Slop, part);
                }

                part++;
            }
        }

        private void FindPhrase(List<(int Position, TextRange Range)>[] places, int position, int slop, int part)
        {
            var before = matches.Count;
            foreach (var term in places)
            {
                // The first term stands where it was found, the others behind the one before.
                var at = FirstAt(term, position);
                var isThere = at < term.Count && (slop -= term[at].Position - position) >= 0;
                if (!isThere)
                {
                    matches.RemoveRange(before, matches.Count - before);
                    return;
                }

                matches.Add(new Match(term[at].Range, part));
                position = term[at].Position + 1;
            }
        }

        private static int FirstAt(List<(int Position, TextRange Range)> places, int position)
        {
            var (from, to) = (0, places.Count);
            while (from < to)
            {
                var middle = (from + to) / 2;
                (from, to) = places[middle].Position < position ? (middle + 1, to) : (from, middle);
            }

            return from;
        }

        private int Pattern(ReadOnlySpan<char> term)
        {
            for (var at = 0; at < targets._patterns.Count; at++)
            {
                var isMatch = targets._patterns[at] switch
                {
                    Query.Prefix prefix => term.StartsWith(prefix.Start),
                    Query.Wildcard wildcard => TermPattern.Fits(term, wildcard.Pattern),
                    Query.Fuzzy fuzzy => TermPattern.IsNear(term, fuzzy.Value, fuzzy.Edits, fuzzy.SamePrefix),
                    _ => false,
                };
                if (isMatch)
                {
                    return at;
                }
            }

            return -1;
        }
    }
}
