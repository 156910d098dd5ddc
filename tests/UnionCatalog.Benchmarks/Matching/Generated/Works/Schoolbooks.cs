using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>
/// Textbooks by class, semester, companion and revision. One author's "Matematika" for all classes of a school is one family of
/// works.
/// </summary>
internal static class Schoolbooks
{
    private const int Writers = 4_000;

    private static readonly string[][] Subjects = WordLists.Rows("school-subjects");
    private static readonly string[] Heads = WordLists.Of("book-series-heads");
    private static readonly string[] Themes = WordLists.Of("themes");
    private static readonly string[] Curricula = ["Kurikulum 1994", "Kurikulum 2004", "KTSP", "KTSP 2006", "Kurikulum 2013", "Kurikulum 2013", "Kurikulum Merdeka"];
    private static readonly int[] Years = [1995, 2004, 2006, 2007, 2013, 2014, 2021];

    public static int CountEditions(ref Dice dice) => 3 * dice.Pick([1, 1, 1, 2, 2, 4]);

    public static Edition Draw(int at, int editions, ref Dice dice)
    {
        var subject = dice.Pick(Subjects);
        var level = dice.Pick(subject[2].Split(' '));
        // The ministry had many authors' books for one class about 2008, and has one of its own since 2013.
        var (curriculum, isOfficial) = (dice.Next(Curricula.Length), dice.Hits(12));
        curriculum = isOfficial ? (dice.Hits(92) ? 3 : 4) : curriculum;
        var publisher = Publishers.Draw(isOfficial ? 'm' : 's', ref dice);
        var title = dice.Hits(45) && !isOfficial ? $"{dice.Pick(Heads)} {subject[0]}" : subject[0];
        var authors = new List<Person>();
        for (var count = dice.Between(1, 3); count > 0; count--)
        {
            authors.Add(People.Indonesian(dice.Next(Writers), isLearned: true));
        }

        // Three classes; six books are two a class (semesters or companions), twelve are those in a revision as well.
        var ways = dice.Hits(50);
        var hasNumber = dice.Hits(20);
        var isFirstHalf = editions == 3 || at % 2 == 0;
        var classAt = editions == 3 ? at : at / 2 % 3;
        var isRevision = editions == 12 && at >= 6;
        var firstClass = level switch { "sd" => dice.Hits(50) ? 1 : 4, "smp" => 7, _ => 10 };
        var pages = Imprints.Pages(90, 330, ref dice);
        var year = Math.Min(Years[curriculum] + dice.Next(3), 2024);
        var own = Dice.For(dice.Next(), at);
        return new Edition
        {
            Title = title,
            School = new SchoolPart(
                level, firstClass + classAt, editions > 3 && ways ? (isFirstHalf ? 1 : 2) : null, editions > 3 && !ways && !isFirstHalf,
                editions > 3 && !ways, Curricula[curriculum], hasNumber ? classAt + 1 : null, null),
            Authors = authors,
            Body = isOfficial && curriculum >= 4 ? "Kementerian Pendidikan dan Kebudayaan" : null,
            Publisher = publisher,
            Year = year + (isRevision ? 3 : 0),
            LastPrinting = year + (isRevision ? 7 : 2),
            EditionNumber = isRevision ? 2 : 1,
            IsRevised = isRevision,
            Pages = pages + own.Between(0, 90),
            Preliminaries = own.Hits(80) ? own.Between(4, 12) : 0,
            Class = subject[1],
            Subject = subject[0],
        };
    }

    /// <summary>The thematic books of the curriculum of 2013: two themes, each for teachers and for pupils, in their revisions.</summary>
    public static Edition Thematic(int at, ref Dice dice)
    {
        var (grade, firstTheme) = (dice.Between(1, 6), dice.Between(1, 7));
        var themeAt = at % 2;
        var revision = at / 4;
        var title = Themes[(((grade - 1) * 8) + firstTheme + themeAt) % Themes.Length];
        var publisher = Publishers.Draw('s', ref dice);
        var (author, other) = (People.Indonesian(dice.Next(Writers), isLearned: true), People.Indonesian(dice.Next(Writers), isLearned: true));
        var own = Dice.For(dice.Next(), at);
        return new Edition
        {
            Title = title,
            School = new SchoolPart("sd", grade, null, at / 2 % 2 == 1, true, "Kurikulum 2013", null, firstTheme + themeAt),
            Authors = [author, other],
            Publisher = publisher,
            Year = 2013 + (revision * 2),
            LastPrinting = 2014 + (revision * 2),
            EditionNumber = revision + 1,
            IsRevised = revision > 0,
            Pages = own.Between(90, 240),
            Preliminaries = own.Between(4, 10),
            Class = "372",
            Subject = "Pendidikan dasar",
        };
    }
}
