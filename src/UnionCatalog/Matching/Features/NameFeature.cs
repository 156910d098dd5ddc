using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>A name whose words can stand in any order, without degrees and honorifics.</summary>
/// <param name="Words">The words in natural order, folded; one letter stands for an initial.</param>
/// <param name="IsPerson">Whether it is a person's.</param>
internal sealed record NameFeature(IReadOnlyList<string> Words, bool IsPerson)
{
    /// <summary>No more names of a record are compared.</summary>
    public const int Most = 12;

    // A name that is longer is none.
    private const int MostWords = 16;

    /// <summary>The words joined: "Tere Liye" and "Tereliye" are one.</summary>
    public string Joined { get; } = string.Concat(Words);

    /// <summary>Whether it is written in Latin letters.</summary>
    public bool IsRoman { get; } = Folding.IsRoman(Words[0]);

    /// <summary>Reads a name; null when nothing is left of it.</summary>
    public static NameFeature? Read(Contributor contributor)
    {
        var isPerson = contributor.Kind == ContributorKind.Person;
        var words = isPerson ? PersonNameWords.Read(contributor.Name) : BodyWords(contributor.Name);
        return words.Count == 0 ? null : new NameFeature(words.Count <= MostWords ? words : words.GetRange(0, MostWords), isPerson);
    }

    /// <summary>
    /// Whether two names can be of one person or body: every word of the shorter is found in the longer, in full or as an
    /// initial, and one at least in full. One word alone is one name with nothing beside it but initials.
    /// </summary>
    public bool Agrees(NameFeature other)
    {
        if (Joined == other.Joined)
        {
            return true;
        }

        if (!IsPerson || !other.IsPerson)
        {
            return false;
        }

        var (shorter, longer) = Words.Count <= other.Words.Count ? (Words, other.Words) : (other.Words, Words);
        if (!HaveAWordInCommon(shorter, longer))
        {
            return false;
        }

        var left = longer.ToList();
        var inFull = shorter.Count(word => word.Length > 1 && left.Remove(word));
        var initials = shorter.Where(word => word.Length == 1 || !longer.Contains(word)).ToList();
        return inFull > 0
            && initials.TrueForAll(word => TakeInitial(left, word))
            && (shorter.Count > 1 || left.TrueForAll(word => word.Length == 1));
    }

    /// <summary>Whether all the words of this name, in full or as initials, stand in a statement of responsibility.</summary>
    public bool StandsIn(IReadOnlySet<string> statement) =>
        Words.Any(word => word.Length > 1)
        && Words.All(word => word.Length == 1 ? statement.Any(other => other[0] == word[0]) : statement.Contains(word));

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Words);

    // A body has the other names that it has as a publisher: "Depdiknas", "Departemen Pendidikan Nasional".
    private static List<string> BodyWords(string name) =>
        PublisherFeature.Read(name) is { } body ? [.. body.Name.Split(' ').Select(Folding.Words).SelectMany(words => words).Select(PersonNameWords.Fold)] : [];

    private static bool HaveAWordInCommon(IReadOnlyList<string> shorter, IReadOnlyList<string> longer)
    {
        for (var i = 0; i < shorter.Count; i++)
        {
            for (var j = 0; j < longer.Count; j++)
            {
                if (shorter[i].Length > 1 && shorter[i] == longer[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool TakeInitial(List<string> words, string word)
    {
        var at = words.FindIndex(other => other[0] == word[0] && (other.Length == 1 || word.Length == 1));
        if (at >= 0)
        {
            words.RemoveAt(at);
        }

        return at >= 0;
    }
}
