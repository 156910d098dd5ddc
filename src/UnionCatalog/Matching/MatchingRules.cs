using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Features;

namespace UnionCatalog.Matching;

/// <summary>The rules that records are matched by, as a whole.</summary>
internal static class MatchingRules
{
    // To be counted up when the code of the features, blocks or comparison changes what comes of a record or a pair.
    private const string Code = "6";

    /// <summary>
    /// Changes with everything that could change a cluster: the code's number and the content of the tables. A store that was
    /// drawn under another version is drawn anew.
    /// </summary>
    public static string Version { get; } = Code + "-" + Digest();

    private static string Digest()
    {
        var rows = Table.Rows("lexicon.tsv").Concat(Table.Rows("publishers.tsv")).Concat(Table.Rows(typeof(Weights), "weights.tsv"));
        var text = string.Join('\n', rows.Select(row => string.Join('\t', row)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
