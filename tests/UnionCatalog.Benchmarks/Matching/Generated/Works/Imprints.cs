using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>How a work is published again: as a numbered or revised edition of the same house, or by another house.</summary>
internal static class Imprints
{
    private const int LastYear = 2025;

    /// <summary>Gives the edition at a place in the work's history its publisher, year, number and pages.</summary>
    /// <param name="first">The first edition.</param>
    /// <param name="at">Which edition, from 0.</param>
    /// <param name="editions">How many there are.</param>
    /// <param name="kind">The kind of publishers.</param>
    /// <param name="dice">The work's chance: the same history for each of its editions.</param>
    public static Edition At(Edition first, int at, int editions, char kind, ref Dice dice)
    {
        var history = new Edition[editions + 1];
        history[0] = first;
        for (var step = 1; step <= editions; step++)
        {
            history[step] = Next(history[step - 1], kind, ref dice);
        }

        var late = Math.Max(0, history[editions - 1].Year - LastYear);
        // A printing does not come after the next edition.
        var (edition, after) = (history[at], history[at + 1]);
        var last = after.Publisher == edition.Publisher ? after.Year - 1 : edition.Year + 9;
        return edition with { Year = edition.Year - late, LastPrinting = Math.Min(LastYear, Math.Max(edition.Year, last) - late) };
    }

    private static Edition Next(Edition before, char kind, ref Dice dice)
    {
        var (isNumbered, years, isLonger, pages) = (dice.Hits(60), dice.Between(2, 7), dice.Hits(75), dice.Between(8, 60));
        var publisher = Publishers.Draw(kind, ref dice);
        var isRevised = dice.Hits(25);
        var length = Math.Max(24, before.Pages + (isLonger ? pages : -pages));
        return isNumbered || publisher == before.Publisher
            ? before with { Year = before.Year + years, EditionNumber = before.EditionNumber + 1, IsRevised = isRevised, Pages = length, Preliminaries = before.Preliminaries + 2 }
            : before with { Year = before.Year + (years * 2), EditionNumber = 1, IsRevised = false, Publisher = publisher, Pages = length };
    }

    /// <summary>A year of first publication: more of late.</summary>
    public static int Year(int from, ref Dice dice) => from + Math.Max(dice.Next(LastYear - from + 1), dice.Next(LastYear - from + 1));

    public static int Pages(int least, int most, ref Dice dice) => least + Math.Min(dice.Next(most - least), dice.Next(most - least));
}
