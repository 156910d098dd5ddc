using System.Globalization;
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
        .WithDescription($"The union shows such an edition once; the library may unite its records in its own system. \"page\" counts from 1, \"size\" is 1 to {SearchRequest.MaximumSize}; the first {SearchRequest.MaximumReach} are listed.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ApiDuplicates>, ValidationProblem, ProblemHttpResult>> ListAsync(
        string id, string? page, string? size, DuplicateLister lister, CancellationToken cancellation)
    {
        var (number, length) = (Read(page, 1), Read(size, DuplicateLister.PageSize));
        if (number < 1 || length is < 1 or > SearchRequest.MaximumSize || (long)number * length > SearchRequest.MaximumReach)
        {
            var rule = $"page counts from 1, size is 1 to {SearchRequest.MaximumSize}, and page times size at most {SearchRequest.MaximumReach}.";
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["page"] = [rule] }, detail: rule);
        }

        return await lister.ListAsync(id, number, length, cancellation) is { } listing
            ? TypedResults.Ok(ApiDuplicates.From(listing))
            : TypedResults.Problem("There is no library of this name.", statusCode: StatusCodes.Status404NotFound);
    }

    /// <summary>0 for what is no number: like it, beyond every limit.</summary>
    private static int Read(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : 0;
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
