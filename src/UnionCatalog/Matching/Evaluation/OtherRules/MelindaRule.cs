using System.Globalization;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>
/// Melinda's weights, by which Finland's union catalogue finds the record of the same edition: each record in turn joins the
/// best of those that were there before, or begins a cluster.
/// </summary>
internal sealed class MelindaRule : IMatchRule
{
    // How many records one query gives: the catalogue's server is asked for no more.
    private const int MostCandidates = 100;
    private const int TitleLetters = 30;

    /// <inheritdoc/>
    public string Name => "melinda";

    /// <inheritdoc/>
    public int[] Partition(IReadOnlyList<MeasuredRecord> records)
    {
        var queries = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var features = new MelindaFeatures[records.Count];
        var clusters = new int[records.Count];
        for (var i = 0; i < records.Count; i++)
        {
            features[i] = MelindaFeatures.Read(records[i].Record);
            var keys = Keys(features[i]).Distinct(StringComparer.Ordinal).ToList();
            var best = keys.SelectMany(key => queries.GetValueOrDefault(key) ?? []).Distinct()
                .Select(candidate => (candidate, score: MelindaScore.Of(features[i], features[candidate])))
                .Where(scored => scored.score.IsMatch)
                .DefaultIfEmpty()
                .MaxBy(scored => (scored.score.Total, -scored.candidate));
            clusters[i] = best.score.IsMatch ? clusters[best.candidate] : i;
            foreach (var key in keys)
            {
                if (!queries.TryGetValue(key, out var found))
                {
                    queries[key] = found = [];
                }

                if (found.Count < MostCandidates)
                {
                    found.Add(i);
                }
            }
        }

        return clusters;
    }

    private static IEnumerable<string> Keys(MelindaFeatures features)
    {
        foreach (var number in features.Numbers.Concat(features.Isbns))
        {
            yield return "id:" + number;
        }

        if (features.WholeTitle.Length == 0)
        {
            yield break;
        }

        var title = RuleText.Start(features.WholeTitle, TitleLetters);
        foreach (var author in features.Authors)
        {
            yield return $"author:{author}/{title}";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"year:{title}/{features.Year}");
    }
}
