using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Finds the blank that is one too many: "antariksa pedia".</summary>
internal sealed class WordJoining(IIndexSnapshot snapshot)
{
    private const int ShortestWord = 6;

    private static readonly string[] Fields = [CatalogSchema.Title, CatalogSchema.Author];

    /// <summary>The one word that two may be: the index has it, and does not have both of the two.</summary>
    public string? Join(Clause.Word one, Clause.Word next)
    {
        var joined = one.Field == next.Field && one.Text.Concat(next.Text).All(char.IsLetter) ? CatalogSchema.Words.Terms(one.Text + next.Text) : [];
        return joined is [{ Length: >= ShortestWord } word] && Has(word) && !(Has(one.Text) && Has(next.Text)) ? word : null;
    }

    private bool Has(string text) => CatalogSchema.Words.Terms(text) is [var word]
        && Fields.Any(field => snapshot.Terms(field).From(word).FirstOrDefault() is { Documents: > 0 } first && first.Term == word);
}
