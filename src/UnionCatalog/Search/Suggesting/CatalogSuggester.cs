using UnionCatalog.FullText;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Suggesting;

/// <summary>Suggests titles, authors and subjects while a reader types. Safe to use from several threads.</summary>
/// <param name="catalog">The union.</param>
public sealed class CatalogSuggester(CatalogSearch catalog)
{
    /// <summary>The longest text that suggestions are given for, in UTF-16 units: 200.</summary>
    public const int MaximumLength = 200;

    /// <summary>How long it may take; then there are as many suggestions as were found by then. Default: 25 ms.</summary>
    internal TimeSpan Time { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// At most 10: titles, then authors, then subjects, each by how well known they are, that have the words typed, the last of which may be
    /// begun. Only where there are none, for words that are spelt nearly so.
    /// </summary>
    /// <exception cref="InvalidSearchException">The text is too long.</exception>
    /// <exception cref="IndexDamagedException">See <see cref="CatalogSearch.Search(SearchRequest, CancellationToken)"/>.</exception>
    public IReadOnlyList<Suggestion> Suggest(string text, CancellationToken cancellation = default)
    {
        if (text.Length > MaximumLength)
        {
            throw new InvalidSearchException("q", $"q: suggestions are given for at most {MaximumLength} characters.");
        }

        var words = TypedWords.Read(text);
        return words.All.Any() ? catalog.Read(snapshot => Suggest(snapshot, words, cancellation)) : [];
    }

    private List<Suggestion> Suggest(IIndexSnapshot snapshot, TypedWords words, CancellationToken cancellation)
    {
        using var clock = new SuggestionClock(Time, cancellation);
        try
        {
            var search = new SuggestionSearch(snapshot, clock);
            List<Suggestion> found = [.. search.Find(words)];
            return found.Count == 0 && Corrected(words, search, new Speller(snapshot, clock.Token)) is { } corrected ? [.. search.Find(corrected)] : found;
        }
        catch (OperationCanceledException) when (clock.IsSpent)
        {
            return [];
        }
    }

    /// <summary>The words as they may have been meant; null: there is no better guess.</summary>
    private static TypedWords? Corrected(TypedWords words, SuggestionSearch search, Speller speller)
    {
        // A word that is begun is left as it is beside others: it is they that were not found.
        var meant = words.All.Select(word => word == words.Begun && words.Whole.Count > 0 && search.Begins(word) ? word.Text
            : speller.Correct(word, isLast: word == words.Begun) is { Guesses: [var guess, ..] } ? guess.Text
            : word.Text).ToList();
        return meant.SequenceEqual(words.All.Select(word => word.Text)) ? null : TypedWords.Read(string.Join(' ', meant));
    }
}
