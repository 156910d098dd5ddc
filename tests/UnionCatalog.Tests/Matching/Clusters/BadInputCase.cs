using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>A case of Cases/Matching/bad-input.txt, which says how it is written.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Steps">What is told, and then what the clusters must be, one or more times.</param>
internal sealed partial record BadInputCase(string About, IReadOnlyList<(IReadOnlyList<HarvestedRecord> Told, IReadOnlyList<string> Clusters)> Steps)
{
    /// <summary>All of them.</summary>
    /// <exception cref="FormatException">A line is none of those that a case has.</exception>
    public static IReadOnlyList<BadInputCase> ReadAll(string path)
    {
        var cases = new List<BadInputCase>();
        var steps = new List<(IReadOnlyList<HarvestedRecord>, IReadOnlyList<string>)>();
        var told = new List<HarvestedRecord>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (kind, text) = line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (line[..colon], line[(colon + 1)..].Trim()) : ("", line);
            switch (kind)
            {
                case "case":
                    cases.Add(new(text, steps = []));
                    break;
                case "tell":
                    told.Add(ReadRecord(text.Split('|', StringSplitOptions.TrimEntries)));
                    break;
                case "clusters":
                    steps.Add(([.. told], ReadClusters(text)));
                    told.Clear();
                    break;
                default:
                    throw new FormatException($"No line of a case: {line}");
            }
        }

        return cases;
    }

    /// <inheritdoc/>
    public override string ToString() => About;

    private static List<string> ReadClusters(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries)
            .Select(cluster => string.Join(" + ", cluster.Split('+', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    private static HarvestedRecord ReadRecord(string[] parts)
    {
        var key = parts[0].Split('/');
        return Catalogue.Record(key[0], key[1], [.. parts[1..].SelectMany(ReadFacts)]);
    }

    private static IEnumerable<(string Element, string Value)> ReadFacts(string fact)
    {
        if (Isbns().Match(fact) is { Success: true } isbns)
        {
            return Enumerable.Range(Number(isbns.Groups[2]), Number(isbns.Groups[1])).Select(n => ("identifier", BadInputTests.WithCheckDigit(978_602_000_000 + n)));
        }

        var equals = fact.IndexOf('=', StringComparison.Ordinal);
        return [(fact[..equals], Words().Replace(fact[(equals + 1)..], ManyWords))];
    }

    private static string ManyWords(Match words)
    {
        var list = Enumerable.Range(0, Number(words.Groups[1])).Select(n => $"kata{n.ToString(CultureInfo.InvariantCulture)}").ToArray();
        if (words.Groups[2].Success)
        {
            list[Number(words.Groups[3])] = words.Groups[2].Value;
        }

        return string.Join(' ', list);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\{(\d+) isbns from (\d+)\}$")]
    private static partial Regex Isbns();

    [GeneratedRegex(@"\{(\d+) words(?:, (\w+) at (\d+))?\}")]
    private static partial Regex Words();
}
