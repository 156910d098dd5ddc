using System.Text.RegularExpressions;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Puts guesses into the place of what was typed, as the edition that was found by them writes the words.</summary>
internal static class DidYouMean
{
    /// <summary>The text to ask instead; null: it would be the same.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="corrections">The guesses.</param>
    /// <param name="found">The edition that came first.</param>
    public static string? Of(string text, IReadOnlyList<Correction> corrections, CatalogEntry found)
    {
        var written = Written(found);
        return Put(text, corrections.Select(correction => (correction.Typed, Choose(correction, written))));
    }

    /// <summary>The text with the likeliest guesses; null: it would be the same.</summary>
    public static string? Of(string text, IReadOnlyList<Correction> corrections) =>
        Put(text, corrections.Where(correction => correction.Guesses.Count > 0).Select(correction => (correction.Typed, (string?)correction.Guesses[0].Text)));

    private static string? Put(string text, IEnumerable<(string Typed, string? Meant)> words)
    {
        var better = words.DistinctBy(pair => pair.Typed).ToDictionary(pair => pair.Typed, pair => pair.Meant, StringComparer.Ordinal);
        var meant = StandingWords.Replace(Joined(text, better), word => CatalogSchema.Words.Terms(word) is [var typed] && better.GetValueOrDefault(typed) is { } other ? other : word);
        return meant == text ? null : meant;
    }

    /// <summary>Two words that are one come first: behind them each would be looked up alone.</summary>
    private static string Joined(string text, Dictionary<string, string?> better)
    {
        foreach (var (typed, meant) in better.Where(pair => pair.Key.Contains(' ', StringComparison.Ordinal)))
        {
            var parts = string.Join(@"\s+", typed.Split(' ').Select(Regex.Escape));
            text = Regex.Replace(text, $@"(?<!\p{{L}}){parts}(?!\p{{L}})", meant ?? typed, RegexOptions.CultureInvariant);
        }

        return text;
    }

    /// <summary>The first guess of which all words stand there; null: the word itself does.</summary>
    private static string? Choose(Correction correction, Dictionary<string, string> written)
    {
        if (correction.IsKnown && written.ContainsKey(Key(correction.Typed)))
        {
            return null;
        }

        foreach (var guess in correction.Guesses)
        {
            var words = CatalogSchema.Words.Terms(guess.Text).Select(word => written.GetValueOrDefault(Key(word))).ToList();
            if (!words.Contains(null))
            {
                return string.Join(' ', words);
            }
        }

        var goneOn = correction.IsBeginning ? written.Values.FirstOrDefault(word => word.StartsWith(correction.Typed, StringComparison.Ordinal)) : null;
        return goneOn ?? (correction.IsKnown || correction.Guesses.Count == 0 ? null : correction.Guesses[0].Text);
    }

    /// <summary>The words of an edition by their one spelling, as its description writes them.</summary>
    private static Dictionary<string, string> Written(CatalogEntry entry)
    {
        var texts = EntryDocument.Titles(entry.Description)
            .Concat(entry.Description.Contributors.SelectMany(EntryDocument.Names))
            .Concat(entry.Description.Subjects.Select(subject => subject.Text))
            .Concat(entry.Description.Series.Select(series => series.Title));
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in texts.OfType<string>().SelectMany(CatalogSchema.Words.Terms))
        {
            written.TryAdd(Key(word), word);
        }

        return written;
    }

    private static string Key(string word) => CatalogSchema.SpeltNames.Terms(word) is [var key, ..] ? key : word;
}
