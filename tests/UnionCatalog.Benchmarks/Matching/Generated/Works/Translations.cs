using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>Originals and their translations, which are editions of one work and never one edition.</summary>
internal static class Translations
{
    private const int Writers = 12_000;

    private static readonly string[][] Kitabs = WordLists.Rows("kitab");
    private static readonly string[][] Frames = WordLists.Rows("english");
    private static readonly string[][] Words = WordLists.Rows("english-words");
    private static readonly string[] TextbookFrames = WordLists.Of("english-frames");
    private static readonly string[][] Topics = WordLists.Rows("english-topics");
    private static readonly string[][] Nouns = [.. Words.Where(row => row[0] == "n")];
    private static readonly string[][] Adjectives = [.. Words.Where(row => row[0] == "a")];

    /// <summary>An Arabic work: first the original, then translations by different hands.</summary>
    public static Edition Kitab(int at, int editions, ref Dice dice)
    {
        var which = dice.Next(Kitabs.Length);
        var book = Kitabs[which];
        var about = dice.Next(100) switch { < 30 => "", < 50 => "Syarah ", < 65 => "Ringkasan ", < 80 => "Kajian ", _ => "Mukhtashar " };
        var author = about.Length == 0 ? People.Scholar(which % People.Scholars) : People.Scholar(dice.Next(People.Scholars));
        var translator = People.Indonesian(dice.Next(Writers), isLearned: false);
        var (keepsTitle, pages) = (dice.Hits(40), Imprints.Pages(100, 700, ref dice));
        var original = new Edition
        {
            Title = about + book[0],
            Authors = [author],
            Publisher = Publishers.Draw('r', ref dice),
            Year = Imprints.Year(1975, ref dice) - 3,
            Pages = pages,
            Language = "ara",
            Class = book[2],
            Subject = "Islam",
        };
        var translation = original with
        {
            Title = about + (keepsTitle ? book[0] : book[1]),
            Subtitle = keepsTitle && dice.Hits(40) ? book[1] : null,
            Translator = translator,
            Publisher = Publishers.Draw('r', ref dice),
            Year = original.Year + dice.Between(1, 3),
            Pages = pages + dice.Between(20, 120),
            Language = "ind",
            OriginalTitle = original.Title,
        };
        return at == 0 ? original with { LastPrinting = original.Year + 2 } : Imprints.At(translation, at - 1, editions - 1, 'r', ref dice);
    }

    public static Edition Fiction(int at, int editions, ref Dice dice)
    {
        var frame = dice.Pick(Frames);
        var (noun, other, adjective) = (dice.Pick(Nouns), dice.Pick(Nouns), dice.Pick(Adjectives));
        var english = Fill(frame[0], noun[1], other[1], adjective[1]);
        var indonesian = Fill(frame[1], noun[2], other[2], adjective[2]);
        var author = People.Foreign(dice.Next(Writers));
        var translator = People.Indonesian(dice.Next(Writers), isLearned: false);
        var (pages, year) = (Imprints.Pages(120, 620, ref dice), Imprints.Year(1978, ref dice));
        var original = new Edition
        {
            Title = english,
            Authors = [author],
            Publisher = Publishers.Draw('f', ref dice),
            Year = year,
            LastPrinting = Math.Min(2025, year + 6),
            Pages = pages,
            Language = "eng",
            Class = "823",
            Subject = "Fiksi Inggris",
        };
        var translation = original with
        {
            Title = indonesian,
            Translator = translator,
            Publisher = Publishers.Draw('g', ref dice),
            Year = Math.Min(2024, year + dice.Between(1, 8)),
            Pages = pages + dice.Between(10, 80),
            Language = "ind",
            OriginalTitle = english,
        };
        return at == 0 ? original : Imprints.At(translation, at - 1, editions - 1, 'g', ref dice);
    }

    public static Edition Textbook(int at, int editions, ref Dice dice)
    {
        var topic = dice.Pick(Topics);
        var authors = new List<Person>();
        for (var count = dice.Between(1, 3); count > 0; count--)
        {
            authors.Add(People.Foreign(dice.Next(Writers)));
        }

        var first = new Edition
        {
            Title = dice.Pick(TextbookFrames).Replace("{t}", topic[0], StringComparison.Ordinal),
            Authors = authors,
            Publisher = Publishers.Draw('f', ref dice),
            Year = Imprints.Year(1970, ref dice),
            Pages = Imprints.Pages(250, 1_100, ref dice),
            Preliminaries = dice.Between(8, 30),
            Language = "eng",
            Class = topic[1],
            Subject = topic[0],
        };
        return Imprints.At(first, at, editions, 'f', ref dice);
    }

    // The second noun stands where the frame names one twice.
    private static string Fill(string frame, string noun, string other, string adjective)
    {
        var last = frame.LastIndexOf("{n}", StringComparison.Ordinal);
        return (frame[..last] + other + frame[(last + 3)..])
            .Replace("{n}", noun, StringComparison.Ordinal)
            .Replace("{a}", adjective, StringComparison.Ordinal);
    }
}
