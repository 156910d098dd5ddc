using System.Globalization;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Candidates;

/// <summary>
/// The blocks that a record is in: two records that could be the same share one at least. They are wider than any rule of
/// the comparison, and their number is bounded. A crowded block is split by a further attribute.
/// </summary>
internal static class BlockingKeys
{
    private const int TitleLetters = 8;
    private const int LongTitleLetters = 24;
    private const int LongNameLetters = 60;
    private const int MostNames = 3;
    private const int MostWords = 8;

    /// <summary>The attributes that split a crowded block, in their order: title, author, year, publisher, pages.</summary>
    private const int Attributes = 5;

    /// <summary>The blocks of a record, unsplit; none when it has neither identifier nor title.</summary>
    public static IReadOnlyList<BlockKey> Of(MatchFeatures features)
    {
        var keys = new HashSet<BlockKey>();
        Add(keys, BlockFamily.Isbn, features.Isbns);
        Add(keys, BlockFamily.Issn, features.Issns);
        if (features.Title.Proper.Length > 0)
        {
            AddTitles(features, keys);
        }

        return [.. keys];
    }

    /// <summary>
    /// The blocks that a record is in within a crowded one. The attributes are combined in one order only, so that each
    /// combination is reached once.
    /// </summary>
    /// <returns>None when nothing is left to split by that this record has.</returns>
    public static IReadOnlyList<BlockKey> Split(BlockKey crowded, MatchFeatures features)
    {
        var keys = new HashSet<BlockKey>();
        for (var attribute = 0; attribute < Attributes; attribute++)
        {
            if (crowded.Split >> attribute == 0)
            {
                foreach (var value in Values(attribute, features))
                {
                    keys.Add(crowded with
                    {
                        Hash = BlockHash.Within(crowded.Hash, attribute, value),
                        Split = (byte)(crowded.Split | (1 << attribute)),
                    });
                }
            }
        }

        return [.. keys];
    }

    private static IEnumerable<string> Values(int attribute, MatchFeatures features) => attribute switch
    {
        0 => features.Title.Proper.Length > 0 ? [Start(OldSpelling.UniteJAndY(features.Title.Proper), LongTitleLetters)] : [],
        1 => PersonWords(features),
        2 => features.Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [],
        3 => features.Publishers.Select(publisher => publisher.Name),
        _ => features.Pages is { } pages ? [pages.Main.ToString(CultureInfo.InvariantCulture)] : [],
    };

    private static void AddTitles(MatchFeatures features, HashSet<BlockKey> keys)
    {
        var title = OldSpelling.UniteJAndY(features.Title.Proper);
        Add(keys, BlockFamily.TitleAndAuthor, PersonWords(features).Select(word => $"{Start(title, TitleLetters)}/{word}"));
        Add(keys, BlockFamily.TitleAndAuthor, features.Names.Take(MostNames).Where(name => !name.IsPerson).Select(body => $"{Start(title, LongTitleLetters)}/{Start(body.Joined, LongNameLetters)}"));
        if (features.Year is { } year)
        {
            Add(keys, BlockFamily.TitleAndYear, [$"{Start(title, LongTitleLetters)}/{year}"]);
        }

        if (features.Format == ResourceFormat.Serial)
        {
            Add(keys, BlockFamily.SerialTitle, [Start(title, LongTitleLetters)]);
        }

        if (features.Title.Script is { } script)
        {
            Add(keys, BlockFamily.Script, [Start(script, LongTitleLetters)]);
        }
    }

    private static void Add(HashSet<BlockKey> keys, BlockFamily family, IEnumerable<string> texts) =>
        keys.UnionWith(texts.Select(text => new BlockKey(BlockHash.Of(family, text), family, 0)));

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
