namespace UnionCatalog.Records.Text;

/// <summary>The kind of thing from the words that records use for it; see formats.tsv.</summary>
internal static class FormatWords
{
    private static readonly Dictionary<string, (ResourceFormat Format, bool IsWeak)> Words = EmbeddedText.Lines("formats.tsv")
        .Select(line => line.Split('\t'))
        .ToDictionary(row => row[0], row => (Enum.Parse<ResourceFormat>(row[1]), row.Length > 2), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What the words mean, the first exact one before a weak one such as "text"; with weak ones only, a valid ISSN and no
    /// ISBN make a serial. Unknown where nothing tells.
    /// </summary>
    public static ResourceFormat Find(IEnumerable<string> words, IReadOnlyList<StandardIdentifier> identifiers)
    {
        var known = words.SelectMany(Readings).ToList();
        if (known.Find(k => !k.IsWeak) is { Format: not ResourceFormat.Unknown } exact)
        {
            return exact.Format;
        }

        var isSerial = identifiers.Any(i => i is { Kind: IdentifierKind.Issn, IsValid: true })
            && identifiers.All(i => i.Kind != IdentifierKind.Isbn);
        return isSerial ? ResourceFormat.Serial : known.FirstOrDefault().Format;
    }

    /// <summary>Whether the word is one of those known.</summary>
    public static bool IsKnown(string word) => Readings(word).Any();

    private static IEnumerable<(ResourceFormat Format, bool IsWeak)> Readings(string words) =>
        from word in new[] { words }.Concat(words.Split(';'))
        where Words.ContainsKey(word.Trim(' ', '[', ']', '.', ';'))
        select Words[word.Trim(' ', '[', ']', '.', ';')];
}
