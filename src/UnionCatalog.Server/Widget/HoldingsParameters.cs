using UnionCatalog.Records.Text;
using UnionCatalog.Search.KnownItems;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Widget;

/// <summary>The parameters of /api/holdings: their names, what they take, and what is wrong with what was sent.</summary>
internal static class HoldingsParameters
{
    public static readonly IReadOnlyList<ApiParameter> All =
    [
        new("isbn", $"An ISBN in any form; several may be given, by repeating it or with commas between them. With the ISSNs at most {KnownItem.MostNumbers}.") { Repeats = true },
        new("issn", "An ISSN, likewise.") { Repeats = true },
        new("title", $"The title, at most {KnownItem.MostLetters} characters. Counts when no number was given or no edition has one of them, and with an author only."),
        new("author", $"The author, at most {KnownItem.MostLetters} characters; several with semicolons between them."),
        new("except", $"The library that asks, to be left out: its id, or host and path of its catalogue's page, at most {KnownItem.MostLetters} characters."),
    ];

    /// <summary>Reads what is asked for, noting what is wrong with it.</summary>
    public static (KnownItem Item, string Except) Read(IQueryCollection query, Dictionary<string, string[]> faults)
    {
        var item = new KnownItem
        {
            Numbers = [.. Numbers(query, "isbn", IdentifierParser.ReadIsbns, faults).Concat(Numbers(query, "issn", IdentifierParser.ReadIssns, faults)).Distinct()],
            Title = Text(query, "title", faults),
            Author = Text(query, "author", faults),
        };
        if (item.Numbers.Count > KnownItem.MostNumbers)
        {
            faults[query["isbn"].Count > 0 ? "isbn" : "issn"] = [$"At most {KnownItem.MostNumbers} numbers are looked up at once."];
        }

        if (faults.Count == 0 && item.Numbers.Count == 0 && (item.Title.Length == 0 || item.Author.Length == 0))
        {
            faults[item.Title.Length > 0 ? "author" : item.Author.Length > 0 ? "title" : "isbn"] = ["Wanted is an isbn, an issn, or a title together with an author."];
        }

        return (item, Text(query, "except", faults));
    }

    private static List<string> Numbers(
        IQueryCollection query, string name, Func<string, IReadOnlyList<Records.StandardIdentifier>> read, Dictionary<string, string[]> faults)
    {
        var numbers = new List<string>();
        foreach (var text in query[name].SelectMany(value => (value ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var valid = read(text).Where(number => number.IsValid).Select(number => number.Value).ToList();
            if (valid.Count == 0)
            {
                faults[name] = [$"{name}: \"{Shown(text)}\" is no {name.ToUpperInvariant()}: its check digit is wrong, or it has too few or too many digits."];
            }

            numbers.AddRange(valid);
        }

        return numbers;
    }

    private static string Text(IQueryCollection query, string name, Dictionary<string, string[]> faults)
    {
        var text = query[name].ToString().Trim();
        var fault = query[name].Count > 1 ? "may be given once only"
            : text.Length > KnownItem.MostLetters ? $"at most {KnownItem.MostLetters} characters are read"
            : text.Any(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)) ? "has control characters, which nothing is found by"
            : null;
        if (fault is not null)
        {
            faults[name] = [$"{name}: {fault}."];
            return "";
        }

        return text;
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
