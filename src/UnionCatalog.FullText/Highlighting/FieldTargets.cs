using System.Runtime.InteropServices;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText.Highlighting;

/// <summary>What a query looks for in one field, made ready to be found in texts.</summary>
internal sealed class FieldTargets
{
    private readonly TextField _field;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<Query> _patterns = [];
    private readonly List<Query.Phrase> _phrases = [];
    private readonly Dictionary<string, int> _phraseTerms = new(StringComparer.Ordinal);
    private int _parts;

    /// <exception cref="IndexLimitException">The query has more parts than an index takes.</exception>
    public FieldTargets(Query query, TextField field)
    {
        _field = field;
        var open = new Stack<Query>([query]);
        while (open.TryPop(out var part))
        {
            Count(1);
            Take(part, open);
        }
    }

    /// <summary>Single terms, with numbers from 0.</summary>
    public Dictionary<string, int> Terms => _terms;

    /// <summary>Terms that start like this, fit a pattern, or are near another.</summary>
    public List<Query> Patterns => _patterns;

    /// <summary>Phrases of two terms or more.</summary>
    public List<Query.Phrase> Phrases => _phrases;

    /// <summary>The terms of the phrases, with numbers from 0.</summary>
    public Dictionary<string, int> PhraseTerms => _phraseTerms;

    /// <summary>Whether nothing is looked for in this field.</summary>
    public bool IsEmpty => _terms.Count + _patterns.Count + _phrases.Count == 0;

    /// <summary>Adds what matches in a text, in no particular order.</summary>
    public void Find(ReadOnlySpan<char> text, List<Match> matches, CancellationToken cancellation)
    {
        var first = matches.Count;
        var scan = new FieldScan(this, matches, cancellation);
        _field.Analyzer.Analyze(text, scan);
        scan.FindPhrases();
        foreach (ref var match in CollectionsMarshal.AsSpan(matches)[first..])
        {
            match = match with { Range = Whole(match.Range, text) };
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
                Count(word.Forms.Count);
                foreach (var form in word.Forms)
                {
                    TakeTerm(form.Field, form.Value);
                }

                break;
            case Query.Terms terms:
                Count(terms.Values.Count - 1);
                foreach (var term in terms.Values)
                {
                    TakeTerm(terms.Field, term);
                }

                break;
            case Query.Phrase { Values: [var single] } phrase:
                TakeTerm(phrase.Field, single);
                break;
            case Query.Phrase { Values.Count: > 1 } phrase when phrase.Field == _field.Name:
                Count(phrase.Values.Count - 1);
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

    private void Count(int more)
    {
        _parts += more;
        IndexLimitException.ThrowIfBeyond(_parts, IndexLimits.Clauses, "The parts of a query");
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
}
