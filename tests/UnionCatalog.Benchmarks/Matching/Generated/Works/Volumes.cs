using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>Works in volumes: comics, sets, series for children, and serials.</summary>
internal static class Volumes
{
    private const int Writers = 12_000;

    private static readonly string[] Comics = WordLists.Of("comics");
    private static readonly string[] Nouns = WordLists.Of("nouns");
    private static readonly string[] Adjectives = WordLists.Of("adjectives");
    private static readonly string[] Places = WordLists.Of("places");
    private static readonly string[] Series = WordLists.Of("children-series");
    private static readonly string[] Children = WordLists.Of("children-titles");
    private static readonly string[] Serials = WordLists.Of("serials");
    private static readonly string[][] Topics = WordLists.Rows("topics");

    public static Edition Comic(int at, ref Dice dice)
    {
        var title = dice.Hits(4) ? dice.Pick(Comics) : $"{dice.Pick(Nouns)} {dice.Pick(Adjectives)}";
        var author = People.Mangaka(dice.Next(900));
        var publisher = Publishers.Draw('c', ref dice);
        var year = Imprints.Year(1992, ref dice);
        var pages = dice.Between(176, 200);
        var own = Dice.For(dice.Next(), at);
        return new Edition
        {
            Title = title,
            Volume = at + 1,
            Authors = [author],
            Publisher = publisher,
            Year = Math.Min(2025, year + (at / 5)),
            LastPrinting = Math.Min(2025, year + (at / 5) + 3),
            Pages = pages + own.Next(16),
            Class = "741.5",
            Subject = "Komik",
        };
    }

    /// <summary>A work in some volumes, each with its own ISBN and mostly that of the set too.</summary>
    public static Edition Set(int at, ref Dice dice)
    {
        var isHistory = dice.Hits(40);
        var topic = dice.Pick(Topics);
        var title = isHistory ? $"{dice.Pick(Nouns)} {dice.Pick(Places)}" : $"Ensiklopedia {topic[0]}";
        var (hasTitles, isAtOnce) = (dice.Hits(30), dice.Hits(70));
        Person[] authors = dice.Hits(60) ? [People.Indonesian(dice.Next(Writers), true)] : [People.Indonesian(dice.Next(Writers), true), People.Indonesian(dice.Next(Writers), true)];
        var publisher = Publishers.Draw('g', ref dice);
        var year = Imprints.Year(1980, ref dice);
        var own = Dice.For(dice.Next(), at);
        return new Edition
        {
            Title = title,
            Volume = at + 1,
            VolumeTitle = hasTitles ? $"{own.Pick(Nouns)} {own.Pick(Adjectives)}" : null,
            Authors = authors,
            Publisher = publisher,
            Year = Math.Min(2025, isAtOnce ? year : year + at),
            LastPrinting = Math.Min(2025, year + at + 3),
            Pages = own.Between(120, 560),
            Preliminaries = own.Hits(60) ? own.Between(4, 20) : 0,
            SetIsbn = year > 1985 && dice.Hits(70) ? "set" : null,
            Class = isHistory ? "959.8" : topic[1],
            Subject = isHistory ? "Sejarah Indonesia" : topic[0],
        };
    }

    /// <summary>A series of short books, which some libraries enter under the series.</summary>
    public static Edition OfChildren(int at, ref Dice dice)
    {
        var series = dice.Pick(Series);
        var publisher = Publishers.Draw('g', ref dice);
        var (first, step) = (dice.Next(Children.Length), dice.Between(1, 5));
        var author = People.Indonesian(dice.Next(Writers), isLearned: false);
        var (isNumbered, year, pages) = (dice.Hits(60), Imprints.Year(1990, ref dice), dice.Between(24, 160));
        return new Edition
        {
            Title = Children[(first + (at * step)) % Children.Length],
            IsPartOfSeries = true,
            Series = series,
            SeriesNumber = isNumbered ? at + 1 : null,
            Authors = [author],
            Publisher = publisher,
            Year = year,
            LastPrinting = Math.Min(2025, year + 6),
            Pages = pages,
            Class = "028.5",
            Subject = "Bacaan anak",
        };
    }

    public static Edition Serial(ref Dice dice)
    {
        var title = dice.Pick(Serials);
        return new Edition
        {
            Title = dice.Hits(50) ? $"{title} {dice.Pick(Places)}" : $"{title} {dice.Pick(Topics)[0]}",
            Publisher = Publishers.Draw('u', ref dice),
            Year = Imprints.Year(1960, ref dice),
            Pages = 0,
            Issn = "issn",
            Class = "050",
            Subject = "Terbitan berkala",
        };
    }
}
