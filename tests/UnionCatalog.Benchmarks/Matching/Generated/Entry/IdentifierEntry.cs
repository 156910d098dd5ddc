using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Enters the ISBNs, the language and the call number.</summary>
internal static class IdentifierEntry
{
    /// <summary>The year from which ISBNs have 13 digits.</summary>
    private const int Thirteen = 2007;

    private const double TenBefore = 0.85;

    public static void Enter(Description entry, Library library, Shelf shelf, ErrorRates rates, ref Dice dice)
    {
        EnterIsbns(entry, library, shelf, rates, ref dice);
        entry.Language = LanguageOf(entry.Edition, library, rates, ref dice);
        entry.CallNumber = CallNumberOf(entry.Edition);
    }

    private static void EnterIsbns(Description entry, Library library, Shelf shelf, ErrorRates rates, ref Dice dice)
    {
        var edition = entry.Edition;
        if (edition.Isbn is not { } isbn || dice.Happens(rates.IsbnMissing))
        {
            return;
        }

        if (dice.Happens(rates.IsbnOfOther) && OtherIsbn(edition, shelf, ref dice) is { } wrong)
        {
            isbn = wrong;
        }

        if (edition.SetIsbn is { } set)
        {
            var qualifier = dice.Happens(rates.SetIsbnUnmarked) ? null : dice.Pick(["no.jil.lengkap", "jil.lengkap", "set", "jilid lengkap"]);
            if (dice.Happens(rates.SetIsbnOnly))
            {
                entry.Isbns.Add(new EnteredIsbn(Written(set, edition, library, rates, ref dice), qualifier));
                return;
            }

            if (dice.Happens(rates.SetIsbnToo))
            {
                entry.Isbns.Add(new EnteredIsbn(Written(set, edition, library, rates, ref dice), qualifier));
            }
        }

        var own = edition.Volume is { } volume && dice.Hits(25) ? $"jil. {volume}" : dice.Hits(4) ? "pbk." : null;
        if (dice.Happens(rates.BothForms) && isbn.StartsWith("978", StringComparison.Ordinal))
        {
            entry.Isbns.Add(new EnteredIsbn(library.IsCareful ? Isbns.Hyphenated(Isbns.ToTen(isbn)) : Isbns.ToTen(isbn), own));
            entry.Isbns.Add(new EnteredIsbn(library.IsCareful ? Isbns.Hyphenated(isbn) : isbn, own));
            return;
        }

        entry.Isbns.Add(new EnteredIsbn(Written(isbn, edition, library, rates, ref dice), own));
    }

    private static string Written(string isbn, Edition edition, Library library, ErrorRates rates, ref Dice dice)
    {
        var text = dice.Happens(edition.Year < Thirteen ? TenBefore : rates.IsbnOfTen) ? Isbns.ToTen(isbn) : isbn;
        text = library.IsCareful ^ dice.Hits(10) ? Isbns.Hyphenated(text) : text;
        if (!dice.Happens(rates.IsbnInvalid))
        {
            return text;
        }

        var at = text.Length - 1 - dice.Next(6);
        return char.IsAsciiDigit(text[at]) ? $"{text[..at]}{(char)('0' + ((text[at] - '0' + dice.Between(1, 9)) % 10))}{text[(at + 1)..]}" : text;
    }

    private static string? OtherIsbn(Edition edition, Shelf shelf, ref Dice dice)
    {
        var first = shelf.FirstOf(shelf.WorkOf(edition.Number));
        var other = dice.Hits(50) ? Math.Min(shelf.Editions - 1, first + dice.Next(6)) : dice.Next(shelf.Editions);
        return shelf.Draw(other).Isbn;
    }

    private static string? LanguageOf(Edition edition, Library library, ErrorRates rates, ref Dice dice)
    {
        if (dice.Happens(rates.LanguageMissing))
        {
            return null;
        }

        var language = edition.Language != "ind" && dice.Happens(rates.LanguageWrong) ? "ind" : edition.Language;
        return library.System != LibrarySystem.Slims ? language : language switch
        {
            "ind" => dice.Pick(["Indonesia", "Indonesia", "Indonesia", "id", "Bahasa Indonesia", "ind"]),
            "eng" => dice.Pick(["English", "English", "en", "Inggris"]),
            _ => dice.Pick(["Arabic", "Arab", "ar"]),
        };
    }

    private static string CallNumberOf(Edition edition)
    {
        var name = edition.Authors.Count > 0 ? edition.Authors[0].Words[^1] : edition.Title;
        return $"{edition.Class} {(name.Length > 3 ? name[..3] : name)} {char.ToLowerInvariant(edition.Title[0])}";
    }
}
