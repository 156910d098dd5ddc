using UnionCatalog.FullText.Queries;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>A word and all that may have been meant by it, the likelier the more it counts.</summary>
internal static class CorrectedWord
{
    /// <summary>What a word that only begins so counts beside one that was typed to its end.</summary>
    private const float BeginningLikeness = 0.3f;

    /// <summary>What a guess at the last word counts beside words that only begin so: who stopped typing has made no slip.</summary>
    private const float LikenessOfUnfinished = 0.2f;

    /// <summary>The query.</summary>
    /// <param name="word">The word.</param>
    /// <param name="asTyped">What finds it as it stands.</param>
    /// <param name="correction">What may have been meant.</param>
    public static Query ToQuery(AskedWord word, Query asTyped, Correction correction)
    {
        var (ofBegun, ofGuesses) = correction.IsUnfinished ? (1f, LikenessOfUnfinished) : (BeginningLikeness, 1f);
        IEnumerable<Query> begun = correction.IsBeginning ? PatternQuery.Of(new Clause.Pattern(word.Field, word.Text + "*")) : [];
        return new Query.BestOf(
        [
            .. correction.IsKnown ? [asTyped] : (IEnumerable<Query>)[],
            .. begun.Select(start => new Query.Boost(start, ofBegun)),
            .. correction.Guesses.Select(guess => new Query.Boost(AllWords(guess.Text, word.Field), ofGuesses * (float)guess.Likeness)),
        ]);
    }

    private static Query AllWords(string text, AskedField field) =>
        AskedWord.Of(text, field).Select(word => word.ToQuery()).ToList() is [var one] ? one : new Query.AllOf([.. AskedWord.Of(text, field).Select(word => word.ToQuery())]);
}
