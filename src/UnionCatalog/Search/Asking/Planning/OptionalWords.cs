namespace UnionCatalog.Search.Asking.Planning;

/// <summary>Words that need not be found; see optional-words.txt.</summary>
internal static class OptionalWords
{
    private static readonly HashSet<string> Words = Load();

    /// <summary>The assimilated article of Arabic before a hyphen: "ad-Din", "asy-Syafi'i".</summary>
    private static readonly string[] Articles = ["al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "asy", "ath", "adz", "adh", "ul", "us", "ud", "ur"];

    /// <summary>Whether a word by itself need not be found.</summary>
    public static bool Has(string spelt) => Words.Contains(spelt);

    /// <summary>Whether a word that a hyphen joins to the next need not be found.</summary>
    public static bool HasJoined(string word) => Articles.Contains(word);

    private static HashSet<string> Load()
    {
        using var stream = typeof(OptionalWords).Assembly.GetManifestResourceStream(typeof(OptionalWords).Namespace + ".optional-words.txt")
            ?? throw new InvalidOperationException("The assembly was built without its table optional-words.txt.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
