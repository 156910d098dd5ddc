using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>The machine's language changes no answer: not how numbers are written, nor how letters are folded and ordered.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class CultureTests
{
    [TestCase("")]
    [TestCase("sv-SE")] // writes another minus
    [TestCase("tr-TR")] // folds I otherwise
    [TestCase("fa-IR")] // has digits of its own
    public void Every_culture_is_answered_alike(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            using var history = new RandomHistory(501, LibraryShape.Wild);
            history.Edit(most: 60);
            using var snapshot = history.Index.OpenSnapshot();
            for (var search = 0; search < 60; search++)
            {
                var plan = history.Searches.Plan();
                Assert.That(Agreement.Differ(snapshot, history.Reference, plan), Is.Null, PlanText.Show(plan));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    [SetCulture("sv-SE")]
    public void Numbers_are_written_with_a_plain_minus()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        using var draft = index.BeginDraft();
        var document = new IndexDocument("k1");
        document.SetNumber("year", -44);
        draft.Put(document);
        draft.Commit(1);
        var found = index.Search(new SearchPlan
        {
            Query = new Query.In("year", ["-44"]), Filters = [new FacetFilter("year", ["-44"])], Facets = [new FacetRequest("year")],
        });
        Assert.That((found.Total, found.Facets["year"].Single()), Is.EqualTo((1L, new FacetCount("-44", 1))));
        Assert.That(
            () => index.Search(new SearchPlan { Query = new Query.Everything(), Count = 20_000 }),
            Throws.TypeOf<IndexLimitException>().With.Message.Contains("at most 10000"));
    }
}
