using UnionCatalog.Matching.Clusters;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>What no librarian meant to send has a stated outcome, whichever way and in whichever order it is taken.</summary>
internal sealed class BadInputCaseTests
{
    // Generous on a busy machine; what is quadratic in a field of a hundred thousand letters takes minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static IEnumerable<BadInputCase> Cases => BadInputCase.ReadAll(Places.Case("Matching/bad-input.txt"));

    [TestCaseSource(nameof(Cases))]
    public async Task Bad_input_has_a_stated_outcome(BadInputCase bad)
    {
        Assert.That(bad.Steps, Is.Not.Empty);
        foreach (var isTurned in new[] { false, true })
        {
            await using var catalogue = await Catalogue.OpenAsync();
            foreach (var (told, clusters) in bad.Steps)
            {
                var began = TimeProvider.System.GetTimestamp();
                await catalogue.StoreAsync(isTurned ? told.Reverse() : told);
                await catalogue.CatchUpAsync(new ClusterOptions { BatchSize = 1 });
                Assert.That(await catalogue.PartitionAsync(), Is.EqualTo(clusters), "a change at a time");
                await catalogue.RebuildAsync();
                Assert.That(await catalogue.PartitionAsync(), Is.EqualTo(clusters), "drawn anew");
                Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(Patience));
            }
        }
    }
}
