using UnionCatalog.Members;
using UnionCatalog.Search.KnownItems;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Widget;

/// <summary>What the widget asks: who else has this book. Small, kept for minutes by browsers and by what stands between.</summary>
internal static class HoldingsEndpoint
{
    private const string FiveMinutes = "public, max-age=300";

    public static void MapHoldings(this RouteGroupBuilder api) => api.MapGet("/holdings", Answer)
        .WithName("holdings")
        .WithSummary("Which libraries have a book")
        .WithDescription(
            "Told by ISBN or ISSN, or by title and author, where it is sure to be the same book; where it is not, the list is empty. "
            + "Scripts of any site may read it, without credentials.")
        .Takes(HoldingsParameters.All)
        .Produces<ApiHoldingsElsewhere>()
        .ProducesValidationProblem()
        .TaggedByContent()
        .AsLookup();

    private static IResult Answer(HttpContext http, KnownItemSearch catalog, MemberDirectory members, MemberAddresses addresses)
    {
        var faults = new Dictionary<string, string[]>();
        var (item, except) = HoldingsParameters.Read(http.Request.Query, faults);
        if (faults.Count > 0)
        {
            return Refusal.Of(faults);
        }

        var answer = new HoldingsElsewhere(members, except.Length == 0 ? null : addresses.Find(except)).Draw(catalog.Find(item));
        http.Response.Headers.CacheControl = FiveMinutes;
        return TypedResults.Ok(answer);
    }
}
