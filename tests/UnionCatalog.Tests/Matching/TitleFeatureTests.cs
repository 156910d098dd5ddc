using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

internal sealed class TitleFeatureTests
{
    private static IEnumerable<TestCaseData> Cases() => File.ReadLines(Places.Case("Matching/titles.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(row => new TestCaseData(row[0], row[1], row.ElementAtOrDefault(2) ?? "", row.ElementAtOrDefault(3) ?? ""));

    [TestCaseSource(nameof(Cases))]
    public void A_title_is_told_from_the_parts_and_editions_that_it_names(string title, string words, string parts, string edition)
    {
        var features = MatchFeatures.From(new BibRecord { Title = new Title(title) });
        var rest = string.Concat(features.Title.RestWords.ToArray());
        var read = rest.Length == 0 ? features.Title.Proper : $"{features.Title.Proper} | {rest}";

        Assert.Multiple(() =>
        {
            Assert.That(read, Is.EqualTo(words));
            Assert.That(PartComparison.Show(features.Parts), Is.EqualTo(parts));
            Assert.That(features.Edition.ToString(), Is.EqualTo(edition));
        });
    }
}
