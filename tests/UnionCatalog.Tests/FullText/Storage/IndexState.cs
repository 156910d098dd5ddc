using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText.Storage;

/// <summary>Folders of an index as they were, and what an index answers.</summary>
internal static class IndexState
{
    public static IReadOnlyList<SearchPlan> Plans { get; } =
    [
        new() { Query = new Query.Everything(), Count = 1_000, Sort = [new SortBy("by-title", false), new SortBy("year", true)] },
        new() { Query = new Query.Term("title", "laut"), Count = 100, Facets = [new FacetRequest("library"), new FacetRequest("language"), new FacetRequest("year")] },
        new() { Query = new Query.Phrase("title", ["bumi", "laut"]), Count = 100 },
        new() { Query = new Query.Prefix("note", "a"), Count = 100, Filters = [new FacetFilter("library", ["lib-1", "lib-2"])] },
        new() { Query = new Query.AllOf([new Query.Range("wide", 0, long.MaxValue), new Query.Term("note", "abc")]), Count = 100 },
    ];

    /// <summary>Everything that is stored, and the answers to some searches.</summary>
    public static string Of(SearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        return string.Join('\n',
        [
            $"cursor {snapshot.Cursor}", .. StorageSchema.Lines(snapshot),
            .. Plans.Select(plan => Answer(snapshot, plan)), .. snapshot.Terms("title").From("").Select(term => $"{term}"),
        ]);
    }

    public static string Answer(IndexSnapshot snapshot, SearchPlan plan)
    {
        var hits = snapshot.Search(plan);
        return $"{hits.Total}: {string.Join(' ', hits.Hits.Select(hit => $"{hit.Key}={hit.Score:f4}"))} " + string.Join(' ',
            hits.Facets.OrderBy(facet => facet.Key).Select(facet => $"{facet.Key}: {string.Join(',', facet.Value.Select(value => $"{value.Value}={value.Count}"))}"));
    }

    /// <summary>Puts some documents that are new and some that replace those of earlier commits, and deletes some.</summary>
    public static void Draft(IndexDraft draft, int seed, int documents = 12, int storedUpTo = 30)
    {
        var random = new Random(seed);
        for (var document = 0; document < documents; document++)
        {
            draft.Put(StorageSchema.Document(random, $"key-{random.Next(40)}", storedUpTo));
        }

        draft.Delete($"key-{random.Next(40)}");
    }

    public static void Commit(SearchIndex index, int seed, int documents = 12)
    {
        using var draft = index.BeginDraft();
        Draft(draft, seed, documents);
        draft.Commit(seed);
    }

    public static Dictionary<string, byte[]> Files(TempFolder folder) =>
        Directory.EnumerateFiles(folder.Path).Where(file => Path.GetFileName(file) != "lock")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    public static TempFolder Folder(Dictionary<string, byte[]> files)
    {
        var folder = new TempFolder();
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(folder.File(name), bytes);
        }

        return folder;
    }
}
