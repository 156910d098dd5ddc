using System.Globalization;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>What of the measuring of matching is asked for.</summary>
/// <param name="Sets">The sets; empty for all.</param>
/// <param name="Rules">The rules; empty for all.</param>
/// <param name="Worst">How many of the worst false pairs are shown of each kind.</param>
/// <param name="IsWritten">Whether the results are written down beside those of the other benchmarks.</param>
internal sealed record MatchingOptions(IReadOnlyList<string> Sets, IReadOnlyList<string> Rules, int Worst, bool IsWritten)
{
    public const string Usage = "matching [--sets NAME,…] [--rules NAME,…] [--worst N] [--write]";

    /// <summary>Reads them; null where they are wrong.</summary>
    public static MatchingOptions? Parse(string[] words)
    {
        var options = new MatchingOptions([], [], 20, IsWritten: false);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "--write")
            {
                options = options with { IsWritten = true };
                continue;
            }

            var (word, value) = (words[i], ++i < words.Length ? words[i] : "");
            switch (word)
            {
                case "--sets" when value.Length > 0:
                    options = options with { Sets = value.Split(',') };
                    break;
                case "--rules" when value.Length > 0:
                    options = options with { Rules = value.Split(',') };
                    break;
                case "--worst" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var worst):
                    options = options with { Worst = worst };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    public bool IncludesSet(string name) => Sets.Count == 0 || Sets.Contains(name);

    public bool IncludesRule(string name) => Rules.Count == 0 || Rules.Contains(name);
}
