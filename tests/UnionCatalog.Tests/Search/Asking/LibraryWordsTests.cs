using UnionCatalog.Search;
using UnionCatalog.Search.Asking.Planning;

namespace UnionCatalog.Tests.Search.Asking;

/// <summary>A library is found by its name or its id, whichever way its kind is said.</summary>
internal sealed class LibraryWordsTests
{
    [TestCase("sman 1", "sman-1-sukamaju")]
    [TestCase("sman1", "sman-1-sukamaju")]
    [TestCase("sman", "sman-1-sukamaju")]
    [TestCase("SMA Negeri 1", "sman-1-sukamaju")]
    [TestCase("Sekolah Menengah Atas", "sman-1-sukamaju")]
    [TestCase("sman-1-sukamaju", "sman-1-sukamaju")]
    [TestCase("smpn 2", "smpn-2-sukamaju")]
    [TestCase("sdn", "sdn-1-sukamaju")]
    [TestCase("smkn", "smkn-1-sukamaju")]
    [TestCase("smk", "smkn-1-sukamaju")]
    [TestCase("man", "man-1-sukamaju")]
    [TestCase("madrasah aliyah", "man-1-sukamaju")]
    [TestCase("perpusda", "perpusda-sukamaju")]
    public async Task A_library_is_found_as_it_is_called(string called, string id)
    {
        var search = (await DemoBench.Bench).Search;
        var asked = search.Search(new SearchRequest { Text = $"perpustakaan:\"{called}\"" });
        var had = search.Search(new SearchRequest { Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Library] = [id] } });

        Assert.That(asked.Total, Is.EqualTo(had.Total).And.Positive);
    }

    [TestCase("SMP N 1", "SMA Negeri 1")]
    [TestCase("SMAN 2", "SMA Negeri 1")]
    [TestCase("MA", "SMA Negeri 1")]
    public void Another_kind_or_number_is_another_school(string called, string name) =>
        Assert.That(LibraryWords.Of(called).Except(LibraryWords.Of(name)), Is.Not.Empty);
}
