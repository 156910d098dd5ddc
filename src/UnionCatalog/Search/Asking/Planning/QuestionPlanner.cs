using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>Turns questions, which must all hold, into what the index is asked. One a search.</summary>
/// <param name="members">The libraries, for their names.</param>
/// <param name="speller">Takes words for what they may have been meant to be, and phrases for their words; null: all is as it was typed.</param>
internal sealed class QuestionPlanner(MemberDirectory members, Speller? speller = null)
{
    private readonly List<Correction> _corrections = [];
    private readonly List<Query> _words = [];
    private readonly List<Query> _filters = [];
    private readonly List<Query> _unwanted = [];
    private readonly List<AskedWord> _optional = [];
    private readonly List<AskedWord> _titles = [];
    private readonly List<AskedWord> _names = [];
    private readonly List<string> _plain = [];
    private bool _isOldSpelling;
    private bool _isUnfinished;
    private Clause.Word? _last;
    private int _count;

    /// <summary>How many words the questions have in all.</summary>
    public int WordCount => _count;

    /// <summary>Adds a question.</summary>
    public void Add(Question question)
    {
        _isOldSpelling = question.Clauses.OfType<Clause.Word>().Any(word => OldSpellings.IsMarked(word.Text.ToLowerInvariant()));
        _last = question.Clauses is [.., Clause.Word last] ? last : null;
        foreach (var clause in speller?.Join(question.Clauses, _corrections) ?? question.Clauses)
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
            Corrections = _corrections,
            Preferred = isRanked ? [.. isAllOptional ? [] : optional, .. Exactness.Of(_titles, _names, CallNumber(), _isUnfinished)] : [],
        };
    }

    private void Add(Clause clause)
    {
        switch (clause)
        {
            case Clause.Word word:
                AddWord(word);
                break;
            case Clause.Phrase phrase when speller is not null && phrase.Field != AskedField.CallNumber:
                AddWord(new Clause.Word(phrase.Field, phrase.Text));
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

        _plain.Add(clause.Text);
        if (speller is null && Joined(clause) is { } joined)
        {
            Remember(clause.Text, clause.Field);
            _words.Add(joined);
            return;
        }

        var words = AskedWord.Of(clause.Text, clause.Field).ToList();
        var guessed = speller is null ? null : StandingWords.Of(clause.Text);
        for (var at = 0; at < words.Count; at++)
        {
            var isJoined = at + 1 < words.Count && clause.Text.Contains('-', StringComparison.Ordinal);
            if (OptionalWords.Has(words[at].InTitles) || (isJoined && OptionalWords.HasJoined(words[at].Text)))
            {
                Remember(words[at].Text, clause.Field);
                _optional.Add(words[at]);
            }
            else
            {
                AddRequired(words[at], guessed?.Contains(words[at].Text) == true ? speller?.Correct(words[at], isLast: clause == _last && at == words.Count - 1) : null);
            }
        }
    }

    private void AddRequired(AskedWord word, Correction? correction)
    {
        if (correction is null)
        {
            Remember(word.Text, word.Field);
            _words.Add(InOldSpelling(word));
            return;
        }

        _corrections.Add(correction);
        _isUnfinished = correction.IsUnfinished;
        Remember(correction.IsKnown || correction.IsUnfinished || correction.Guesses.Count == 0 ? word.Text : correction.Guesses[0].Text, word.Field);
        _words.Add(CorrectedWord.ToQuery(word, InOldSpelling(word), correction));
    }

    /// <summary>What a hyphen joins is also one word: "e-book" is "ebook".</summary>
    private static Query.BestOf? Joined(Clause.Word clause) =>
        AskedWord.Of(clause.Text, clause.Field).ToList() is { Count: > 1 } words && clause.Text.Contains('-', StringComparison.Ordinal)
            && words.TrueForAll(word => !OptionalWords.HasJoined(word.Text) && char.IsLetter(word.Text[0])) && words[0] != words[1]
            && AskedWord.Of(clause.Text.Replace("-", "", StringComparison.Ordinal), clause.Field).ToList() is [var one]
            ? new Query.BestOf([new Query.AllOf([.. words.Select(word => word.ToQuery())]), one.ToQuery()])
            : null;

    /// <summary>Where other letters show the old spelling, j may be y; in names it always may.</summary>
    private Query InOldSpelling(AskedWord word) =>
        _isOldSpelling && AlikeTexts.Y(word.Text) is { } withY
            ? new Query.BestOf([word.ToQuery(), (word with { Text = withY }).ToQuery()])
            : word.ToQuery();

    private void Remember(string text, AskedField field)
    {
        var words = AskedWord.Of(text, field).ToList();
        _count += words.Count;
        _titles.AddRange(field is AskedField.Anywhere or AskedField.Title ? words : []);
        _names.AddRange(field is AskedField.Anywhere or AskedField.Author ? words : []);
    }

    private string? CallNumber()
    {
        var text = string.Join(' ', _plain);
        return text.Any(char.IsAsciiDigit) ? PhraseQuery.Whole(text) : null;
    }
}
