using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Search.Card;

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
    public static List<CatalogEntry> Find(IndexSnapshot snapshot, CatalogEntry entry)
    {
        var work = Work.Of(entry.Description);
        var asked = work.Keys.Take(MostKeys).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, (CatalogEntry Entry, Work Work)>(StringComparer.Ordinal) { [entry.Id] = (entry, work) };
        AddSharing(snapshot, asked, found);

        // One step further, no more: what is related to the related, such as a second translation without a uniform title.
        var further = found.Values.SelectMany(other => other.Work.Keys).Where(key => !asked.Contains(key)).Distinct().Take(MostKeys).ToHashSet(StringComparer.Ordinal);
        AddSharing(snapshot, further, found);
        found.Remove(entry.Id);
        var own = entry.Description.Languages is [var first, ..] ? first : null;
        return
        [
            .. found.Values.Select(other => other.Entry)
                .OrderByDescending(other => Language(other) == own)
                .ThenBy(Language, StringComparer.Ordinal)
                .ThenByDescending(other => other.Description.Year ?? int.MinValue)
                .ThenBy(other => other.Id, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    private static void AddSharing(IndexSnapshot snapshot, HashSet<string> keys, Dictionary<string, (CatalogEntry Entry, Work Work)> found)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var known = found.Values.Select(other => other.Work).ToList();
        var hits = snapshot.Search(new SearchPlan
        {
            Query = new Query.Terms(CatalogSchema.Work, [.. keys], AtLeast: 1),
            Sort = [new SortBy(CatalogSchema.LibraryCount, Descending: true)],
            Count = MostCandidates,
        });
        foreach (var hit in hits.Hits)
        {
            var candidate = EntryJson.Read(snapshot.Stored(hit));
            if (!found.ContainsKey(candidate.Id) && Work.Of(candidate.Description) is var work && known.Exists(work.IsOf))
            {
                found.Add(candidate.Id, (candidate, work));
            }
        }
    }

    private static string Language(CatalogEntry entry) => entry.Description.Languages is [var first, ..] ? first : "~";
}
