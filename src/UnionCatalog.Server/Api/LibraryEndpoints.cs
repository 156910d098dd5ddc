using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Records;
using UnionCatalog.Reports;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>The libraries, for programs.</summary>
internal static class LibraryEndpoints
{
    public static void MapLibraries(this RouteGroupBuilder api)
    {
        api.MapGet("/libraries", ListAsync).WithName("libraries").WithSummary("The member libraries").Takes().TaggedByContent();
        api.MapGet("/libraries/{id}", FindAsync).WithName("library").WithSummary("One library, and what its collection is made of")
            .WithDescription("Counts are of editions. An edition may be of several classes or languages, or of none.")
            .Takes()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .TaggedByContent();
    }

    private static async Task<Ok<List<ApiLibrary>>> ListAsync(Reporter reporter, CancellationToken cancellation) =>
        TypedResults.Ok((await reporter.DrawAsync(cancellation)).Members.Select(ApiLibrary.From).ToList());

    private static async Task<Results<Ok<ApiLibraryProfile>, ProblemHttpResult>> FindAsync(string id, Reporter reporter, CatalogSearch catalog, CancellationToken cancellation) =>
        (await reporter.DrawAsync(cancellation)).Members.FirstOrDefault(line => line.Member.Id.Value == id) is { } line
            ? TypedResults.Ok(ApiLibraryProfile.From(ApiLibrary.From(line), catalog.Profile(new SourceId(id))))
            : TypedResults.Problem("There is no library of this name.", statusCode: StatusCodes.Status404NotFound);
}
