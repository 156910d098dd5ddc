using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>A publisher.</summary>
/// <param name="Form">Its legal form, such as "PT"; null for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names that libraries write for it.</param>
/// <param name="Place">Its town.</param>
internal sealed record Publisher(string? Form, string Name, string[] Aliases, string Place);

/// <summary>Publishers by what they publish: those of the list, which most books are from, and behind them any number of small ones.</summary>
internal static class Publishers
{
    private const ulong Seed = 0x9B11_5E12;
    private const int Small = 1_500;

    private static readonly string[][] Known = WordLists.Rows("publishers");
    private static readonly string[] Nouns = WordLists.Of("nouns");
    private static readonly string[] Places = WordLists.Of("places");
    private static readonly string[] Frames = ["Pustaka {0}", "{0} Press", "Media {0}", "{0} Media Utama", "Penerbit {0}", "{0} Pustaka", "Karya {0}", "Bina {0}", "Cahaya {0}", "Rumah {0}"];

    private static readonly Dictionary<char, Publisher[]> ByKind = "gsrucfm".ToDictionary(
        kind => kind,
        kind => Known.Where(row => row[0].Contains(kind, StringComparison.Ordinal)).Select(Read).ToArray());

    /// <summary>Draws one that publishes such books.</summary>
    /// <param name="kind">The letter of the list.</param>
    /// <param name="dice">The chance.</param>
    public static Publisher Draw(char kind, ref Dice dice)
    {
        var known = ByKind[kind];
        return kind is 'g' or 's' or 'r' or 'u' && dice.Hits(35)
            ? DrawSmall(dice.Next(Small))
            : known[Math.Min(dice.Next(known.Length), dice.Next(known.Length))];
    }

    private static Publisher DrawSmall(int number)
    {
        var dice = Dice.For(Seed, number);
        var name = dice.Pick(Frames).Replace("{0}", dice.Pick(Nouns), StringComparison.Ordinal);
        return new Publisher(dice.Hits(50) ? dice.Hits(75) ? "CV" : "PT" : null, name, [], Places[dice.Next(40)]);
    }

    private static Publisher Read(string[] row) =>
        new(row[1].Length > 0 ? row[1] : null, row[2], row[3].Split('|', StringSplitOptions.RemoveEmptyEntries), row[4]);
}
