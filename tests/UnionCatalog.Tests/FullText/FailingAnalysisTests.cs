using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>An analyzer that fails in the midst of a document.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FailingAnalysisTests
{
    private static readonly IndexSchema Schema = new(
        [new TextField("title", new ForkAnalyzer()), new TextField("note", new Fragile())], [new Column.Facet("library"), new Column.Number("year")]);

    [Test]
    public void A_document_whose_analysis_fails_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema);
        using var draft = index.BeginDraft();
        draft.Put(Document("k1", "one", "good", 1));
        Assert.That(() => draft.Put(Document("k2", "two", "good then bad", 2)), Throws.InvalidOperationException);
        Assert.That(() => draft.Put(Document("k1", "three", "bad", 3)), Throws.InvalidOperationException);
        draft.Put(Document("k3", "four", "good", 4));
        draft.Commit(1);

        using var snapshot = index.OpenSnapshot();
        string Find(string field, string term) =>
            string.Join(' ', snapshot.Search(new SearchPlan { Query = new Query.Term(field, term), Facets = [new FacetRequest("year")] }).Hits.Select(hit => hit.Key));
        Assert.That(
            (Find("title", "one"), Find("title", "two"), Find("title", "three"), Find("title", "four"), Find("note", "good"), Find("note", "then")),
            Is.EqualTo(("k1", "", "", "k3", "k1 k3", "")));
        var years = snapshot.Search(new SearchPlan { Query = new Query.Everything(), Facets = [new FacetRequest("year"), new FacetRequest("library")] }).Facets;
        Assert.That(years["year"].Concat(years["library"]).Select(value => $"{value.Value} {value.Count}"), Is.EqualTo(["1 1", "4 1", "l1 1", "l4 1"]));
        Assert.That((snapshot.FindStored("k1")?[0], snapshot.FindStored("k2"), snapshot.FindStored("k3")?[0]), Is.EqualTo(((byte?)1, (byte[]?)null, (byte?)4)));
    }

    private static IndexDocument Document(string key, string title, string note, int number)
    {
        var document = new IndexDocument(key) { Stored = new[] { (byte)number } };
        document.AddText("title", title);
        document.AddText("note", note);
        document.AddFacet("library", $"l{number}");
        document.SetNumber("year", number);
        return document;
    }

    private sealed class Fragile : IAnalyzer
    {
        public string Identity => "fragile";

        public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
        {
            var position = 0;
            foreach (var word in text.ToString().Split(' '))
            {
                tokens.Add(word == "bad" ? throw new InvalidOperationException() : word, position++, 0, 0);
            }
        }
    }
}
