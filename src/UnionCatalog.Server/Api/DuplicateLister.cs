using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>Lists the editions that one library has described more than once, for its librarian to mend at home.</summary>
internal sealed class DuplicateLister(IClusterStore clusters, CatalogSearch catalog, MemberDirectory members)
{
    /// <summary>Editions a page.</summary>
    public const int PageSize = 50;

    /// <summary>The page that is the last whatever there is: the first 10,000 editions are listed.</summary>
    public const int LastPage = 200;

    /// <summary>One page; null when there is no such library.</summary>
    public async Task<DuplicateListing?> ListAsync(string library, int page, int size, CancellationToken cancellation)
    {
        if (!SourceId.IsValid(library) || members.Find(new SourceId(library)) is not { } member)
        {
            return null;
        }

        var found = await clusters.ListOwnDuplicatesAsync(member.Id, (page - 1) * size, size, cancellation);
        return new DuplicateListing(member, found.Total, page, size, [.. found.Items.Select(item => Draw(member.Id, item))]);
    }

    /// <summary>The index may not know yet what the clusters know; then the identifiers are all there is.</summary>
    private DuplicateEdition Draw(SourceId library, OwnDuplicate item)
    {
        var entry = catalog.Find(item.Cluster);
        var records = entry?.Libraries.Where(held => held.Library == library).ToDictionary(held => held.Identifier) ?? [];
        return new DuplicateEdition(
            item.Cluster, entry, item.Records, [.. item.Identifiers.Select(identifier => records.GetValueOrDefault(identifier) ?? new LibraryHoldings(library, identifier, null, []))]);
    }
}

/// <summary>A page of editions that a library has described more than once.</summary>
/// <param name="Member">The library.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Size">Editions a page.</param>
/// <param name="Editions">Those of this page.</param>
public sealed record DuplicateListing(Member Member, long Total, int Page, int Size, IReadOnlyList<DuplicateEdition> Editions);

/// <summary>An edition with the library's own records of it.</summary>
/// <param name="Id">The edition.</param>
/// <param name="Entry">What the union knows of it; null while the index has not taken it in.</param>
/// <param name="Count">How many records the library has of it.</param>
/// <param name="Records">The records, as far as they are listed.</param>
public sealed record DuplicateEdition(ClusterId Id, CatalogEntry? Entry, int Count, IReadOnlyList<LibraryHoldings> Records)
{
    /// <summary>The call numbers of a record, each once.</summary>
    public static IEnumerable<string> CallNumbers(LibraryHoldings record) => record.Holdings.Select(holding => holding.CallNumber).OfType<string>().Distinct().Take(10);
}
