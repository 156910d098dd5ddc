using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>Books that are no part of anything: novels and poems, non-fiction, those whose title many others have, and old ones.</summary>
internal static class FreeBooks
{
    private const int Writers = 30_000;

    private static readonly string[] Nouns = WordLists.Of("nouns");
    private static readonly string[] Adjectives = WordLists.Of("adjectives");
    private static readonly string[] Places = WordLists.Of("places");
    private static readonly string[] Given = WordLists.Of("given-names");
    private static readonly string[] FictionSubtitles = WordLists.Of("fiction-subtitles");
    private static readonly string[] Subtitles = WordLists.Of("subtitles");
    private static readonly string[] Common = WordLists.Of("common-titles");
    private static readonly string[] Frames = WordLists.Of("frames");
    private static readonly string[][] Topics = WordLists.Rows("topics");
    private static readonly Popularity Authors = new(Writers, 0.6, 10);

    public static Edition Fiction(int at, int editions, ref Dice dice)
    {
        var title = Title(ref dice);
        var first = new Edition
        {
            Title = title,
            Subtitle = dice.Hits(35) ? dice.Pick(FictionSubtitles) : null,
            Authors = [People.Indonesian(Authors.Draw(ref dice), isLearned: false)],
            Publisher = Publishers.Draw('g', ref dice),
            Year = Imprints.Year(1974, ref dice),
            Pages = Imprints.Pages(80, 620, ref dice),
            Preliminaries = dice.Hits(40) ? dice.Between(4, 14) : 0,
            Class = "899.2213",
            Subject = "Fiksi Indonesia",
        };
        return Imprints.At(first, at, editions, 'g', ref dice);
    }

    public static Edition NonFiction(int at, int editions, ref Dice dice)
    {
        var topic = dice.Pick(Topics);
        var title = dice.Pick(Frames).Replace("{t}", topic[0], StringComparison.Ordinal) + Widening(ref dice);
        return Imprints.At(Learned(title, topic, ref dice), at, editions, 'u', ref dice);
    }

    /// <summary>One of many different books that have this title.</summary>
    public static Edition CommonTitle(int at, int editions, ref Dice dice)
    {
        var title = dice.Pick(Common);
        return Imprints.At(Learned(title, [title, "000"], ref dice), at, editions, 'g', ref dice);
    }

    /// <summary>A book from before 1972, and its later editions in the spelling of today.</summary>
    public static Edition OldBook(int at, int editions, ref Dice dice)
    {
        var first = new Edition
        {
            Title = Title(ref dice),
            Subtitle = dice.Hits(25) ? dice.Pick(FictionSubtitles) : null,
            Authors = [People.Indonesian(Authors.Draw(ref dice), isLearned: false)],
            Publisher = Publishers.Draw('g', ref dice),
            Year = 1920 + dice.Next(50),
            Pages = Imprints.Pages(60, 420, ref dice),
            Class = "899.2213",
            Subject = "Fiksi Indonesia",
        };
        // The next edition is of another time, so that the histories of houses begin there.
        var later = first with { Year = 1974 + dice.Next(40), Publisher = Publishers.Draw('g', ref dice), Pages = first.Pages + dice.Between(10, 60), EditionNumber = 1 };
        return at == 0 ? first with { LastPrinting = first.Year + 2 } : Imprints.At(later, at - 1, editions - 1, 'g', ref dice);
    }

    private static Edition Learned(string title, string[] topic, ref Dice dice)
    {
        var authors = new List<Person>();
        for (var count = dice.Hits(65) ? 1 : dice.Between(2, 4); count > 0; count--)
        {
            authors.Add(People.Indonesian(Authors.Draw(ref dice), isLearned: true));
        }

        return new Edition
        {
            Title = title,
            Subtitle = dice.Hits(40) ? dice.Pick(Subtitles) : null,
            Authors = authors,
            Publisher = Publishers.Draw('u', ref dice),
            Year = Imprints.Year(1975, ref dice),
            Pages = Imprints.Pages(60, 560, ref dice),
            Preliminaries = dice.Hits(70) ? dice.Between(4, 24) : 0,
            Series = dice.Hits(6) ? "Seri " + topic[0] : null,
            Class = topic[1],
            Subject = topic[0],
        };
    }

    private static string Widening(ref Dice dice) => dice.Next(100) switch
    {
        < 35 => " dan " + dice.Pick(Topics)[0],
        < 45 => " di " + dice.Pick(Places),
        < 55 => " bagi " + dice.Pick(["Guru", "Mahasiswa", "Pemula", "Remaja", "Orang Tua", "Pelajar", "Masyarakat Desa", "Praktisi"]),
        _ => "",
    };

    private static string Title(ref Dice dice)
    {
        var (noun, other, adjective) = (dice.Pick(Nouns), dice.Pick(Nouns), dice.Pick(Adjectives));
        return dice.Next(12) switch
        {
            0 or 1 => $"{noun} {adjective}",
            2 => $"{noun} di {dice.Pick(Places)}",
            3 => $"{noun} dan {other}",
            4 => $"{noun} yang {adjective}",
            5 => $"Sang {noun}",
            6 => $"{noun} untuk {dice.Pick(Given)}",
            7 => $"{noun} {other} {adjective}",
            8 => $"{noun} di Balik {other}",
            9 => $"Di Bawah {noun} {adjective}",
            10 => $"{noun} Tanpa {other}",
            _ => $"{noun} {other}",
        };
    }
}
