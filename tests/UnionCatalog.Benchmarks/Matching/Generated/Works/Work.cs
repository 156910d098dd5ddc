using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Works;

/// <summary>A work, or a family of works that belong together, drawn by its number: its kind and how many editions it has.</summary>
internal static class Work
{
    // Shares in a thousand of all works; those with many editions are few.
    private static readonly (WorkKind Kind, int Share)[] Shares =
    [
        (WorkKind.NonFiction, 320), (WorkKind.Fiction, 270), (WorkKind.Translated, 90), (WorkKind.Schoolbook, 90), (WorkKind.CommonTitle, 50),
        (WorkKind.ChildrensSeries, 40), (WorkKind.OldBook, 30), (WorkKind.Volumes, 30), (WorkKind.EnglishTextbook, 25), (WorkKind.Comic, 15),
        (WorkKind.Kitab, 20), (WorkKind.Serial, 12), (WorkKind.Thematic, 8),
    ];

    /// <summary>Begins a work: what is drawn after this from the dice is the same for all of its editions.</summary>
    public static (WorkKind Kind, int Editions) Begin(ref Dice dice)
    {
        var kind = DrawKind(ref dice);
        return (kind, kind switch
        {
            WorkKind.Fiction or WorkKind.NonFiction => Few(ref dice, 28),
            WorkKind.Schoolbook => Schoolbooks.CountEditions(ref dice),
            WorkKind.Thematic => 12,
            WorkKind.Comic => 3 + dice.Next(12) + dice.Next(30),
            WorkKind.Volumes => 2 + dice.Next(3) + dice.Next(4),
            WorkKind.ChildrensSeries => 3 + dice.Next(9),
            WorkKind.Kitab => 1 + Few(ref dice, 40),
            WorkKind.Translated => 1 + Few(ref dice, 30),
            WorkKind.EnglishTextbook => Few(ref dice, 50),
            WorkKind.OldBook => 1 + Few(ref dice, 35),
            _ => 1,
        });
    }

    /// <summary>Draws one edition of the work that was begun with these dice.</summary>
    public static Edition Draw(WorkKind kind, int editions, int at, ref Dice dice) => kind switch
    {
        WorkKind.Fiction => FreeBooks.Fiction(at, editions, ref dice),
        WorkKind.NonFiction => FreeBooks.NonFiction(at, editions, ref dice),
        WorkKind.CommonTitle => FreeBooks.CommonTitle(at, editions, ref dice),
        WorkKind.OldBook => FreeBooks.OldBook(at, editions, ref dice),
        WorkKind.Schoolbook => Schoolbooks.Draw(at, editions, ref dice),
        WorkKind.Thematic => Schoolbooks.Thematic(at, ref dice),
        WorkKind.Comic => Volumes.Comic(at, ref dice),
        WorkKind.Volumes => Volumes.Set(at, ref dice),
        WorkKind.ChildrensSeries => Volumes.OfChildren(at, ref dice),
        WorkKind.Serial => Volumes.Serial(ref dice),
        WorkKind.Kitab => Translations.Kitab(at, editions, ref dice),
        WorkKind.Translated => Translations.Fiction(at, editions, ref dice),
        WorkKind.EnglishTextbook => Translations.Textbook(at, editions, ref dice),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of work."),
    };

    private static WorkKind DrawKind(ref Dice dice)
    {
        var place = dice.Next(1_000);
        foreach (var (kind, share) in Shares)
        {
            if ((place -= share) < 0)
            {
                return kind;
            }
        }

        return Shares[0].Kind;
    }

    private static int Few(ref Dice dice, int percentForMore)
    {
        var count = 1;
        while (count < 6 && dice.Hits(percentForMore))
        {
            count++;
        }

        return count;
    }
}
