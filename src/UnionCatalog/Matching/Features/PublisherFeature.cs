namespace UnionCatalog.Matching.Features;

/// <summary>A publisher's name without its legal form, brought to one of its names where it has several.</summary>
/// <param name="Name">The folded words that are left, with a space between.</param>
internal sealed record PublisherFeature(string Name)
{
    private const int ShortestToFindInside = 6;

    private static readonly (string Other, string Name)[] Aliases = [.. Table.Rows("publishers.tsv")
        .Select(row => (Spaced(row[0]), Spaced(row[1])))
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
        return new PublisherFeature(Array.Find(Aliases, alias => Has(name, alias.Other)).Name ?? name);
    }

    /// <summary>
    /// Whether two names can be of one publisher: equal, or one has all the words of the other ("Bentang", "Bentang
    /// Pustaka") and they are not all words that many share.
    /// </summary>
    public bool Agrees(PublisherFeature other)
    {
        if (Joined(Name) == Joined(other.Name))
        {
            return true;
        }

        var (shorter, longer) = Name.Length <= other.Name.Length ? (Name, other.Name) : (other.Name, Name);
        var words = shorter.Split(' ');
        return !Array.TrueForAll(words, word => Lexicon.IsImprintWord(word, "generic")) && words.All(longer.Split(' ').Contains);
    }

    // Old spelling as in names: "Pustaka Rakjat" is "Pustaka Rakyat".
    private static string Joined(string name) => OldSpelling.UniteJAndY(name).Replace(" ", "", StringComparison.Ordinal);

    private static string Spaced(string printed) =>
        string.Join(' ', Folding.Words(printed).Where(word => !Lexicon.IsImprintWord(word, "noise")));

    private static bool Has(string name, string alias) => name == alias
        || (alias.Length >= ShortestToFindInside && $" {name} ".Contains($" {alias} ", StringComparison.Ordinal));
}
