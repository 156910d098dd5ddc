using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching;

/// <summary>
/// The keys under which a record is looked for: two records that could be the same share one at least. They are wider
/// than any rule of the comparison, and their number is bounded.
/// </summary>
internal static class BlockingKeys
{
    private const int TitleLetters = 8;
    private const int LongTitleLetters = 24;
    private const int LongNameLetters = 60;
    private const int MostNames = 3;
    private const int MostWords = 8;

    /// <summary>The keys of a record; none when it has neither identifier nor title.</summary>
    public static IReadOnlyCollection<string> Of(MatchFeatures features)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        keys.UnionWith(features.Isbns.Select(isbn => "isbn:" + isbn));
        keys.UnionWith(features.Issns.Select(issn => "issn:" + issn));
        if (features.Title.Proper.Length > 0)
        {
            AddTitleKeys(features, keys);
        }

        return keys;
    }

    private static void AddTitleKeys(MatchFeatures features, HashSet<string> keys)
    {
        var title = OldSpelling.UniteJAndY(features.Title.Proper);
        keys.UnionWith(PersonWords(features).Select(word => $"author:{Start(title, TitleLetters)}/{word}"));
        keys.UnionWith(features.Names.Take(MostNames).Where(name => !name.IsPerson).Select(body => $"body:{Start(title, LongTitleLetters)}/{Start(body.Joined, LongNameLetters)}"));
        if (features.Year is { } year)
        {
            keys.Add($"year:{Start(title, LongTitleLetters)}/{year}");
        }

        if (features.Format == ResourceFormat.Serial)
        {
            keys.Add($"serial:{Start(title, LongTitleLetters)}");
        }

        if (features.Title.Script is { } script)
        {
            keys.Add($"script:{Start(script, LongTitleLetters)}");
        }
    }

    // Each word of a name by itself, since no one knows which of them another library takes for the family name.
    private static IEnumerable<string> PersonWords(MatchFeatures features)
    {
        var words = features.Names.Take(MostNames).Where(name => name.IsPerson).SelectMany(name => name.Words).ToList();
        return (features.Names.Count > 0 ? words : [.. features.Responsibility.Order(StringComparer.Ordinal)])
            .Where(word => word.Length > 2)
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords);
    }

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];
}
