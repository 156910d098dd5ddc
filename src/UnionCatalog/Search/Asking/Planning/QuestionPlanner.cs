using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>Turns questions, which must all hold, into what the index is asked. One a search.</summary>
internal sealed class QuestionPlanner(MemberDirectory members)
{
    private readonly List<Query> _words = [];
    private readonly List<Query> _filters = [];
    private readonly List<Query> _unwanted = [];
    private readonly List<AskedWord> _optional = [];
    private readonly List<AskedWord> _titles = [];
    private readonly List<AskedWord> _names = [];
    private readonly List<string> _plain = [];
    private bool _isOldSpelling;
    private int _count;

    /// <summary>How many words the questions have in all.</summary>
    public int WordCount => _count;

    /// <summary>Adds a question.</summary>
    public void Add(Question question)
    {
        _isOldSpelling = question.Clauses.OfType<Clause.Word>().Any(word => OldSpellings.IsMarked(word.Text.ToLowerInvariant()));
        foreach (var clause in question.Clauses)
        {
            Add(clause);
        }
    }

    /// <summary>The plan of all that was added.</summary>
    /// <param name="isRanked">Whether the order is by relevance, so that exactness counts.</param>
    public QuestionPlan Plan(bool isRanked)
    {
        // Of words that need not be found, all must where there is no other.
        var isAllOptional = _words.Count + _filters.Count == 0;
        var optional = _optional.Select(word => word.ToQuery()).ToList();
        return new QuestionPlan
        {
            Words = isAllOptional ? optional : _words,
            Filters = _filters,
            Unwanted = _unwanted,
            Preferred = isRanked ? [.. isAllOptional ? [] : optional, .. Exactness.Of(_titles, _names, CallNumber())] : [],
        };
    }

    private void Add(Clause clause)
    {
        switch (clause)
        {
            case Clause.Word word:
                AddWord(word);
                break;
            case Clause.Phrase phrase:
                _words.Add(PhraseQuery.Of(phrase));
                Remember(phrase.Text, phrase.Field);
                break;
            case Clause.Pattern pattern:
                _words.AddRange(PatternQuery.Of(pattern));
                _count++;
                break;
            case Clause.Not not:
                _unwanted.Add(All(not.Inner));
                break;
            case Clause.AnyOf any:
                _words.Add(new Query.AnyOf([.. any.Parts.Select(All)]));
                break;
            default:
                _filters.Add(FilterQuery.Of(clause, members));
                break;
        }
    }

    /// <summary>A clause by itself, every word of it.</summary>
    private Query All(Clause clause)
    {
        var alone = new QuestionPlanner(members);
        alone.Add(clause);
        _count += alone._count;
        return alone.Plan(isRanked: false).WithAllWords();
    }

    private void AddWord(Clause.Word clause)
    {
        if (clause.Field == AskedField.CallNumber)
        {
            _words.Add(PhraseQuery.CallNumber(clause.Text));
            _count++;
            return;
        }

        var words = Remember(clause.Text, clause.Field);
        _plain.Add(clause.Text);
        if (Joined(clause, words) is { } joined)
        {
            _words.Add(joined);
            return;
        }

        for (var at = 0; at < words.Count; at++)
        {
            var isJoined = words.Count > 1 && at + 1 < words.Count && clause.Text.Contains('-', StringComparison.Ordinal);
            if (OptionalWords.Has(words[at].InTitles) || (isJoined && OptionalWords.HasJoined(words[at].Text)))
            {
                _optional.Add(words[at]);
            }
            else
            {
                _words.Add(InOldSpelling(words[at]));
            }
        }
    }

    /// <summary>What a hyphen joins is also one word: "e-book" is "ebook".</summary>
    private static Query? Joined(Clause.Word clause, List<AskedWord> words) =>
        words.Count > 1 && clause.Text.Contains('-', StringComparison.Ordinal)
            && words.TrueForAll(word => !OptionalWords.HasJoined(word.Text) && char.IsLetter(word.Text[0])) && words[0] != words[1]
            && AskedWord.Of(clause.Text.Replace("-", "", StringComparison.Ordinal), clause.Field).ToList() is [var one]
            ? new Query.BestOf([new Query.AllOf([.. words.Select(word => word.ToQuery())]), one.ToQuery()])
            : null;

    /// <summary>Where other letters show the old spelling, j may be y; in names it always may.</summary>
    private Query InOldSpelling(AskedWord word) =>
        _isOldSpelling && AlikeTexts.Y(word.Text) is { } withY
            ? new Query.BestOf([word.ToQuery(), (word with { Text = withY }).ToQuery()])
            : word.ToQuery();

    private List<AskedWord> Remember(string text, AskedField field)
    {
        var words = AskedWord.Of(text, field).ToList();
        _count += words.Count;
        _titles.AddRange(field is AskedField.Anywhere or AskedField.Title ? words : []);
        _names.AddRange(field is AskedField.Anywhere or AskedField.Author ? words : []);
        return words;
    }

    private string? CallNumber()
    {
        var text = string.Join(' ', _plain);
        return text.Any(char.IsAsciiDigit) ? PhraseQuery.Whole(text) : null;
    }
}
