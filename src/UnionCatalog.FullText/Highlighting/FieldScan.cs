using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText.Highlighting;

/// <summary>One text's terms as they come, compared with what is looked for; the phrases when all have come.</summary>
internal sealed class FieldScan(FieldTargets targets, List<Match> matches, CancellationToken cancellation) : ITokenSink
{
    /// <summary>When there are as many matches, no further phrases are looked for: a text of one word a thousand times has a phrase of that word everywhere.</summary>
    private const int Enough = 200_000;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _terms = targets.Terms.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _phraseTerms =
        targets.PhraseTerms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where each term of the phrases stands, in order.</summary>
    private readonly List<(int Position, TextRange Range)>[] _places = [.. targets.PhraseTerms.Select(_ => new List<(int, TextRange)>())];

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
            matches.Add(new Match(range, targets.Terms.Count + at));
        }

        if (_phraseTerms.TryGetValue(term, out var place))
        {
            _places[place].Add((position, range));
        }
    }

    /// <summary>From every place of a phrase's first term, each next one at the nearest place behind: as the index does it.</summary>
    public void FindPhrases()
    {
        var part = targets.Terms.Count + targets.Patterns.Count;
        foreach (var phrase in targets.Phrases)
        {
            List<(int Position, TextRange Range)>[] places = [.. phrase.Values.Select(term => _places[targets.PhraseTerms[term]])];
            foreach (var (position, _) in places[0])
            {
                cancellation.ThrowIfCancellationRequested();
                if (matches.Count >= Enough)
                {
                    return;
                }

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
        for (var at = 0; at < targets.Patterns.Count; at++)
        {
            var isMatch = targets.Patterns[at] switch
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
