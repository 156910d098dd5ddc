using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Features;

/// <summary>A publisher's name without its legal form, brought to one of its names where it has several.</summary>
/// <param name="Name">The folded words that are left, with a space between.</param>
internal sealed record PublisherFeature(string Name)
{
    private const int ShortestToFindInside = 6;
    private const int ShortestTelling = 4;
    private const int ShortestInitials = 3;
    private const int MostWords = 12;

    /// <summary>No more publishers of a record are compared.</summary>
    public const int Most = 8;

    private static readonly (string Other, string Name)[] Aliases = [.. Table.Rows("publishers.tsv")
        .Select(row => (Fenced(Spaced(row[0])), Spaced(row[1])))
        .OrderByDescending(alias => alias.Item1.Length)];

    /// <summary>Reads a publisher as printed; null when it says that none is known.</summary>
    public static PublisherFeature? Read(string? printed)
    {
        var all = string.Join(' ', Folding.Words(printed ?? ""));
        if (all.Length == 0 || Lexicon.IsImprintWord(all, "unknown"))
        {
            return null;
        }

        var name = Spaced(printed!);
        name = name.Length == 0 ? all : name;
        var fenced = Fenced(name);
        return new PublisherFeature(Array.Find(Aliases, alias => Has(fenced, alias.Other)).Name ?? name);
    }

    /// <summary>
    /// Compares two names: equal; compatible when one has all the words of the other ("Bentang", "Bentang Pustaka") and they
    /// are not all words that many share; near when a telling word is shared or but for a slip.
    /// </summary>
    public Level Compare(PublisherFeature other)
    {
        if (Joined == other.Joined)
        {
            return Level.Equal;
        }

        if (Folding.IsRoman(Name) != Folding.IsRoman(other.Name))
        {
            // One library romanises, another does not.
            return Level.Unknown;
        }

        // Of two that are equally long, always the same one is asked for in the other.
        var isShorter = Words.Length != other.Words.Length ? Words.Length < other.Words.Length : string.CompareOrdinal(Name, other.Name) < 0;
        var (shorter, longer) = isShorter ? (Words, other.Words) : (other.Words, Words);
        return Array.TrueForAll(shorter, word => longer.Contains(word)) && Array.Exists(shorter, IsTelling) ? Level.Equal
            : shorter.Length > 1 && Array.TrueForAll(shorter, word => longer.Contains(word)) ? Level.Compatible
            : shorter is [var initials] && AreInitials(initials, longer) ? Level.Equal
            : Array.Exists(shorter, word => word.Length >= ShortestTelling && IsTelling(word) && Array.Exists(longer, one => WordComparison.Compare(word, one) != Level.Differs || IsShortFor(word, one)))
                || WordComparison.Compare(Joined, other.Joined) != Level.Differs ? Level.Near
            : Level.Differs;
    }

    // "AUP" is "Airlangga University Press", "UPN" the "Universitas Pembangunan Nasional Veteran Jawa Timur".
    private static bool AreInitials(string initials, string[] words) =>
        initials.Length >= ShortestInitials && initials.Length <= words.Length && initials.Select((letter, i) => words[i][0] == letter).All(same => same);

    // "Rosda" is short for "Rosdakarya".
    private static bool IsShortFor(string word, string other) => word.Length > ShortestTelling && other.StartsWith(word, StringComparison.Ordinal);

    private string[] Words { get; } = Name.Split(' ', MostWords);

    // Old spelling as in names: "Pustaka Rakjat" is "Pustaka Rakyat".
    private string Joined { get; } = OldSpelling.UniteJAndY(Name).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsTelling(string word) => !Lexicon.IsImprintWord(word, "generic");

    private static string Spaced(string printed) =>
        string.Join(' ', Folding.Words(printed).Where(word => !Lexicon.IsImprintWord(word, "noise") && !char.IsAsciiDigit(word[0])));

    // So that only whole words are found inside.
    private static string Fenced(string words) => $" {words} ";

    private static bool Has(string name, string alias) => name == alias
        || (alias.Length - 2 >= ShortestToFindInside && name.Contains(alias, StringComparison.Ordinal));
}
