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

    /// <summary>Letters that may be the beginning of a word: with one all words begin.</summary>
    private const int ShortestStart = 2;

    private const int LongestWord = 40;

    /// <summary>Letters from which on two edits are no other word altogether.</summary>
    private const int TwoEdits = 5;

    private const int MostGuesses = 5;

    /// <summary>Letters from which on a word that is near to none may still be told by most of its letters.</summary>
    private const int LongWord = 8;

    /// <summary>Letters at its beginning that are taken to be right then, words that are looked at, and how far they may be.</summary>
    private const int SureLetters = 4;
    private const int MostBegun = 2_000;
    private const double Farthest = 2.6;

    /// <summary>A guess that is so near needs no further ones.</summary>
    private const double NearEnough = 0.9;

    /// <summary>How much less likely than the best a guess may be.</summary>
    private const double Margin = 0.8;

    /// <summary>A word that is there was meant otherwise only if the other is so many times as frequent.</summary>
    public const int TimesAsFrequent = 8;

    /// <summary>A word that is there was meant to go on only if the longer one is at most so many times as rare.</summary>
    private const int TimesAsRare = 10;

    /// <summary>What ten times as many documents are worth, in edits.</summary>
    private const double PerMagnitude = 0.2;

    private static readonly string[] Fields = [CatalogSchema.Title, CatalogSchema.Author, CatalogSchema.Subject];

    private readonly WordSplitting _splitting = new(snapshot, cancellation);
    private readonly WordJoining _joining = new(snapshot);
    private int _words;

    /// <summary>Makes ready what the first guess in a new state of the index would have to wait for.</summary>
    public static void Prepare(IIndexSnapshot snapshot, CancellationToken cancellation)
    {
        foreach (var field in Fields)
        {
            snapshot.Terms(field).Near("a", edits: 0, samePrefix: 0, cancellation);
        }
    }

    /// <summary>The guesses for a word; null: there is no better one than the word itself.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isLast">Whether it is the last that was typed, and perhaps not to its end.</param>
    public Correction? Correct(AskedWord word, bool isLast)
    {
        if (word.Text.Length is < ShortestStart or > LongestWord || !word.Text.All(char.IsLetter) || _words == MostWords)
        {
            return null;
        }

        var mayBeUnfinished = isLast && mostDocuments is null;
        if (word.Text.Length < ShortestWord)
        {
            return mayBeUnfinished && IsBeginning(word.Text, documents: 0) ? new Correction(word.Text, IsKnown: false, []) { IsBeginning = true, IsUnfinished = true } : null;
        }

        var documents = snapshot.Search(new SearchPlan { Query = word.ToQuery(), Count = 0 }, cancellation).Total;
        var isUnfinished = mayBeUnfinished && IsBeginning(word.Text, documents);
        var correction = documents > mostDocuments ? null : documents > 0 ? Known(word, documents, isUnfinished) : Unknown(word);
        _words += correction is null ? 0 : 1;
        return correction is null ? null : correction with { IsUnfinished = isUnfinished };
    }

    /// <summary>The clauses of a question, of which two that a blank too many has parted have become one word; each is noted.</summary>
    public IEnumerable<Clause> Join(IReadOnlyList<Clause> clauses, ICollection<Correction> corrections) => _joining.Join(clauses, corrections);

    private Correction? Known(AskedWord word, long documents, bool isBeginning)
    {
        var guesses = Near(word.Text, edits: 1, samePrefix: 1)
            .Where(near => near.Count.Documents >= documents * TimesAsFrequent && near.Distance <= 1)
            .OrderBy(near => near.Distance - (PerMagnitude * Math.Log10(near.Count.Documents))).Take(2).ToList();
        return guesses.Count == 0 && !isBeginning ? null : new Correction(word.Text, IsKnown: true, [.. guesses.Select(Guess)]) { IsBeginning = isBeginning };
    }

    private Correction? Unknown(AskedWord word)
    {
        var near = Near(word.Text, edits: 1, samePrefix: 0);
        if (word.Text.Length >= TwoEdits && !near.Exists(guess => guess.Distance <= NearEnough))
        {
            near.AddRange(Near(word.Text, edits: 2, samePrefix: 1));
        }

        if (near.Count == 0 && word.Text.Length >= LongWord)
        {
            near.AddRange(Far(word.Text));
        }

        var ranked = near.DistinctBy(guess => guess.Count.Term)
            .Select(guess => (guess.Count.Term, guess.Distance, Cost: guess.Distance - (PerMagnitude * Math.Log10(guess.Count.Documents))))
            .Concat(_splitting.Split(word).Select(split => (Term: split.Text, split.Distance, Cost: split.Distance)))
            .OrderBy(guess => guess.Cost)
            .ThenBy(guess => guess.Term, StringComparer.Ordinal)
            .DistinctBy(guess => string.Join(' ', CatalogSchema.Spelt.Terms(guess.Term)))
            .Take(MostGuesses)
            .ToList();
        var isBeginning = IsBeginning(word.Text, documents: 0);
        return ranked.Count == 0 && !isBeginning
            ? null
            : new Correction(word.Text, IsKnown: false, [.. ranked.Where(guess => guess.Cost <= ranked[0].Cost + Margin).Select(guess => new SpellingGuess(guess.Term, Likeness(guess.Distance)))])
            {
                IsBeginning = isBeginning,
            };
    }

    /// <summary>
    /// What is left for a long word that is near to nothing: two edits, the first letter too ("Jurumiyah" is "Ajurrumiyah"), or a syllable
    /// left out behind a beginning that is right ("Sisingamaraja").
    /// </summary>
    private List<(TermCount Count, double Distance)> Far(string word)
    {
        var start = word[..SureLetters];
        var begun = Fields.SelectMany(field => snapshot.Terms(field).From(start).TakeWhile(term => term.Term.StartsWith(start, StringComparison.Ordinal)).Take(MostBegun));
        return [.. Near(word, edits: 2, samePrefix: 0), .. Measured(word, begun).Where(far => far.Distance <= Farthest)];
    }

    /// <summary>
    /// Whether a longer word begins so, and is not so rare beside the word itself, which so many editions have, that the word was hardly
    /// meant for it: "pot" may be "potter", but "anak" is not "anakku".
    /// </summary>
    private bool IsBeginning(string word, long documents) => Array.Exists(
        Fields, field => snapshot.Terms(field).From(word).TakeWhile(term => term.Term.StartsWith(word, StringComparison.Ordinal)).Take(MostBegun)
            .Any(term => term.Term.Length > word.Length && term.Documents * TimesAsRare >= documents));

    private List<(TermCount Count, double Distance)> Near(string word, int edits, int samePrefix) =>
        Measured(word, Fields.SelectMany(field => snapshot.Terms(field).Near(word, edits, samePrefix, cancellation)));

    private static List<(TermCount Count, double Distance)> Measured(string word, IEnumerable<TermCount> terms) =>
        [.. terms.Where(near => near.Term != word && near.Term.All(char.IsLetter))
            .GroupBy(near => near.Term, (term, counts) => new TermCount(term, counts.Max(near => near.Documents)))
            .Select(count => (count, TypingDistance.Between(word, count.Term)))];

    private static SpellingGuess Guess((TermCount Count, double Distance) near) => new(near.Count.Term, Likeness(near.Distance));

    private static double Likeness(double distance) => Math.Pow(0.4, distance);
}
