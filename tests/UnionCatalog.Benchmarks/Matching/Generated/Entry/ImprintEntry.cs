using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Enters edition statement, place, publisher, year and pages.</summary>
internal static class ImprintEntry
{
    public static void Enter(Description entry, Library library, ErrorRates rates, ref Dice dice)
    {
        var edition = entry.Edition;
        var year = edition.Year;
        var isLater = edition.LastPrinting > edition.Year && dice.Happens(rates.PrintingYear);
        if (isLater)
        {
            year = dice.Between(edition.Year + 1, edition.LastPrinting);
        }
        else if (dice.Happens(rates.YearSlip))
        {
            year += dice.Hits(60) ? (dice.Hits(50) ? 1 : -1) : dice.Hits(50) ? 10 : -10;
        }

        entry.EditionStatement = Statement(edition, isLater, rates, ref dice);
        entry.Place = dice.Happens(rates.PlaceMissing) ? null : PlaceOf(edition, rates, ref dice);
        entry.Publisher = dice.Happens(rates.PublisherMissing) ? null : NameOf(edition, library, rates, ref dice);
        entry.Date = dice.Happens(rates.YearMissing) ? null : DateOf(year, library, ref dice);
        entry.Extent = edition.Issn is null ? ExtentOf(edition, library, rates, ref dice) : null;
    }

    private static string? Statement(Edition edition, bool isLater, ErrorRates rates, ref Dice dice)
    {
        var number = edition.EditionNumber;
        if (number > 1 && !dice.Happens(rates.EditionUnsaid))
        {
            if (edition.IsRevised && dice.Hits(50))
            {
                // A revised edition after the second is told from the others by its number only.
                return number > 2 && dice.Hits(85) ? $"Ed. {number} rev." : dice.Pick(["Ed. rev.", "Edisi revisi", "Ed. Rev.", "Edisi Revisi"]);
            }

            return edition.Language == "eng"
                ? number switch { 2 => "2nd ed.", 3 => "3rd ed.", _ => $"{number}th ed." }
                : dice.Next(4) switch { 0 => $"Ed. {number}", 1 => $"Edisi {number}", 2 => $"Ed. ke-{number}", _ => "Edisi " + Wording.Ordinal(number) };
        }

        if (number == 1 && dice.Happens(rates.FirstEditionSaid))
        {
            return dice.Pick(["Ed. 1", "Edisi pertama", "Ed. 1, Cet. 1"]);
        }

        return isLater && dice.Hits(60) || dice.Happens(rates.PrintingSaid)
            ? dice.Pick(["Cet. ", "Cetakan ke-", "Cet. ke-", "Cetakan "]) + Wording.Number(isLater ? dice.Between(2, 12) : dice.Between(1, 4))
            : null;
    }

    private static string PlaceOf(Edition edition, ErrorRates rates, ref Dice dice) =>
        edition.IsOldSpelling && !dice.Happens(rates.Modernised) ? Wording.Old(edition.Publisher.Place, edition.Year) : edition.Publisher.Place;

    private static string NameOf(Edition edition, Library library, ErrorRates rates, ref Dice dice)
    {
        var publisher = edition.Publisher;
        var name = publisher.Aliases.Length > 0 && dice.Happens(rates.PublisherAlias) ? dice.Pick(publisher.Aliases) : publisher.Name;
        if (edition.IsOldSpelling && !dice.Happens(rates.Modernised))
        {
            name = Wording.Old(name, edition.Year);
        }

        if (dice.Happens(rates.PublisherSlip))
        {
            name = Wording.Slip(name, ref dice);
        }

        if (publisher.Form is { } form && dice.Happens(rates.LegalForm))
        {
            name = dice.Next(4) switch { 0 => $"{form} {name}", 1 => $"{form}. {name}", 2 => $"{name}, {form}", _ => $"Penerbit {name}" };
        }

        return library.IsInCapitals ? name.ToUpperInvariant() : name;
    }

    private static string DateOf(int year, Library library, ref Dice dice)
    {
        var text = Wording.Number(year);
        return dice.Next(100) switch
        {
            < 6 => "c" + text,
            < 9 => $"[{text}]",
            < 10 => $"©{text}",
            < 20 when library.System == LibrarySystem.Slims => text + "-00-00",
            < 14 => text + ".",
            _ => text,
        };
    }

    private static string? ExtentOf(Edition edition, Library library, ErrorRates rates, ref Dice dice)
    {
        if (edition.Pages == 0)
        {
            return null;
        }

        if (dice.Happens(rates.PagesMissing))
        {
            return dice.Hits(40) ? $"{library.PagesWord} : ilus. ; {dice.Between(18, 28)} cm" : null;
        }

        var pages = edition.Pages;
        if (dice.Happens(rates.PagesNearly))
        {
            pages += dice.Between(1, 4) * (dice.Hits(50) ? 1 : -1);
        }
        else if (dice.Happens(rates.PagesSlip))
        {
            pages += dice.Hits(50) ? 100 : 10 * dice.Between(1, 9);
        }

        var preliminaries = edition.Preliminaries;
        var isCounted = preliminaries > 0 && dice.Happens(rates.PreliminariesCounted);
        var roman = preliminaries > 0 && !isCounted && !dice.Happens(rates.PreliminariesUnsaid) ? Wording.Roman(preliminaries).ToLowerInvariant() + ", " : "";
        return $"{roman}{Wording.Number(isCounted ? pages + preliminaries : pages)} {library.PagesWord}{dice.Pick(["", " ; 21 cm", " : ilus. ; 23 cm", " ; 20 cm.", " : il. ; 25 cm"])}";
    }
}
