using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Benchmarks.Matching.Generated.Entry;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>
/// What readers ask, drawn by number. Each asks for an edition, known ones far more often than others, by words that are truly in
/// it: the same words come again as often as their books are asked for.
/// </summary>
internal sealed class Questions(MadeEditions editions, ulong seed)
{
    private const long Spread = 1_000_000_007;

    /// <summary>Of a hundred searches so many ask for the page, and the others for the API.</summary>
    private const int Pages = 85;

    private readonly Popularity _popularity = new(editions.Count, 0.75, 50);

    /// <summary>The search of this number.</summary>
    public Request Search(int number)
    {
        var dice = Dice.For(seed, number);
        var kind = SearchKinds.Draw(ref dice);
        var query = Query(kind, Ask(ref dice), ref dice);
        return new Request(kind.Name, (dice.Hits(Pages) ? "/search?" : "/api/search?") + query);
    }

    /// <summary>What is typed of a title, letter by letter, so far.</summary>
    public Request Suggestion(int number)
    {
        var dice = Dice.For(seed ^ 0x5E, number);
        var edition = Ask(ref dice);
        var text = dice.Hits(75) || edition.Authors.Count == 0 ? edition.Title : edition.Authors[0].Words[^1];
        return new Request("suggest", "/api/suggest?q=" + Escape(text[..Math.Min(text.Length, dice.Between(2, 18))].TrimEnd()));
    }

    /// <summary>What the widget asks on a member's page.</summary>
    public Request Holdings(int number)
    {
        var dice = Dice.For(seed ^ 0x40, number);
        var edition = Ask(ref dice);
        var library = MadeLibraries.All[dice.Next(MadeLibraries.Count)].Source;
        return new Request("holdings", edition.Isbn is { } isbn
            ? $"/api/holdings?isbn={isbn}&except={library}"
            : $"/api/holdings?title={Escape(edition.Title)}&author={Escape(edition.Authors is [var author, ..] ? author.Natural : edition.Publisher.Name)}&except={library}");
    }

    /// <summary>The page of an edition.</summary>
    public Request Record(int number)
    {
        var dice = Dice.For(seed ^ 0x3C, number);
        return new Request("record", "/records/" + MadeEditions.IdOf(Ask(ref dice).Number));
    }

    private Edition Ask(ref Dice dice) => editions.Draw((int)(_popularity.Draw(ref dice) * Spread % editions.Count));

    private static string Query(SearchKind kind, Edition edition, ref Dice dice)
    {
        var words = Words(edition.Title);
        var (one, other) = (dice.Pick(words), dice.Pick(words));
        var author = edition.Authors is [var first, ..] ? first.Words[^1] : edition.Publisher.Name;
        return kind.Name switch
        {
            "one-word" => Text(one),
            "two-words" => Text(edition.Title.Contains(' ', StringComparison.Ordinal) ? $"{one} {other}" : $"{one} {author}"),
            "author-word" => Text($"{author} {one}"),
            "field" => Text(dice.Next(4) switch { 0 => $"judul:{one}", 1 => $"pengarang:{author}", 2 => $"subjek:{Words(edition.Subject)[0]}", _ => $"penerbit:{Words(edition.Publisher.Name)[0]} {one}" }),
            "misspelt" => Text($"{Wording.Slip(one, ref dice)} {(dice.Hits(60) ? other : "")}"),
            "old-spelling" => Text(Wording.Old($"{one} {other}", 1940)),
            "phrase" => Text($"\"{string.Join(' ', edition.Title.Split(' ').Take(3))}\""),
            "prefix" => Text($"{one[..Math.Min(one.Length, dice.Between(3, 5))]}*"),
            "facets" => Text(dice.Hits(60) ? one : $"{one} {other}") + Facets(edition, ref dice),
            "newest" => Text(one) + "&sort=newest",
            "deep-page" => Text(one) + $"&page={dice.Between(3, 50)}",
            "isbn" => Text(edition.Isbn ?? edition.Issn ?? one),
            _ => Text($"{Nonsense(ref dice)} {(dice.Hits(50) ? Nonsense(ref dice) : one)}"),
        };
    }

    /// <summary>One to three facets, of some of them several values.</summary>
    private static string Facets(Edition edition, ref Dice dice)
    {
        var facets = "";
        var first = dice.Next(6);
        for (var count = dice.Between(1, 3); count > 0; count--)
        {
            facets += (first++ % 6) switch
            {
                0 => Libraries(dice.Next(MadeLibraries.Count), dice.Between(1, 4)),
                1 => $"&regency={Escape(MadeLibraries.Regency(dice.Next(40)))}&regency={Escape(MadeLibraries.Regency(dice.Next(40)))}",
                2 => $"&kind={MadeLibraries.KindOf(dice.Next(10))}",
                3 => "&language=ind",
                4 => $"&class={edition.Class[0]}00",
                _ => $"&yearFrom={edition.Year - dice.Next(10)}&yearTo={edition.Year + dice.Next(10)}",
            };
        }

        return facets;
    }

    private static string Libraries(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(number => $"&library={MadeLibraries.All[number % MadeLibraries.Count].Source}"));

    private static string[] Words(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => word.Length > 3).ToArray();
        return telling.Length > 0 ? telling : words;
    }

    private static string Nonsense(ref Dice dice)
    {
        var word = "";
        while (word.Length < 9)
        {
            word += "bcdfghjklmnpqrstvwxz"[dice.Next(20)];
        }

        return word;
    }

    private static string Text(string text) => "q=" + Escape(text.Trim());

    private static string Escape(string text) => Uri.EscapeDataString(text);
}

/// <summary>One request.</summary>
/// <param name="Kind">What kind of question it is.</param>
/// <param name="Address">Its path and query.</param>
internal sealed record Request(string Kind, string Address);
