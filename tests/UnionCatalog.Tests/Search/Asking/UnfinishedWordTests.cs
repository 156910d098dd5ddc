using UnionCatalog.Search;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>When the last word of a question that finds nothing is taken for the beginning of a longer one.</summary>
internal sealed class UnfinishedWordTests
{
    private SearchBench _bench = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _bench = await SearchBench.OpenAsync();
        await _bench.AddAsync([
            .. Enumerable.Range(0, 12).Select(number => SearchBench.Record("sd", $"b{number}", $"title=Budi {number}")),
            SearchBench.Record("sd", "longer", "title=Budiono"), SearchBench.Record("sd", "pot", "title=Pot"), SearchBench.Record("sd", "potter", "title=Potter")]);
    }

    [OneTimeTearDown]
    public async Task ClearAsync() => await _bench.DisposeAsync();

    [TestCase("xqzvwk budi", 12, TestName = "A_frequent_word_was_not_meant_for_the_beginning_of_a_rare_one")]
    [TestCase("xqzvwk pot", 2, TestName = "A_word_as_rare_as_the_one_it_begins_may_have_been_meant_for_it")]
    public void What_is_found(string typed, int found) =>
        Assert.That(_bench.Search.Search(new SearchRequest { Text = typed }).Total, Is.EqualTo(found));
}
