using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using UnionCatalog.Exporting;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Server.Exports;
using UnionCatalog.Server.Limits;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>One edition, in the API's own JSON or in whichever form the request accepts.</summary>
internal static class RecordEndpoints
{
    private const string Json = "application/json";

    private static readonly string[] Offers = [Json, .. ExportForms.All.Select(form => form.MediaType)];

    public static void MapRecord(this RouteGroupBuilder api) => api.MapGet("/records/{id}", FindAsync)
        .WithName("record").WithSummary("One edition with its holdings")
        .WithDescription(
            "Says besides of each part of the description which libraries' records say so, and which other editions of the work there are. "
            + "The header Accept chooses another form than JSON. An edition that was united with another is answered by a redirection to that one (301).")
        .Takes()
        .Produces<ApiFullRecord>(StatusCodes.Status200OK, Json)
        .Produces(StatusCodes.Status301MovedPermanently)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status406NotAcceptable)
        .TaggedByItself()
        .AsLookup()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            ExportEndpoints.DescribeForms(operation, ExportForms.All);
            return Task.CompletedTask;
        });

    private static async Task<IResult> FindAsync(
        string id, HttpContext http, CatalogSearch catalog, MemberDirectory members, MovedEditions moved, ExportAnswer answer, IOptions<JsonOptions> json)
    {
        http.Response.Headers.Vary = "Accept";
        if (catalog.Find(new ClusterId(id)) is not { } entry)
        {
            return await moved.FindAsync(http, id) is { } living
                ? living
                : TypedResults.Problem("There is no edition of this name.", statusCode: StatusCodes.Status404NotFound);
        }

        return AcceptedForm.Choose(http.Request.Headers.Accept, Offers) switch
        {
            null => TypedResults.Problem(
                $"None of the forms that this request accepts can be given. There are: {string.Join(", ", Offers)}.",
                statusCode: StatusCodes.Status406NotAcceptable,
                extensions: ExportEndpoints.FormsAt(entry.Id)),
            Json => ExportAnswer.Bytes(
                JsonSerializer.SerializeToUtf8Bytes(ApiFullRecord.From(entry, catalog.OtherEditions(new ClusterId(id)), members), json.Value.SerializerOptions), Json, fileName: null),
            var type => answer.Give(entry, ExportForms.All.First(form => form.MediaType == type), http.Request, asFile: false),
        };
    }
}
