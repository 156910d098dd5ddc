using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>A library's own duplicates, for programs.</summary>
internal static class DuplicateEndpoints
{
    public static void MapDuplicates(this RouteGroupBuilder api) => api.MapGet("/libraries/{id}/duplicates", ListAsync)
        .WithName("libraryDuplicates")
        .WithSummary("Editions that one library has described more than once")
        .WithDescription("The union shows such an edition once; the library may unite its records in its own system.")
        .Takes(PageParameters.Of(DuplicateLister.PageSize, SearchRequest.MaximumReach))
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .TaggedByContent();

    private static async Task<Results<Ok<ApiDuplicates>, ProblemHttpResult>> ListAsync(
        string id, HttpRequest request, DuplicateLister lister, CancellationToken cancellation)
    {
        var (page, size) = PageParameters.Read(request.Query, DuplicateLister.PageSize, SearchRequest.MaximumReach);
        return await lister.ListAsync(id, page, size, cancellation) is { } listing
            ? TypedResults.Ok(ApiDuplicates.From(listing))
            : TypedResults.Problem("There is no library of this name.", statusCode: StatusCodes.Status404NotFound);
    }
}

/// <summary>A page of editions that a library has described more than once.</summary>
/// <param name="Library">The library's id.</param>
/// <param name="LibraryName">The library's name.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Size">Editions a page.</param>
/// <param name="Editions">Those of this page.</param>
public sealed record ApiDuplicates(string Library, string LibraryName, long Total, int Page, int Size, IReadOnlyList<ApiDuplicate> Editions)
{
    internal static ApiDuplicates From(DuplicateListing listing) => new(
        listing.Member.Id.Value, listing.Member.Name, listing.Total, listing.Page, listing.Size, [.. listing.Editions.Select(ApiDuplicate.From)]);
}

/// <summary>An edition with the library's own records of it.</summary>
/// <param name="Id">The edition's public name.</param>
/// <param name="Title">Its title; null while the index has not taken it in.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Count">How many records the library has of it.</param>
/// <param name="Records">The records, at most 100.</param>
public sealed record ApiDuplicate(string Id, Title? Title, int? Year, int Count, IReadOnlyList<ApiOwnRecord> Records)
{
    internal static ApiDuplicate From(DuplicateEdition edition) => new(
        edition.Id.Value,
        edition.Entry?.Description.Title,
        edition.Entry?.Description.Year,
        edition.Count,
        [.. edition.Records.Select(record => new ApiOwnRecord(record.Identifier, record.Link, [.. DuplicateEdition.CallNumbers(record)]))]);
}

/// <summary>A library's record.</summary>
/// <param name="Identifier">Its identifier in the library's system.</param>
/// <param name="Link">Its page in the library's own catalogue; null when not known.</param>
/// <param name="CallNumbers">Its call numbers.</param>
public sealed record ApiOwnRecord(string Identifier, Uri? Link, IReadOnlyList<string> CallNumbers);
