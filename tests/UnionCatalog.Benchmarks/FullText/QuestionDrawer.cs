namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// Draws the questions of each class, the same in every run over as many books. Words are taken from books that there are, as
/// people look for what they have heard of, so that frequent words are asked for more often.
/// </summary>
internal sealed class QuestionDrawer(Corpus corpus, Survey survey)
{
    private static readonly string[] ThreeFacets = [Schema.Library, Schema.Language, Schema.Format];

    private readonly Book _book = new();
    private readonly int[] _rare = [.. survey.Between(0, 100.0 / 1_000_000)];
    private readonly int[] _frequent = [.. survey.Between(0.05, 0.2)];
    private readonly int[] _middling = [.. survey.Between(0.005, 0.02)];
    private Dice _dice;

    /// <summary>All classes, in the order in which they are measured.</summary>
    public IReadOnlyList<(string Class, IReadOnlyList<Question> Questions)> DrawAll(int count) =>
    [
        Draw("rare", count, () => Word(_rare)),
        Draw("frequent", count, () => Word(_frequent)),
        Draw("and", count, () => AllWords(_dice.Between(2, 4))),
        Draw("or", count, () => AllWords(2) with { Kind = Kind.Any }),
        Draw("phrase", count, Phrase),
        Draw("prefix", count, () => Start(_dice.Between(3, 4))),
        Draw("fielded", count, Fielded),
        Draw("and+facets", count, () => AllWords(_dice.Between(2, 4)) with { Facets = ThreeFacets }),
        Draw("frequent+facets", count, () => Word(_frequent) with { Facets = ThreeFacets }),
        Draw("filtered+facets", count, Narrowed),
        Draw("by-year", count, () => (_dice.Hits(50) ? AllWords(_dice.Between(2, 4)) : Word(_middling)) with { IsNewestFirst = true }),
        Draw("fuzzy-1", count, () => Misspelt(1)),
        Draw("fuzzy-2", count, () => Misspelt(2)),
        Draw("wildcard", count, Pattern),
        Draw("suggestions", count, () => Start(_dice.Between(1, 3)) with { Kind = Kind.Suggestions }),
        Draw(Mixed, count, OfTheDay),
    ];

    /// <summary>The class that has something of the others, as a day has.</summary>
    public const string Mixed = "mixed";

    private (string Class, IReadOnlyList<Question> Questions) Draw(string name, int count, Func<Question> draw)
    {
        _dice = Dice.For(4, name.Aggregate(0, (sum, letter) => (sum * 31) + letter));
        return (name, [.. Enumerable.Range(0, count).Select(_ => draw())]);
    }

    private Question OfTheDay() => _dice.Next(100) switch
    {
        < 70 => AllWords(_dice.Between(2, 3)) with { Facets = ThreeFacets },
        < 85 => Word(_frequent),
        < 90 => Phrase(),
        < 95 => Start(_dice.Between(3, 4)),
        _ => Misspelt(1),
    };

    private Question Word(int[] among) => Of(Kind.All, Vocabulary.Words[_dice.Pick(among)]);

    /// <summary>So many different words of a book's title and author.</summary>
    private Question AllWords(int count) => Of(Kind.All, [.. SomeWords(count).Select(word => Vocabulary.Words[word])]);

    private IEnumerable<int> SomeWords(int count)
    {
        var words = _book.Title.Concat(_book.Author).Distinct();
        int[] all;
        do
        {
            NextBook();
            all = [.. words];
        }
        while (all.Length < count);

        _dice.Shuffle<int>(all);
        return all.Take(count);
    }

    private Question Phrase()
    {
        NextBook();
        var length = _dice.Between(2, 3);
        var start = _dice.Next(_book.Title.Count - length + 1);
        return Of(Kind.Phrase, [.. _book.Title.Skip(start).Take(length).Select(word => Vocabulary.Words[word])]);
    }

    private Question Fielded()
    {
        var (field, words) = _dice.Next(3) switch
        {
            0 => (Schema.Title, _book.Title),
            1 => (Schema.Author, _book.Author),
            _ => (Schema.Subject, _book.Subject),
        };
        int word;
        do
        {
            NextBook();
            word = _dice.Pick(words);
        }
        while (survey.Frequency[word] > 0.05 * survey.Books); // nobody looks for "the" alone

        return Of(Kind.All, Vocabulary.Words[word]) with { Field = field };
    }

    private Question Narrowed()
    {
        var from = _dice.Between(1980, 2015);
        // The two most frequent of five: what is narrowed has to be much.
        var words = SomeWords(5).OrderByDescending(word => survey.Frequency[word]).Take(2);
        return Of(Kind.All, [.. words.Select(word => Vocabulary.Words[word])]) with
        {
            Libraries = [.. Enumerable.Range(0, _dice.Between(1, 20)).Select(_ => _dice.Next(Corpus.LibraryCount)).Distinct()],
            FromYear = from,
            ToYear = from + _dice.Between(0, 20),
            Facets = [Schema.Library, Schema.Language, Schema.Year],
        };
    }

    private Question Start(int length) => Of(Kind.Prefix, LongWord(length)[..length]);

    /// <summary>A word's start and end with anything between, or one letter unknown and the end as well.</summary>
    private Question Pattern()
    {
        var word = LongWord(6);
        var hole = _dice.Between(2, 3);
        return Of(Kind.Wildcard, _dice.Hits(50) ? $"{word[..hole]}*{word[^2..]}" : $"{word[..hole]}?{word[(hole + 1)..5]}*");
    }

    private Question Misspelt(int edits)
    {
        var word = LongWord(5);
        for (var edit = 0; edit < edits; edit++)
        {
            var at = _dice.Next(word.Length - 1);
            var letter = (char)('a' + _dice.Next(26));
            word = _dice.Next(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, letter.ToString()),
                2 => $"{word[..at]}{letter}{word[(at + 1)..]}",
                _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            };
        }

        return Of(Kind.Fuzzy, word) with { Edits = edits };
    }

    /// <summary>A word of at least so many letters from a title or an author's name.</summary>
    private string LongWord(int length)
    {
        while (true)
        {
            NextBook();
            var word = Vocabulary.Words[_dice.Pick(_dice.Hits(70) ? _book.Title : _book.Author)];
            if (word.Length >= length)
            {
                return word;
            }
        }
    }

    private void NextBook() => corpus.Draw(_dice.Next(survey.Books), _book);

    private static Question Of(Kind kind, params string[] words) => new() { Kind = kind, Words = words };
}
