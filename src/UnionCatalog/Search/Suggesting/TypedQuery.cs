using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Search.Asking.Planning;

namespace UnionCatalog.Search.Suggesting;

/// <summary>Asks the index for what was typed so far.</summary>
internal sealed class TypedQuery(IIndexSnapshot snapshot, CancellationToken cancellation)
{
    /// <summary>
    /// Words that a beginning stands for: the most frequent. All words with "pe" would be thousands, in as many documents as there
    /// are, and rare ones among them are asked for with a letter more.
    /// </summary>
    private const int MostWords = 48;

    /// <summary>Letters that are the beginning of very many words.</summary>
    private const int ShortStart = 3;

    /// <summary>Documents that the words of a short start may be in together, about: with "in" one has a third of the union, and no idea yet.</summary>
    private const int MostDocuments = 50_000;

    /// <summary>Documents that have the words in one field; null: none has.</summary>
    public Query? In(string field, TypedWords words) => All(words.Whole.Select(word => Whole(field, word)), words.Begun is null ? null : Begun(field, words.Begun, isAlone: words.Whole.Count == 0), words);

    /// <summary>
    /// Documents that have the words in their title, and where there are several words also in an author's name: "tohari ronggeng".
    /// Null: none has.
    /// </summary>
    public Query? InTitleAndAuthor(TypedWords words) => words.All.Take(2).Count() < 2
        ? In(CatalogSchema.Title, words)
        : All(
            words.Whole.Select(word => Any(Whole(CatalogSchema.Title, word), Whole(CatalogSchema.Author, word))!),
            words.Begun is null ? null : Any(Begun(CatalogSchema.Title, words.Begun, isAlone: false), Begun(CatalogSchema.Author, words.Begun, isAlone: false)),
            words);

    /// <summary>Whether any word of a title, name or heading begins so.</summary>
    public bool Begins(AskedWord word) =>
        new[] { CatalogSchema.Title, CatalogSchema.Author, CatalogSchema.Subject }.Any(field => Begun(field, word, isAlone: true) is not null);

    private static Query? All(IEnumerable<Query> whole, Query? begun, TypedWords words)
    {
        if (words.Begun is not null && begun is null)
        {
            return null;
        }

        List<Query> parts = [.. whole, .. begun is null ? (IEnumerable<Query>)[] : [begun]];
        return parts switch { [] => null, [var one] => one, _ => new Query.AllOf(parts) };
    }

    private static Query.Term Whole(string field, AskedWord word) => new(field, Spelt(field, word));

    private Query? Begun(string field, AskedWord word, bool isAlone)
    {
        var terms = snapshot.Terms(field);
        var spelt = Spelt(field, word);
        IEnumerable<TermCount> begun = terms.MostFrequent(word.Text, MostWords, cancellation);
        // What is begun may be in the old spelling; but what reads like a numeral may go on as a word.
        if (spelt != word.Text && !char.IsAsciiDigit(spelt[0]))
        {
            begun = begun.Concat(terms.MostFrequent(spelt, MostWords, cancellation));
        }

        var all = begun.DistinctBy(term => term.Term).ToList();
        if (!isAlone && all.Count >= MostWords && word.Text.Length > 1)
        {
            // Beside other words the rare ones count too: "lain ke roma av" is one title.
            return spelt == word.Text || char.IsAsciiDigit(spelt[0])
                ? new Query.Prefix(field, word.Text)
                : new Query.AnyOf([new Query.Prefix(field, word.Text), new Query.Prefix(field, spelt)]);
        }

        List<string> any = [.. (isAlone && word.Text.Length <= ShortStart ? Telling(word, all) : all).Select(term => term.Term)];
        return any.Count == 0 ? null : new Query.Terms(field, any, AtLeast: 1);
    }

    /// <summary>Of all words that begin so those that tell something, until there are documents enough.</summary>
    private static IEnumerable<TermCount> Telling(AskedWord start, IEnumerable<TermCount> begun)
    {
        var ranked = begun.OrderByDescending(term => term.Documents).ToList();
        var telling = ranked.Where(term => term.Term != start.Text && !OptionalWords.Has(new AskedWord(term.Term, start.Field).InTitles)).ToList();
        var documents = 0L;
        return (telling.Count > 0 ? telling : ranked).TakeWhile(term => (documents += term.Documents) - term.Documents < MostDocuments);
    }

    private static Query? Any(Query? one, Query? other) => one is null ? other : other is null ? one : new Query.AnyOf([one, other]);

    private static string Spelt(string field, AskedWord word) => field == CatalogSchema.Author ? word.InNames : word.InTitles;
}
