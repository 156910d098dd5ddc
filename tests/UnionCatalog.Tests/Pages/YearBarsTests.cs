using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Tests.Pages;

/// <summary>The picture of years; its cases are lines of a file.</summary>
public sealed class YearBarsTests
{
    private static IEnumerable<TestCaseData> Cases() =>
        from line in File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases", "Pages", "year-bars.txt"))
        where line.Contains('⇶', StringComparison.Ordinal) && !line.StartsWith('#')
        let sides = line.Split('⇶', StringSplitOptions.TrimEntries)
        select new TestCaseData(sides[0], sides[1]).SetArgDisplayNames(sides[0]);

    [TestCaseSource(nameof(Cases))]
    public void Years_become_a_few_bars(string years, string bars)
    {
        var counts = years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(year => year.Split('=')).Select(pair => new FacetCount(pair[0], long.Parse(pair[1], CultureInfo.InvariantCulture)));

        Assert.That(string.Join(' ', YearBars.Of([.. counts]).Select(bar => $"{bar.Span}:{bar.Count}")), Is.EqualTo(bars));
    }

    [Test]
    public void However_far_apart_years_are_there_are_ten_bars_at_most_and_nothing_is_lost()
    {
        for (var last = 1900; last < 2100; last++)
        {
            var counts = new[] { 1583, 1899, last - 30, last - 1, last }.Distinct().Select(year => new FacetCount(year.ToString(CultureInfo.InvariantCulture), 1)).ToList();
            var bars = YearBars.Of(counts);

            Assert.That(bars, Has.Count.LessThanOrEqualTo(YearBars.Most));
            Assert.That(bars.Sum(bar => bar.Count), Is.EqualTo(counts.Count), $"up to {last}");
        }
    }
}
