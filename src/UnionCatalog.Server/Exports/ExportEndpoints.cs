using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using UnionCatalog.Exporting;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Exports;

/// <summary>The doors through which editions leave in the forms of others.</summary>
internal static class ExportEndpoints
{
    /// <summary>The names in a request's address that are of no edition.</summary>
    private const string UnknownHeader = "Unknown-Editions";

    private static readonly IReadOnlyList<ApiParameter> Parameters =
    [
        new("format", "The form of the file.") { IsRequired = true, Choices = [.. ExportForms.All.Select(form => form.Name)] },
        new("id", $"The name of an edition; may be repeated, up to {ChosenEditions.Most} times.") { IsRequired = true, Repeats = true },
    ];

    public static IServiceCollection AddExports(this IServiceCollection services) =>
        services.AddSingleton<EditionChooser>().AddSingleton<ExportAnswer>();

    public static void MapExports(this WebApplication app)
    {
        app.MapMethods("/records/{id}.{ending}", PageEndpoints.Reading, GiveAsync).AsLookup().ExcludeFromDescription();
        app.MapGet("/export", GiveAllAsync).WithTags("Catalogue")
            .WithName("export").WithSummary("Several editions in one file")
            .WithDescription($"At most {ChosenEditions.Most} editions. Names of none are told in the header {UnknownHeader}; one that was united with another is given as that one.")
            .Takes(Parameters)
            .RefusesWhatItDoesNotTake()
            .Produces(StatusCodes.Status200OK)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .TaggedByItself()
            .AsSearch()
            .AnswersHead()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                DescribeForms(operation, ExportForms.All);
                return Task.CompletedTask;
            });
    }

    /// <summary>Adds the forms to what the description of a door says that it answers with.</summary>
    public static void DescribeForms(OpenApiOperation operation, IEnumerable<ExportForm> forms)
    {
        operation.Responses ??= [];
        if (operation.Responses.GetValueOrDefault("200") is not OpenApiResponse answer)
        {
            operation.Responses["200"] = answer = new OpenApiResponse { Description = "OK" };
        }

        answer.Content ??= new Dictionary<string, OpenApiMediaType>();
        foreach (var form in forms)
        {
            answer.Content[form.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = form.Title } };
        }
    }

    /// <summary>The forms that could be had instead, for an answer that refuses one.</summary>
    public static Dictionary<string, object?> FormsAt(string? edition) => new()
    {
        ["forms"] = ExportForms.All.Select(form => new FormOffer(form.Name, form.MediaType, edition is null ? null : $"/records/{edition}.{form.Ending}")).ToList(),
    };

    private static async Task<IResult> GiveAsync(string id, string ending, HttpContext http, CatalogSearch catalog, MovedEditions moved, ExportAnswer answer)
    {
        // "ID.csl.json": a name has no dot, so that the first one ends it.
        var parts = $"{id}.{ending}".Split('.', 2);
        if (ExportForms.FindByEnding(parts[1]) is not { } form)
        {
            return TypedResults.Problem(
                "There is no form of this ending.", statusCode: StatusCodes.Status404NotFound, extensions: FormsAt(MovedEditions.IsName(parts[0]) ? parts[0] : null));
        }

        if (catalog.Find(new Store.ClusterId(parts[0])) is { } entry)
        {
            return answer.Give(entry, form, http.Request, asFile: true);
        }

        return await moved.FindLivingAsync(parts[0], http.RequestAborted) is { } living
            ? MovedEditions.Redirect(http, $"/records/{living}.{parts[1]}{http.Request.QueryString.ToUriComponent()}")
            : TypedResults.Problem("There is no edition of this name.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GiveAllAsync(HttpContext http, EditionChooser chooser, ExportAnswer answer)
    {
        var query = http.Request.Query;
        var form = ExportForms.FindByName(query["format"].ToString())
            ?? throw new InvalidSearchException("format", $"format: expected is one of {string.Join(", ", ExportForms.All.Select(known => known.Name))}.");
        var names = ChosenEditions.NamesIn(query);
        if (names.Count == 0 || names.FirstOrDefault(name => !MovedEditions.IsName(name)) is { })
        {
            throw new InvalidSearchException("id", "id: names of editions are expected, as in the addresses of their pages.");
        }

        var chosen = await chooser.FindAsync(names, http.RequestAborted);
        if (chosen.Unknown.Count > 0)
        {
            http.Response.Headers[UnknownHeader] = string.Join(", ", chosen.Unknown);
        }

        return chosen.Entries.Count > 0
            ? answer.GiveAll(chosen.Entries, form, http.Request)
            : TypedResults.Problem("There is no edition of these names.", statusCode: StatusCodes.Status404NotFound);
    }
}

/// <summary>A form that could be had.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type, for the header Accept.</param>
/// <param name="Address">Where this edition is given in it; null where no edition is meant.</param>
internal sealed record FormOffer(string Name, string MediaType, string? Address);
