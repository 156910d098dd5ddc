using System.Globalization;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>What of the measuring of matching is asked for.</summary>
/// <param name="Sets">The sets, by the beginnings of their names; empty for all.</param>
/// <param name="Rules">The rules; empty for all.</param>
/// <param name="Worst">How many of the worst false pairs are shown of each kind.</param>
internal sealed record MatchingOptions(IReadOnlyList<string> Sets, IReadOnlyList<string> Rules, int Worst)
{
    public const string Usage = "matching [--sets NAME,…] [--rules NAME,…] [--worst N]";

    /// <summary>Reads them; null where they are wrong.</summary>
    public static MatchingOptions? Parse(string[] words)
    {
        var options = new MatchingOptions([], [], 20);
        for (var i = 0; i < words.Length; i += 2)
        {
            var value = i + 1 < words.Length ? words[i + 1] : "";
            switch (words[i])
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

    public bool IncludesSet(string name) => Sets.Count == 0 || Sets.Any(set => name.StartsWith(set, StringComparison.Ordinal) || set.StartsWith(name, StringComparison.Ordinal));

    public bool IncludesRule(string name) => Rules.Count == 0 || Rules.Contains(name);
}
