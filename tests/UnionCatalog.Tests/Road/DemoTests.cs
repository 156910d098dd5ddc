using System.Text.Json;
using UnionCatalog.Tests.Commands;

namespace UnionCatalog.Tests.Road;

/// <summary>The demo as a user meets it: run once, run again.</summary>
[NonParallelizable]
internal sealed class DemoTests
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _pages = [];
    private Finished _first = null!;
    private Finished _second = null!;
    private CatalogueState _state = null!;

    [OneTimeSetUp]
    public async Task RunTwiceAsync()
    {
        (_first, _) = await DemoRun.CompleteAsync(_folder, VisitAsync);
        _state = await CatalogueState.ReadAsync(DemoRun.DataOf(_folder));
        (_second, _) = await DemoRun.CompleteAsync(_folder);
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void The_first_run_fetches_everything_from_six_libraries_and_shows_the_report()
    {
        Assert.That(_first.Output, Does.Contain("Harvesting 6 libraries for the first time: everything is fetched."));
        foreach (var library in Demo.DemoNetwork.Live.GroupBy(record => record.Library))
        {
            Assert.That(_first.Output, Does.Match($@"\| everything \| +{library.Count()} \| +0 \| +0 \| +0 \| +0 \| +{library.Count()} \|.*\| complete"), library.Key);
        }

        Assert.That(_first.Output, Does.Contain($"{Demo.DemoNetwork.Live.Count} records in "));
        Assert.That(_first.Output, Does.Match($"{DemoRun.Open}http://127.0.0.1:[0-9]+ "));
        Assert.That(_first.Errors, Is.Empty);
    }

    [Test]
    public void The_second_run_is_incremental_and_finds_nothing_new()
    {
        Assert.That(_second.Output, Does.Contain("this run is incremental"));
        Assert.That(_second.Output.Split('\n').Count(line => line.EndsWith(": nothing new", StringComparison.Ordinal)), Is.EqualTo(6));
        Assert.That(_second.Output.Split('\n').Count(line => line.Contains("| changes since", StringComparison.Ordinal)), Is.EqualTo(6));
        Assert.That(_second.Output, Does.Contain($"{Demo.DemoNetwork.Live.Count} records in "));
    }

    [Test]
    public void Redirected_output_is_plain_lines() =>
        Assert.That((_first.Everything + _second.Everything).Where(letter => char.IsControl(letter) && letter != '\n'), Is.Empty);

    [Test]
    public void The_clusters_are_exactly_those_of_the_truth()
    {
        var truth = Demo.DemoNetwork.Truth.GroupBy(row => row[0], row => $"{row[1]}/{row[2]}");
        var expected = truth.Select(edition => string.Join(" + ", edition.Order(StringComparer.Ordinal))).ToList();

        Assert.That(_state.Clusters.Except(expected).Select(cluster => "wrong: " + cluster).Concat(expected.Except(_state.Clusters).Select(cluster => "right: " + cluster)), Is.Empty);
    }

    [Test]
    public void The_page_answers() => Assert.That(_pages["/"], Does.Contain("<form").And.Contain("</html>"));

    [Test]
    public void A_title_that_four_libraries_hold_is_one_result_with_four_libraries()
    {
        using var answer = JsonDocument.Parse(_pages[$"/api/search?q={FourHeld.Isbn}"]);
        var results = answer.RootElement.GetProperty("results");

        Assert.That(answer.RootElement.GetProperty("total").GetInt32(), Is.EqualTo(1));
        Assert.That(
            results[0].GetProperty("holdings").EnumerateArray().Select(held => held.GetProperty("library").GetString()).Distinct(),
            Is.EquivalentTo(FourHeld.Libraries));
    }

    /// <summary>An edition that four libraries hold, and an ISBN that one of them gives for it and nobody for another.</summary>
    private static (string Isbn, IReadOnlyList<string> Libraries) FourHeld { get; } = Demo.DemoNetwork.Editions
        .Select(edition => (
            Isbn: edition.SelectMany(record => record.StandardNumbers).FirstOrDefault(number => IsOnlyIn(edition.Key, number), ""),
            Libraries: (IReadOnlyList<string>)[.. edition.Select(record => record.Library).Distinct()]))
        .First(edition => edition.Libraries.Count == 4 && edition.Isbn.Length > 0);

    private static bool IsOnlyIn(string edition, string number) => number.Length == 13
        && Demo.DemoNetwork.Editions.Where(other => other.Any(record => record.StandardNumbers.Contains(number))).All(other => other.Key == edition);

    private async Task VisitAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        foreach (var page in new[] { "/", $"/api/search?q={FourHeld.Isbn}" })
        {
            _pages[page] = await http.GetStringAsync(page);
        }
    }
}
