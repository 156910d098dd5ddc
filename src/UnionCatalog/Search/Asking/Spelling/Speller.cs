using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search.Asking.Planning;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Guesses at what was meant by words, from the words of the index alone, so that every guess finds something.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="cancellation">Gives up.</param>
/// <param name="mostDocuments">Words that more editions have were meant as they are; null: that is not asked.</param>
internal sealed class Speller(IIndexSnapshot snapshot, CancellationToken cancellation, long? mostDocuments = null)
{
    /// <summary>Words that are guessed at in one question: who has so many wrong has typed something else.</summary>
    private const int MostWords = 5;

    private const int ShortestWord = 3;
    private const int LongestWord = 40;

    /// <summary>Letters from which on two edits are no other word altogether.</summary>
    private const int TwoEdits = 5;

    private const int MostGuesses = 5;

    /// <summary>A guess that is so near needs no further ones.</summary>
    private const double NearEnough = 0.9;

    /// <summary>How much less likely than the best a guess may be.</summary>
    private const double Margin = 0.8;

    /// <summary>A word that is there was meant otherwise only if the other is so many times as frequent.</summary>
    public const int TimesAsFrequent = 8;

    /// <summary>What ten times as many documents are worth, in edits.</summary>
    private const double PerMagnitude = 0.2;

    private static readonly string[] Fields = [CatalogSchema.Title, CatalogSchema.Author, CatalogSchema.Subject];

    private readonly WordSplitting _splitting = new(snapshot, cancellation);
    private int _words;

    /// <summary>The guesses for a word; null: there is no better one than the word itself.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isLast">Whether it is the last that was typed, and perhaps not to its end.</param>
    public Correction? Correct(AskedWord word, bool isLast)
    {
        if (word.Text.Length is < ShortestWord or > LongestWord || !word.Text.All(char.IsLetter) || _words == MostWords)
        {
            return null;
        }

        var documents = snapshot.Search(new SearchPlan { Query = word.ToQuery(), Count = 0 }, cancellation).Total;
        var correction = documents > mostDocuments ? null : documents > 0 ? Known(word, documents, isLast) : Unknown(word);
        _words += correction is null ? 0 : 1;
        return correction;
    }

    private Correction? Known(AskedWord word, long documents, bool isLast)
    {
        var guesses = Near(word.Text, edits: 1, samePrefix: 1)
            .Where(near => near.Count.Documents >= documents * TimesAsFrequent && near.Distance <= 1)
            .OrderBy(near => near.Distance - (PerMagnitude * Math.Log10(near.Count.Documents))).Take(2).ToList();
        var isBeginning = isLast && mostDocuments is null && IsBeginning(word.Text);
        return guesses.Count == 0 && !isBeginning ? null : new Correction(word.Text, IsKnown: true, [.. guesses.Select(Guess)]) { IsBeginning = isBeginning };
    }

    private Correction? Unknown(AskedWord word)
    {
        var near = Near(word.Text, edits: 1, samePrefix: 0);
        if (word.Text.Length >= TwoEdits && !near.Exists(guess => guess.Distance <= NearEnough))
        {
            near.AddRange(Near(word.Text, edits: 2, samePrefix: 1));
        }

        var ranked = near.DistinctBy(guess => guess.Count.Term)
            .Select(guess => (guess.Count.Term, guess.Distance, Cost: guess.Distance - (PerMagnitude * Math.Log10(guess.Count.Documents))))
            .Concat(_splitting.Split(word).Select(split => (Term: split.Text, split.Distance, Cost: split.Distance)))
            .OrderBy(guess => guess.Cost)
            .ThenBy(guess => guess.Term, StringComparer.Ordinal)
            .DistinctBy(guess => string.Join(' ', CatalogSchema.Spelt.Terms(guess.Term)))
            .Take(MostGuesses)
            .ToList();
        var isBeginning = IsBeginning(word.Text);
        return ranked.Count == 0 && !isBeginning
            ? null
            : new Correction(word.Text, IsKnown: false, [.. ranked.Where(guess => guess.Cost <= ranked[0].Cost + Margin).Select(guess => new SpellingGuess(guess.Term, Likeness(guess.Distance)))])
            {
                IsBeginning = isBeginning,
            };
    }

    /// <summary>Whether a longer word begins so.</summary>
    private bool IsBeginning(string word) => Array.Exists(
        Fields, field => snapshot.Terms(field).From(word).Take(2).Any(term => term.Term.Length > word.Length && term.Term.StartsWith(word, StringComparison.Ordinal)));

    private List<(TermCount Count, double Distance)> Near(string word, int edits, int samePrefix) =>
        [.. Fields.SelectMany(field => snapshot.Terms(field).Near(word, edits, samePrefix, cancellation))
            .Where(near => near.Term != word && near.Term.All(char.IsLetter))
            .GroupBy(near => near.Term, (term, counts) => new TermCount(term, counts.Max(near => near.Documents)))
            .Select(count => (count, TypingDistance.Between(word, count.Term)))];

    private static SpellingGuess Guess((TermCount Count, double Distance) near) => new(near.Count.Term, Likeness(near.Distance));

    private static double Likeness(double distance) => Math.Pow(0.4, distance);
}
