using System.Text.Json.Serialization;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>
/// A part of a query's records: those whose index has a value that begins with <paramref name="Prefix"/>, but not those that
/// earlier parts have asked for already.
/// </summary>
/// <remarks>
/// A part is parted by the next letter, and what has none of these is a part as well, asked for by "not". So whatever values the
/// index has, and even where a record has several or none, every record is in one of the parts: no knowledge of the index is needed.
/// </remarks>
/// <param name="Prefix">The beginning; empty for the whole list.</param>
/// <param name="Excluded">How many of the groups of next letters are left out, because other parts have them.</param>
internal sealed record SruRange(string Prefix, int Excluded)
{
    /// <summary>As long as no identifier or date is.</summary>
    private const int LongestPrefix = 32;

    /// <summary>Digits come first: years and most identifiers have nothing else, and then the other groups are never asked for.</summary>
    private static readonly string[] NextLetters = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "-./_:"];

    public static SruRange Everything { get; } = new("", 0);

    [JsonIgnore]
    public bool IsEverything => this == Everything;

    /// <summary>The smaller parts that together are this one; none where it cannot be parted.</summary>
    public IReadOnlyList<SruRange> Split() => Excluded == NextLetters.Length || Prefix.Length == LongestPrefix
        ? []
        : [.. NextLetters[Excluded].Select(letter => new SruRange(Prefix + letter, 0)), this with { Excluded = Excluded + 1 }];

    /// <summary>The query in CQL for these of another query's records. "and" and "not" bind alike, from the left (CQL 1.2).</summary>
    public string Of(string query, string? index)
    {
        if (IsEverything)
        {
            return query;
        }

        var within = Prefix.Length == 0 ? "" : $" and {Begins(index!, Prefix)}";
        var excluded = string.Join(" or ", NextLetters.Take(Excluded).SelectMany(group => group).Select(letter => Begins(index!, Prefix + letter)));
        return $"({query}){within}{(excluded.Length == 0 ? "" : $" not ({excluded})")}";
    }

    private static string Begins(string index, string prefix) => $"{index}=\"{prefix}*\"";
}
