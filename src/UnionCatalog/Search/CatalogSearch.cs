using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Search;

/// <summary>Searches the union's last committed index. Every door asks here. Safe to use from several threads.</summary>
/// <param name="index">The index of clusters.</param>
/// <param name="members">Where the libraries' own catalogues are.</param>
public sealed partial class CatalogSearch(SearchIndex index, MemberDirectory members)
{
    /// <summary>Values a facet gives at most: 50, but every library that the network can have.</summary>
    private const int FacetValues = 50;
    private const int LibraryValues = 1_000;

    private volatile IndexDamagedException? _damage;

    /// <summary>How many editions can be found.</summary>
    public int EntryCount
    {
        get
        {
            using var snapshot = index.OpenSnapshot();
            return snapshot.DocumentCount;
        }
    }

    /// <summary>The damage that a search came upon; null: none, or the index was built again since.</summary>
    public IndexDamagedException? Damage => _damage;

    /// <summary>Searches.</summary>
    /// <exception cref="InvalidSearchException">The request is beyond a limit; the message says which part and which limit.</exception>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancellation = default)
    {
        SearchLimits.Check(request);
        var near = NearestSearch.PlaceOf(request, members.Places);
        return Read(snapshot =>
        {
            var hits = SearchLimits.Ask(request, () => near is not null && request.Sort == SearchSort.Nearest
                ? NearestSearch.Search(snapshot, Plan(request), near, members.Places, cancellation)
                : snapshot.Search(Plan(request), cancellation));
            return new SearchResult(
                request,
                hits.Total,
                [.. hits.Hits.Select(hit => WithLinks(StoredEntry.Read(snapshot.Stored(hit))))],
                Enum.GetValues<SearchFacet>().ToDictionary(facet => facet, facet => hits.Facets[CatalogSchema.ColumnOf(facet)]));
        });
    }

    /// <summary>One edition; null when there is none of this name.</summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public CatalogEntry? Find(ClusterId id) => Read(snapshot =>
        snapshot.FindStored(id.Value) is { } stored ? WithLinks(StoredEntry.Read(stored)) : null);

    /// <summary>
    /// The other editions of an edition's work, in its language first, the newest first; none where there is no edition of this name.
    /// At most 60.
    /// </summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public IReadOnlyList<CatalogEntry> OtherEditions(ClusterId id) => Read<IReadOnlyList<CatalogEntry>>(snapshot =>
        snapshot.FindStored(id.Value) is { } stored ? WorkSearch.Find(snapshot, id.Value, StoredEntry.ReadWork(stored)) : []);

    /// <summary>How many editions each library has described more than once; those that have none are left out.</summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public IReadOnlyDictionary<SourceId, long> CountOwnDuplicates() => Read<IReadOnlyDictionary<SourceId, long>>(snapshot =>
        snapshot.Search(new SearchPlan
        {
            Query = new Query.Everything(),
            Facets = [new FacetRequest(CatalogSchema.DuplicatedAt, LibraryValues)],
            Count = 0,
        }).Facets[CatalogSchema.DuplicatedAt].ToDictionary(count => new SourceId(count.Value), count => count.Count));

    /// <summary>What a library's collection is made of; of a library that has nothing, nothing.</summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public CollectionProfile Profile(SourceId library) => Read(snapshot => CollectionProfile.Draw(snapshot, library));

    /// <summary>Takes note that the index was built again, so that <see cref="Damage"/> is over.</summary>
    public void ForgetDamage() => _damage = null;

    private T Read<T>(Func<IndexSnapshot, T> read)
    {
        using var snapshot = index.OpenSnapshot();
        try
        {
            return read(snapshot);
        }
        catch (IndexDamagedException damage)
        {
            _damage = damage;
            throw;
        }
    }

    private static SearchPlan Plan(SearchRequest request) => new()
    {
        Query = new Query.AllOf([Words(request.Text), .. request.Fields.Select(field => FieldWords(field.Key, field.Value))]),
        Filters = [.. request.Facets.Where(facet => facet.Value.Count > 0).Select(facet => new FacetFilter(CatalogSchema.ColumnOf(facet.Key), facet.Value))],
        NumberFilters = [.. Numbers(request)],
        Facets = [.. Enum.GetValues<SearchFacet>().Select(facet =>
            new FacetRequest(CatalogSchema.ColumnOf(facet), facet == SearchFacet.Library ? LibraryValues : FacetValues))],
        Sort = Order(request.Sort),
        Offset = (request.Page - 1) * request.Size,
        Count = request.Size,
    };

    private static Query Words(string text) =>
        SearchIdentifier.Find(text) is { } identifier
            ? new Query.Term(CatalogSchema.Identifier, identifier.ToLowerInvariant())
            : TextQuery.AllWords(CatalogSchema.Schema, CatalogSchema.WordFields, text);

    private static Query FieldWords(SearchField field, string text) => field == SearchField.Identifier
        ? Number((SearchIdentifier.Find(text) ?? SearchIdentifier.Bare(text)).ToLowerInvariant())
        : TextQuery.AllWords(CatalogSchema.Schema, [CatalogSchema.FieldOf(field)], text);

    /// <summary>What has neither a letter nor a digit is no number, and no edition has it.</summary>
    private static Query Number(string bare) => bare.Length == 0 ? new Query.Nothing() : new Query.Term(CatalogSchema.Identifier, bare);

    private static IEnumerable<NumberFilter> Numbers(SearchRequest request)
    {
        if (request is not { YearFrom: null, YearTo: null })
        {
            yield return new NumberFilter(CatalogSchema.YearNumber, request.YearFrom ?? int.MinValue, request.YearTo ?? int.MaxValue);
        }

        if (request.AddedFrom is { } day)
        {
            yield return new NumberFilter(CatalogSchema.Added, CatalogSchema.DayNumber(day), int.MaxValue);
        }
    }

    private static SortBy[] Order(SearchSort sort) => sort switch
    {
        SearchSort.Newest => [new SortBy(CatalogSchema.YearNumber, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Oldest => [new SortBy(CatalogSchema.YearNumber, Descending: false), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Title => [new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Added => [new SortBy(CatalogSchema.Added, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.MostHeld => [new SortBy(CatalogSchema.LibraryCount, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        _ => [],
    };

    /// <summary>The member's configured address of a record goes before the one that the record names.</summary>
    private CatalogEntry WithLinks(CatalogEntry entry) => new()
    {
        Id = entry.Id,
        Description = entry.Description,
        Sources = entry.Sources,
        Added = entry.Added,
        Libraries = [.. entry.Libraries.Select(held => held with { Link = ConfiguredLink(held) ?? held.Link })],
    };

    private Uri? ConfiguredLink(LibraryHoldings held)
    {
        if (members.Find(held.Library)?.RecordLink is not { } template)
        {
            return null;
        }

        var address = template
            .Replace("{identifier}", Uri.EscapeDataString(held.Identifier), StringComparison.Ordinal)
            .Replace("{number}", LastDigits().Match(held.Identifier).Value, StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
    }

    [GeneratedRegex("[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LastDigits();
}
