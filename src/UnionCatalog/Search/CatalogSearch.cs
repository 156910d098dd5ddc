using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search.Asking;
using UnionCatalog.Search.Asking.Planning;
using UnionCatalog.Search.Asking.Reading;
using UnionCatalog.Search.Asking.Spelling;
using UnionCatalog.Search.Stored;
using UnionCatalog.Store;

namespace UnionCatalog.Search;

/// <summary>Searches the union's last committed index. Every door asks here. Safe to use from several threads.</summary>
/// <param name="index">The index of clusters.</param>
/// <param name="members">Where the libraries' own catalogues are.</param>
public sealed class CatalogSearch(ISearchIndex index, MemberDirectory members)
{
    /// <summary>Every library that the network can have.</summary>
    private const int LibraryValues = 1_000;

    private const int NamedEditions = 1_000;

    private static readonly IReadOnlyDictionary<SearchFacet, IReadOnlyList<FacetCount>> NoFacets = new Dictionary<SearchFacet, IReadOnlyList<FacetCount>>();

    private readonly Func<SourceId, string?> _template = library => members.Find(library)?.RecordLink;
    private volatile IndexDamagedException? _damage;
    private ulong? _prepared;

    /// <summary>What was found lately.</summary>
    internal SearchMemory Memory { get; init; } = new();

    /// <summary>How many editions can be found.</summary>
    public int EntryCount
    {
        get
        {
            using var snapshot = index.OpenSnapshot();
            return snapshot.DocumentCount;
        }
    }

    /// <summary>Tells the state of the index from every other; see <see cref="IndexSnapshot.Stamp"/>.</summary>
    public ulong Stamp
    {
        get
        {
            using var snapshot = index.OpenSnapshot();
            return snapshot.Stamp;
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
        return Read(snapshot => SearchLimits.Ask(request, () => Search(snapshot, request, near, cancellation)));
    }

    /// <summary>One edition; null when there is none of this name.</summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public CatalogEntry? Find(ClusterId id) => Read(snapshot =>
        snapshot.FindStored(id.Value) is { } stored ? StoredEntry.Read(stored, _template) : null);

    /// <summary>
    /// The other editions of an edition's work, in its language first, the newest first; none where there is no edition of this name.
    /// At most 60.
    /// </summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public IReadOnlyList<CatalogEntry> OtherEditions(ClusterId id) => Read<IReadOnlyList<CatalogEntry>>(snapshot =>
        snapshot.FindStored(id.Value) is { } stored ? WorkSearch.Find(snapshot, id.Value, StoredEntry.ReadWork(stored), _template) : []);

    /// <summary>The ids of the editions of which a record has this whole title, or this ISBN or ISSN; at most 1,000.</summary>
    internal IReadOnlySet<string> FindNamed(string titleOrNumber) => Read<IReadOnlySet<string>>(snapshot =>
    {
        var term = SearchIdentifier.Find(titleOrNumber) is { } number
            ? new Query.Term(CatalogSchema.Identifier, number.ToLowerInvariant())
            : new Query.Term(CatalogSchema.TitleWhole, ExactTerms.OfTitle(titleOrNumber));
        return term.Value.Length == 0 ? new HashSet<string>() : snapshot.Search(new SearchPlan { Query = term, Count = NamedEditions }).Hits.Select(hit => hit.Key).ToHashSet();
    });

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

    /// <summary>
    /// Makes ready what the first search of a new state of the index would have to wait for; nothing where the state is not new. To be
    /// called by one thread at a time.
    /// </summary>
    /// <exception cref="IndexDamagedException">The index was damaged since it was opened; see <see cref="Damage"/>.</exception>
    public void Prepare(CancellationToken cancellation = default) => Read(snapshot =>
    {
        if (_prepared != snapshot.Stamp)
        {
            snapshot.Search(SearchPlanner.Plan(new SearchRequest(), new Query.Everything()) with { Budget = null }, cancellation);
            Speller.Prepare(snapshot, cancellation);
            _prepared = snapshot.Stamp;
        }

        return true;
    });

    /// <summary>Takes note that the index was built again, so that <see cref="Damage"/> is over.</summary>
    public void ForgetDamage() => _damage = null;

    private SearchResult Search(IIndexSnapshot snapshot, SearchRequest request, LibraryPlace? near, CancellationToken cancellation)
    {
        var isNearest = near is not null && request.Sort == SearchSort.Nearest;
        var widener = new Widener(snapshot, members, cancellation);
        var behind = request.After is null ? null : WalkCursor.Read(request, snapshot);
        var page = (request.Page, request.Size);
        var question = QuestionReader.Read(request.Text);
        var (query, _, hits) = behind is null ? FindPage() : FindAnew();
        IReadOnlyList<CatalogEntry> entries = [.. hits.Hits.Take(request.Size).Select(hit => StoredEntry.ReadListed(snapshot.Stored(hit), _template))];
        return new SearchResult(
            request,
            hits.Total,
            entries,
            behind is null ? Enum.GetValues<SearchFacet>().ToDictionary(facet => facet, facet => hits.Facets[CatalogSchema.ColumnOf(facet)]) : NoFacets)
        {
            Next = !hits.IsPartial && !isNearest && HasMore(request, hits) ? WalkCursor.Write(request, snapshot, Plan(query.Query), hits.Hits[request.Size - 1]) : null,
            Widening = query.Widening,
            Number = question.Clauses is [Clause.Number number] ? number.Value : null,
            IsWordless = QuestionReader.IsWordless(request.Text, question),
            DidYouMean = behind is not null ? null
                : hits.Total is > 0 and <= Widener.Few && query.Widening == SearchWidening.None ? widener.Suggest(request, hits.Total)
                : query.Corrections.Count > 0 && entries.Count > 0 ? DidYouMean.Of(request.Text, query.Corrections, entries[0])
                : null,
            IsPartial = hits.IsPartial,
        };

        Found FindPage()
        {
            var state = new SearchState(snapshot.Stamp, members.All);
            var asked = RequestText.Of(request);
            var found = Memory.Recall(state, asked) switch
            {
                null => FindAnew(),
                var known when known.Page == page => known,
                var known => known with { Page = page, Hits = Ask(Plan(known.Query.Query) with { Facets = [] }) with { Total = known.Hits.Total, Facets = known.Hits.Facets } },
            };
            Memory.Keep(state, asked, found);
            return found;
        }

        Found FindAnew()
        {
            var asked = new WidenedQuery(SearchPlanner.PlanQuestion(request, members).WithAllWords(), SearchWidening.None, []);
            var found = Ask(Plan(asked.Query));
            return found.Total == 0 && !found.IsPartial && widener.Widen(request) is { } wider
                ? new Found(wider, page, Ask(Plan(wider.Query)))
                : new Found(asked, page, found);
        }

        SearchPlan Plan(Query wanted) => behind is null ? SearchPlanner.Plan(request, wanted) : SearchPlanner.PlanBehind(behind, request, wanted);

        SearchHits Ask(SearchPlan plan) => isNearest
            ? NearestSearch.Search(snapshot, plan, near!, members.Places, cancellation)
            : snapshot.Search(plan, cancellation);
    }

    private static bool HasMore(SearchRequest request, SearchHits hits) =>
        request.After is null ? (long)request.Page * request.Size < hits.Total : hits.Hits.Count > request.Size;

    /// <summary>Reads from the last committed state, and takes note of damage.</summary>
    internal T Read<T>(Func<IIndexSnapshot, T> read)
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
}
