using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Records;
using UnionCatalog.Search.Card;
using UnionCatalog.Search.Stored;

namespace UnionCatalog.Search;

/// <summary>Finds the other editions of an edition's work in a snapshot of the index.</summary>
internal static class WorkSearch
{
    /// <summary>Editions found at most.</summary>
    public const int Most = 60;

    private const int MostCandidates = 150;
    private const int MostKeys = 200;

    /// <summary>
    /// Those of the same title and author, and those that share a uniform or original title with it or with one of these: from a
    /// translation to the original, and on to the other translations. In the language of the edition first, the newest first.
    /// </summary>
    /// <remarks>Works are compared as they are stored; only the editions that are given are read.</remarks>
    public static List<CatalogEntry> Find(IIndexSnapshot snapshot, string id, Work work, Func<SourceId, string?> template)
    {
        var asked = work.Keys.Take(MostKeys).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, (Hit? Hit, Work Work)>(StringComparer.Ordinal) { [id] = (null, work) };
        AddSharing(snapshot, asked, found);

        // One step further, no more: what is related to the related, such as a second translation without a uniform title.
        var further = found.Values.SelectMany(other => other.Work.Keys).Where(key => !asked.Contains(key)).Distinct().Take(MostKeys).ToHashSet(StringComparer.Ordinal);
        AddSharing(snapshot, further, found);
        return
        [
            .. found.Where(other => other.Value.Hit is not null)
                .OrderByDescending(other => other.Value.Work.Language == work.Language)
                .ThenBy(other => other.Value.Work.Language ?? "~", StringComparer.Ordinal)
                .ThenByDescending(other => other.Value.Work.Year ?? int.MinValue)
                .ThenBy(other => other.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(other => StoredEntry.Read(snapshot.Stored(other.Value.Hit!.Value), template)),
        ];
    }

    private static void AddSharing(IIndexSnapshot snapshot, HashSet<string> keys, Dictionary<string, (Hit? Hit, Work Work)> found)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var known = found.Values.Select(other => other.Work).ToList();
        var hits = snapshot.Search(new SearchPlan
        {
            Query = new Query.Terms(CatalogSchema.WorkKey, [.. keys], AtLeast: 1),
            Sort = [new SortBy(CatalogSchema.LibraryCount, Descending: true)],
            Count = MostCandidates,
        });
        foreach (var hit in hits.Hits)
        {
            if (!found.ContainsKey(hit.Key) && StoredEntry.ReadWork(snapshot.Stored(hit)) is var work && known.Exists(work.IsOf))
            {
                found.Add(hit.Key, (hit, work));
            }
        }
    }
}
