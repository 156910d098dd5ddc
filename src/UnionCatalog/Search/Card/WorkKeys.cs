using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Search.Card;

/// <summary>
/// What an edition has in common with the other editions of its work: title and part with a word of an author's name, for the
/// title that it has and for those of the original. Wider than the relation, which <see cref="Work"/> checks.
/// </summary>
internal static class WorkKeys
{
    private const int MostNames = 4;
    private const int MostWords = 4;
    private const int ShortestWord = 3;

    // What follows the class, the volume and the like in a key; levels only tell apart where there is no class.
    private static readonly PartKind[] Telling = [PartKind.Volume, PartKind.Class, PartKind.Semester, PartKind.Theme, PartKind.Subtheme, PartKind.Companion];

    /// <summary>Collective titles: every selection of an author's is filed under them (AACR2, rule 25.8 to 25.10).</summary>
    private static readonly HashSet<string> Collective = new(StringComparer.Ordinal)
    {
        "works", "selections", "poems", "poetry", "novels", "short stories", "stories", "plays", "essays", "correspondence", "letters", "speeches",
        "prose works", "laws etc", "karya", "karya lengkap", "cerpen", "cerita pendek", "puisi", "sajak", "novel", "drama", "esai", "surat", "pidato", "undangundang",
    };

    /// <summary>The keys that hold with an author's name only.</summary>
    /// <param name="description">The edition.</param>
    /// <param name="features">Its features.</param>
    public static HashSet<string> WithAuthor(BibRecord description, MatchFeatures features)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var words = AuthorWords(features).ToList();
        if (words.Count == 0)
        {
            return keys;
        }

        foreach (var title in Titles(description, features))
        {
            keys.UnionWith(words.Select(word => Hash($"{title}|{word}")));
        }

        return keys;
    }

    /// <summary>The keys that name the work by themselves: uniform titles that are main entries.</summary>
    public static HashSet<string> Alone(BibRecord description, MatchFeatures features) =>
    [
        .. description.WorkTitles.Where(title => title.Kind == WorkTitleKind.MainEntry)
            .SelectMany(title => Read(title, features)).Select(title => Hash($"{title}|main entry")),
    ];

    private static IEnumerable<string> Titles(BibRecord description, MatchFeatures features)
    {
        var partName = features.Title.IsNamedPart && description.Title.PartName is { } name ? "|" + CardFolding.Key(name) : "";
        var own = features.Title.Proper.Length == 0 || (features.Title.IsCommon && features.Parts.Count == 0 && !features.Names.Any(name => name.IsPerson))
            ? []
            : Parts(features.Parts).Select(parts => features.Title.United.Proper + partName + parts);
        return own.Concat(description.WorkTitles.SelectMany(title => Read(title, features))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The title of the original, with its own parts or else those of this edition.</summary>
    private static IEnumerable<string> Read(WorkTitle title, MatchFeatures edition)
    {
        var features = MatchFeatures.From(new BibRecord { Title = new Title(title.Text) });
        if (features.Title.Proper.Length == 0 || features.Title.IsCommon || Collective.Contains(CardFolding.Key(title.Text)))
        {
            return [];
        }

        var parts = new Dictionary<PartKind, SortedSet<string>>(edition.Parts);
        foreach (var (kind, numbers) in features.Parts)
        {
            parts[kind] = numbers;
        }

        return Parts(parts).Select(told => features.Title.United.Proper + told);
    }

    /// <summary>The numbers of the part; several times where it is for several kinds of school and nothing else tells.</summary>
    private static IEnumerable<string> Parts(IReadOnlyDictionary<PartKind, SortedSet<string>> parts)
    {
        var told = string.Concat(Telling.Where(parts.ContainsKey).Select(kind => string.Create(CultureInfo.InvariantCulture, $"|{kind} {string.Join(' ', parts[kind])}")));
        return !parts.TryGetValue(PartKind.Level, out var levels) ? [told]
            : !parts.ContainsKey(PartKind.Class) ? levels.Select(level => $"{told}|{level}")
            : [levels.Count == 1 && levels.Contains("smk") ? told + "|smk" : told];
    }

    private static IEnumerable<string> AuthorWords(MatchFeatures features)
    {
        var names = features.Names.Where(name => !Work.IsNobody(name.Words)).Take(MostNames).ToList();
        var words = names.Count == 0
            ? features.Responsibility.Where(word => word.Length >= ShortestWord && !Work.IsNobody([word])).Order(StringComparer.Ordinal).Take(MostNames * MostWords)
            : names.SelectMany(name => name.IsPerson ? name.Words.Where(word => word.Length >= ShortestWord).Take(MostWords).DefaultIfEmpty(name.Joined) : [name.Joined]);
        return words.Distinct(StringComparer.Ordinal);
    }

    private static string Hash(string key) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))).ToString("x16", CultureInfo.InvariantCulture);
}
