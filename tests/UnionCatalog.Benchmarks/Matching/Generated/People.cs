using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>Persons by number: the same number is the same person in every work.</summary>
internal static class People
{
    private const ulong Seed = 0x0A17_0945;

    private static readonly string[] Given = WordLists.Of("given-names");
    private static readonly string[] Family = WordLists.Of("family-names");
    private static readonly string[] Western = WordLists.Of("western-names");
    private static readonly string[] WesternFamily = WordLists.Of("western-families");
    private static readonly string[] Arabic = WordLists.Of("arabic-names");
    private static readonly string[] Japanese = WordLists.Of("japanese-names");

    private static readonly string[] Before = ["Dr.", "Prof. Dr.", "Drs.", "Dra.", "Ir.", "H.", "Hj.", "K.H.", "Prof.", "Ust."];
    private static readonly string[] After = ["M.Pd.", "S.Pd.", "M.Si.", "M.A.", "Ph.D.", "S.E., M.M.", "S.H., M.H.", "M.Ag.", "S.T.", "M.Hum.", "S.Pd.I.", "Lc., M.A.", "S.Kom., M.Kom."];

    public static Person Indonesian(int number, bool isLearned)
    {
        var dice = Dice.For(Seed, number);
        var words = new List<string> { dice.Pick(Given) };
        var isSingle = dice.Hits(6);
        if (!isSingle)
        {
            if (dice.Hits(40))
            {
                words.Add(dice.Hits(30) ? $"{(char)('A' + dice.Next(26))}." : dice.Pick(Given));
            }

            words.Add(dice.Pick(Family));
        }

        var before = dice.Hits(isLearned ? 45 : 6) ? dice.Pick(Before) : null;
        var after = dice.Hits(isLearned ? 60 : 4) ? dice.Pick(After) : null;
        return new Person([.. words.Distinct()], isSingle ? NameKind.Single : NameKind.Indonesian, before, after);
    }

    public static Person Foreign(int number)
    {
        var dice = Dice.For(Seed + 1, number);
        List<string> words = [dice.Pick(Western)];
        if (dice.Hits(35))
        {
            words.Add($"{(char)('A' + dice.Next(26))}.");
        }

        return new Person([.. words, dice.Pick(WesternFamily)], NameKind.Western, null, dice.Hits(5) ? "Ph.D." : null);
    }

    public static Person Scholar(int number) => new(Arabic[number % Arabic.Length].Split(' '), NameKind.Arabic, null, null);

    /// <summary>The number of names of scholars.</summary>
    public static int Scholars => Arabic.Length;

    public static Person Mangaka(int number)
    {
        var dice = Dice.For(Seed + 2, number);
        var words = dice.Pick(Japanese).Split(' ');
        return new Person([words[0], number < Japanese.Length ? words[^1] : dice.Pick(Japanese).Split(' ')[^1]], NameKind.Japanese, null, null);
    }
}
