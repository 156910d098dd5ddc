namespace UnionCatalog.Search.Card;

/// <summary>A publisher's name without the legal form that some libraries write and others do not.</summary>
internal static class PublisherName
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "pt", "cv", "ud", "fa", "nv", "pn", "penerbit", "percetakan" };
    private static readonly HashSet<string> After = new(StringComparer.Ordinal) { "tbk", "pt", "cv", "inc", "ltd", "llc", "bv" };

    /// <summary>"PT. Gramedia Pustaka Utama, Tbk." and "Gramedia Pustaka Utama" have the same.</summary>
    public static string Key(string name) => Bare(CardFolding.Key(name));

    /// <summary>The best spelling of those without a legal form, unless the only ones so are written worse.</summary>
    public static Candidate<string>.Spelt Plainest(Candidate<string> name)
    {
        var best = name.Best;
        foreach (var other in name.Spellings)
        {
            var isPlainer = HasForm(best.Text) && !HasForm(other.Text);
            var isAsSound = other.Spelling.CompareSoundness(best.Spelling) <= 0 && other.Spelling.CompareCapitals(best.Spelling) <= 0;
            best = isPlainer && isAsSound ? other : best;
        }

        return best;
    }

    private static bool HasForm(string name) => CardFolding.Key(name) is var key && Bare(key).Length < key.Length;

    private static string Bare(string key)
    {
        var words = key.AsSpan();
        for (var space = words.IndexOf(' '); space > 0 && IsIn(Before, words[..space]); space = words.IndexOf(' '))
        {
            words = words[(space + 1)..];
        }

        for (var space = words.LastIndexOf(' '); space > 0 && IsIn(After, words[(space + 1)..]); space = words.LastIndexOf(' '))
        {
            words = words[..space];
        }

        return words.Length == key.Length ? key : words.ToString();
    }

    private static bool IsIn(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
