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
    private const int TitleConsonants = 6;
    private const int FewConsonants = 3;
    private const int MiddleTitleLetters = 14;
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
        Add(keys, BlockFamily.Number, features.Numbers);
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
        0 => features.Title.Whole.Length > 0 ? [Start(OldSpelling.UniteJAndY(features.Title.Whole), LongTitleLetters)] : [],
        1 => PersonWords(features),
        2 => features.Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [],
        3 => features.Publishers.Select(publisher => publisher.Name),
        _ => features.Pages is { } pages ? [pages.Main.ToString(CultureInfo.InvariantCulture)] : [],
    };

    private static void AddTitles(MatchFeatures features, HashSet<BlockKey> keys)
    {
        var title = OldSpelling.UniteJAndY(features.Title.Whole);
        var year = features.Year?.ToString(CultureInfo.InvariantCulture);
        var longest = OldSpelling.UniteJAndY(Longest(features.Title.Words));
        var consonants = Consonants(title);
        var press = features.Publishers.Count == 0 ? "" : Start(features.Publishers[0].Name, TitleLetters);
        foreach (var word in PersonWords(features))
        {
            Add(keys, BlockFamily.TitleAndAuthor, $"{consonants}/{word}");
            Add(keys, BlockFamily.WordAndAuthor, $"{longest}/{word}");
            if (features.Title.Proper.Length < TitleLetters)
            {
                // "Keris", where another record goes on.
                Add(keys, BlockFamily.TitleAndAuthor, $"{Consonants(OldSpelling.UniteJAndY(features.Title.Proper))}/{word}");
            }

            if (year is not null)
            {
                Add(keys, BlockFamily.AuthorAndYear, $"{word}/{year}/{press}");
            }
        }

        foreach (var body in features.Names.Take(MostNames).Where(name => !name.IsPerson))
        {
            Add(keys, BlockFamily.TitleAndAuthor, $"{Start(title, LongTitleLetters)}/{Start(body.Joined, LongNameLetters)}");
            Add(keys, BlockFamily.WordAndAuthor, $"{longest}/{Start(body.Joined, LongNameLetters)}");
        }

        if (year is not null)
        {
            Add(keys, BlockFamily.TitleAndYear, $"{Start(title, MiddleTitleLetters)}/{year}");
        }

        foreach (var publisher in features.Publishers.Take(1))
        {
            Add(keys, BlockFamily.TitleAndPublisher, $"{Start(title, MiddleTitleLetters)}/{Start(publisher.Name, TitleLetters)}");
        }

        if (features.Format == ResourceFormat.Serial)
        {
            Add(keys, BlockFamily.SerialTitle, Start(OldSpelling.UniteJAndY(features.Title.Proper), LongTitleLetters));
        }

        if (features.Title.Script is { } script)
        {
            Add(keys, BlockFamily.Script, Start(script, MiddleTitleLetters));
        }
    }

    private static string Longest(string[] words)
    {
        var longest = words[0];
        foreach (var word in words)
        {
            longest = word.Length > longest.Length || (word.Length == longest.Length && string.CompareOrdinal(word, longest) < 0) ? word : longest;
        }

        return longest;
    }

    private static void Add(HashSet<BlockKey> keys, BlockFamily family, string text) => keys.Add(new BlockKey(BlockHash.Of(family, text), family, 0));

    private static void Add(HashSet<BlockKey> keys, BlockFamily family, IEnumerable<string> texts) =>
        keys.UnionWith(texts.Select(text => new BlockKey(BlockHash.Of(family, text), family, 0)));

    // Each word of a name by itself, since no one knows which of them another library takes for the family name.
    private static IEnumerable<string> PersonWords(MatchFeatures features)
    {
        var words = features.Names.Take(MostNames).Where(name => name.IsPerson).SelectMany(name => Telling(name.Words)).ToList();
        return (features.Names.Count > 0 ? words : [.. features.Responsibility.Order(StringComparer.Ordinal)])
            .Where(word => word.Length > 1)
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords);
    }

    // Slips are mostly in vowels and doubled letters: "tooulouse" begins like "toulouse". A short title keeps all its letters.
    private static string Consonants(string title)
    {
        Span<char> letters = stackalloc char[TitleConsonants];
        var length = 0;
        foreach (var letter in title)
        {
            if (length < TitleConsonants && letter is not ('a' or 'e' or 'i' or 'o' or 'u') && (length == 0 || letters[length - 1] != letter))
            {
                letters[length++] = letter;
            }
        }

        return length < FewConsonants ? Start(title, TitleLetters) : new string(letters[..length]);
    }

    // Everybody's given names make blocks of everybody's books.
    private static IEnumerable<string> Telling(IReadOnlyList<string> words) =>
        words.Any(word => word.Length > 2 && !Lexicon.IsNameWord(word, "given")) ? words.Where(word => !Lexicon.IsNameWord(word, "given")) : words;

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];
}
