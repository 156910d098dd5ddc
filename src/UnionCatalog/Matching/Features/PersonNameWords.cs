using System.Text.RegularExpressions;

namespace UnionCatalog.Matching.Features;

/// <summary>Reads the words of a person's name as catalogues print it, inverted or not, with or without titles.</summary>
internal static partial class PersonNameWords
{
    /// <summary>"Prof. Dr. H. Suwardi Endraswara, M.Hum" is "suwardi endraswara"; "Toer, P. A." is "p a toer".</summary>
    public static List<string> Read(string name)
    {
        var segments = Parenthesis().Replace(name, " ").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return [];
        }

        var family = Tokens(segments[0]);
        var given = segments.Skip(1).Select(Tokens).FirstOrDefault(tokens => !AreDegrees(tokens, family.Count > 1)) ?? [];
        return Complete([.. given, .. family]);
    }

    /// <summary>The words of a whole statement of responsibility, folded as those of names are.</summary>
    public static IReadOnlySet<string> ReadStatement(string statement) => Complete(Tokens(statement)).ToHashSet(StringComparer.Ordinal);

    // "P.A." is two initials, unless together they are a title: "K.H.", "M.Pd.".
    private static List<string> Tokens(string text) => [.. text
        .Split([' ', ' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => IsTitle(word) ? [Joined(word)] : Folding.Words(word))];

    private static bool IsTitle(string word) => word.Contains('.', StringComparison.Ordinal)
        && (Lexicon.IsNameWord(Joined(word), "honorific") || Lexicon.IsNameWord(Joined(word), "degree")) && !Initials().IsMatch(word);

    private static string Joined(string word) => string.Concat(Folding.Words(word));

    // "S.T." after a whole name is a degree, but after a family name alone it may stand for Sutan Takdir.
    private static bool AreDegrees(List<string> tokens, bool afterWholeName) => tokens.TrueForAll(token =>
        Lexicon.IsNameWord(token, "honorific") || (token.Length > 1 && Lexicon.IsNameWord(token, "degree")))
        || (afterWholeName && Lexicon.IsNameWord(string.Concat(tokens), "degree"));

    private static List<string> Complete(List<string> words)
    {
        var bare = words.Where(word => !Lexicon.IsNameWord(word, "honorific") && !(word.Length > 2 && Lexicon.IsNameWord(word, "degree"))).ToList();
        bare = bare.Exists(word => word.Length > 1) ? bare : words;
        var withoutParticles = bare.Where(word => !Lexicon.IsNameWord(word, "particle")).ToList();
        return (withoutParticles.Exists(word => word.Length > 1) ? withoutParticles : bare).ConvertAll(Fold);
    }

    /// <summary>
    /// A folded word as names are compared by: beyond old spelling, kh and h, and doubled letters, are one; so are the many
    /// ways to write Muhammad.
    /// </summary>
    public static string Fold(string word)
    {
        var folded = Doubled().Replace(
            OldSpelling.UniteJAndY(word).Replace("kh", "h", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal)
                .Replace("dh", "d", StringComparison.Ordinal).Replace("sh", "s", StringComparison.Ordinal).Replace("sy", "s", StringComparison.Ordinal)
                .Replace("dz", "z", StringComparison.Ordinal),
            "$1");
        return folded is "moh" or "muh" or "mhd" or "mohd" or "muhd" or "mohamad" or "mohamed" or "muhamed" ? "muhamad" : folded;
    }

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^\p{Lu}\.\p{Lu}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"(\p{L})\1+", RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();
}
