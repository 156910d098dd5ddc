using System.Globalization;
using UnionCatalog.Exporting.Citing;

namespace UnionCatalog.Tests.Exporting;

/// <summary>References in three styles and two languages, as Cases/Exporting/citations.txt has them; titles are between stars.</summary>
public sealed class CitationTests
{
    public static IEnumerable<TestCaseData> Cases()
    {
        foreach (var block in File.ReadAllText(Places.Case("Exporting/citations.txt")).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
            if (lines.Length > 0)
            {
                yield return new TestCaseData([lines]).SetArgDisplayNames(lines[0]);
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void A_reference_is_written_as_the_style_has_it(string[] lines)
    {
        var edition = FactRecord.Edition(lines);
        var expected = lines.Where(line => line.Contains(" ⇶ ", StringComparison.Ordinal)).Select(line => line.Split(" ⇶ ", 2)).ToList();

        Assert.That(expected, Is.Not.Empty, "a case expects something");
        Assert.Multiple(() =>
        {
            foreach (var (how, text) in expected.Select(pair => (pair[0].Split(' '), pair[1])))
            {
                var style = Enum.Parse<CitationStyle>(how[0], ignoreCase: true);
                Assert.That(Marked(Citation.Of(edition, style, how[1])), Is.EqualTo(text), string.Create(CultureInfo.InvariantCulture, $"{style} {how[1]}"));
            }
        });
    }

    [Test]
    public void Every_style_has_cases_in_both_languages() =>
        Assert.That(
            Cases().SelectMany(test => (string[])test.Arguments[0]!).Where(line => line.Contains(" ⇶ ", StringComparison.Ordinal)).Select(line => line.Split(" ⇶ ")[0]).Distinct(),
            Is.EquivalentTo(from style in Enum.GetValues<CitationStyle>() from language in new[] { "id", "en" } select $"{style.ToString().ToLowerInvariant()} {language}"));

    private static string Marked(Citation citation) => string.Concat(citation.Runs.Select(run => run.IsTitle ? $"*{run.Text}*" : run.Text));
}
