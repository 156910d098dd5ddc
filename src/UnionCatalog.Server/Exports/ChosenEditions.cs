using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Exports;

/// <summary>The editions that an address names.</summary>
/// <param name="Entries">Those that there are, each once, in the order of the address.</param>
/// <param name="Unknown">The names of none.</param>
/// <param name="Moved">For each name of one that was united with another, the name of that one.</param>
public sealed record ChosenEditions(IReadOnlyList<CatalogEntry> Entries, IReadOnlyList<string> Unknown, IReadOnlyDictionary<string, string> Moved)
{
    /// <summary>The most editions that are given at once.</summary>
    public const int Most = 200;

    /// <summary>The names in a query, each once.</summary>
    /// <exception cref="InvalidSearchException">There are too many.</exception>
    public static IReadOnlyList<string> NamesIn(IQueryCollection query)
    {
        IReadOnlyList<string> names = [.. query["id"].Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!.Trim()).Distinct()];
        return names.Count <= Most ? names : throw new InvalidSearchException("id", $"id: at most {Most} editions are given at once, and {names.Count} were named.", SearchFault.TooManyEditions, Most, names.Count);
    }
}

/// <summary>Finds the editions that an address names; one that was united with another is found as that one.</summary>
internal sealed class EditionChooser(CatalogSearch catalog, MovedEditions moved)
{
    /// <summary>Finds them.</summary>
    public async Task<ChosenEditions> FindAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var entries = new Dictionary<string, CatalogEntry>();
        var unknown = new List<string>();
        var gone = new Dictionary<string, string>();
        foreach (var name in names)
        {
            if (await FindAsync(name, cancellation) is { } entry)
            {
                entries.TryAdd(entry.Id, entry);
                if (entry.Id != name)
                {
                    gone.Add(name, entry.Id);
                }
            }
            else
            {
                unknown.Add(name);
            }
        }

        return new ChosenEditions([.. entries.Values], unknown, gone);
    }

    /// <summary>Finds one; null when there is none of this name.</summary>
    public async Task<CatalogEntry?> FindAsync(string name, CancellationToken cancellation) =>
        catalog.Find(new ClusterId(name)) is { } entry ? entry
        : await moved.FindLivingAsync(name, cancellation) is { } living ? catalog.Find(living)
        : null;
}
