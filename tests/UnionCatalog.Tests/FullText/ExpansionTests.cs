using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>How many different terms a pattern may stand for, however many segments they are spread over.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ExpansionTests
{
    /// <summary>Words of two ideographs behind an a, two edits from it; each a term of its own.</summary>
    private static IEnumerable<string> Words(int from, int count) =>
        Enumerable.Range(from, count).Select(number => $"a{(char)(0x4e00 + (number / 120))}{(char)(0x5e00 + (number % 120))}");

    [TestCase(1)]
    [TestCase(3)]
    public void A_pattern_stands_for_so_many_terms_and_no_more(int commits)
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema, new IndexOptions { MergesInBackground = false });
        var each = IndexLimits.Expansion / commits;
        for (var commit = 0; commit < commits; commit++)
        {
            var last = commit == commits - 1;
            Put(index, Words(commit * each, last ? IndexLimits.Expansion - (commit * each) : each), commit);
            Put(index, Words(0, 50), commit + 1_000); // terms that several segments have count once
        }

        long Total(Query query) => index.Search(new SearchPlan { Query = query }).Total;
        Query[] patterns = [new Query.Wildcard("tags", "a*"), new Query.Wildcard("tags", "?*??"), new Query.Fuzzy("tags", "a", 2)];
        foreach (var pattern in patterns)
        {
            Assert.That(Total(pattern), Is.EqualTo(2 * commits), PlanText.Show(pattern));
        }

        Put(index, Words(IndexLimits.Expansion, 1), 2_000);
        foreach (var pattern in patterns)
        {
            Assert.That(
                () => Total(pattern),
                Throws.TypeOf<IndexLimitException>().With.Message.Contains($"{IndexLimits.Expansion}"), PlanText.Show(pattern));
        }

        Assert.That(Total(new Query.Prefix("tags", "a")), Is.EqualTo((2 * commits) + 1), "a prefix may stand for any number");
        Assert.That(Total(new Query.Wildcard("tags", "*\u5e07")), Is.EqualTo(2 * commits), "and what is passed over does not count");
    }

    private static void Put(SearchIndex index, IEnumerable<string> words, int number)
    {
        using var draft = index.BeginDraft();
        var document = new IndexDocument($"k{number}");
        document.AddText("tags", string.Join(' ', words));
        draft.Put(document);
        draft.Commit(number);
    }
}
