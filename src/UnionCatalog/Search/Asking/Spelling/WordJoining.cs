using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Finds the blank that is one too many: "antariksa pedia".</summary>
internal sealed class WordJoining(IIndexSnapshot snapshot)
{
    private const int ShortestWord = 6;

    private static readonly string[] Fields = [CatalogSchema.Title, CatalogSchema.Author];

    /// <summary>The clauses, of which two that are one word have become it.</summary>
    /// <param name="clauses">What was typed.</param>
    /// <param name="corrections">Takes note of each.</param>
    public IEnumerable<Clause> Join(IReadOnlyList<Clause> clauses, ICollection<Correction> corrections)
    {
        for (var at = 0; at < clauses.Count; at++)
        {
            if (at + 1 < clauses.Count && clauses[at] is Clause.Word one && clauses[at + 1] is Clause.Word next && Join(one, next) is { } joined)
            {
                corrections.Add(new Correction($"{one.Text} {next.Text}", IsKnown: false, [new SpellingGuess(joined, Likeness: 1)]));
                yield return one with { Text = joined };
                at++;
            }
            else
            {
                yield return clauses[at];
            }
        }
    }

    /// <summary>The one word that two may be: the index has it, and does not have both of the two.</summary>
    private string? Join(Clause.Word one, Clause.Word next)
    {
        var joined = one.Field == next.Field && one.Text.Concat(next.Text).All(char.IsLetter) ? CatalogSchema.Words.Terms(one.Text + next.Text) : [];
        return joined is [{ Length: >= ShortestWord } word] && Has(word) && !(Has(one.Text) && Has(next.Text)) ? word : null;
    }

    private bool Has(string text) => CatalogSchema.Words.Terms(text) is [var word]
        && Array.Exists(Fields, field => snapshot.Terms(field).From(word).FirstOrDefault() is { Documents: > 0 } first && first.Term == word);
}
