using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>Why records are, or are not, shown as one edition.</summary>
internal static class MatchingEndpoints
{
    public static void MapExplaining(this RouteGroupBuilder api)
    {
        api.MapGet("/matching/explain", ExplainAsync).WithName("explainMatching").WithSummary("Why two records are, or are not, one edition")
            .Takes(RecordParameter("a"), RecordParameter("b"), LanguageParameter)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .TaggedByContent();
        api.MapGet("/records/{id}/matching", FindAsync).WithName("recordMatching").WithSummary("Why the records of an edition are together")
            .WithDescription("An edition that was united with another is answered by a redirection to that one.")
            .Takes(LanguageParameter)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .TaggedByContent();
    }

    /// <summary>The language of what is told.</summary>
    internal static ApiParameter LanguageParameter { get; } = new("lang", "The language of the words. Default: the one that Accept-Language asks for.") { Choices = [.. PageTexts.All.Select(texts => texts.Language)] };

    /// <summary>A parameter that names a record.</summary>
    internal static ApiParameter RecordParameter(string name) =>
        new(name, "A record: the library's id and the record's identifier there, with a slash between, such as sman-1-sukamaju/oai:sman1:17.") { IsRequired = true };

    /// <summary>The languages that words can be had in.</summary>
    internal static string Languages => string.Join(" or ", PageTexts.All.Select(texts => texts.Language));

    private static async Task<Results<Ok<ApiPair>, ValidationProblem, ProblemHttpResult>> ExplainAsync(
        HttpContext http, MatchExplainer explainer, string? a = null, string? b = null, string? lang = null)
    {
        var faults = new Dictionary<string, string[]>();
        var (left, right) = (ReadKey("a", a, faults), ReadKey("b", b, faults));
        var view = ReadView(http, lang, faults);
        if (left is null || right is null || faults.Count > 0)
        {
            return Refusal.Of(faults);
        }

        return await explainer.ExplainAsync(left, right, http.RequestAborted) switch
        {
            PairExplaining.Explained { Pair: var pair } => TypedResults.Ok(ApiPair.From(pair, view!)),
            PairExplaining.Missing { Records: var missing } => TypedResults.Problem(
                string.Join(' ', missing.Select(view!.Texts.Tell)), statusCode: StatusCodes.Status404NotFound),
            _ => throw new InvalidOperationException("Explaining has come to something new."),
        };
    }

    private static async Task<Results<Ok<ApiEditionMatching>, RedirectHttpResult, ValidationProblem, ProblemHttpResult>> FindAsync(
        HttpContext http, string id, ClusterExplainer explainer, MovedEditions moved, string? lang = null)
    {
        var faults = new Dictionary<string, string[]>();
        if (ReadView(http, lang, faults) is not { } view)
        {
            return Refusal.Of(faults);
        }

        if (await explainer.ExplainAsync(new ClusterId(id), http.RequestAborted) is { } cluster)
        {
            return TypedResults.Ok(ApiEditionMatching.From(cluster, view));
        }

        return await moved.FindAsync(http, id) is { } living
            ? living
            : TypedResults.Problem("There is no edition of this name.", statusCode: StatusCodes.Status404NotFound);
    }

    /// <summary>Reads a record's key, and notes what is wrong with it.</summary>
    internal static RecordKey? ReadKey(string name, string? text, Dictionary<string, string[]> faults)
    {
        var key = RecordKey.Parse(text ?? "");
        if (key is null)
        {
            faults[name] = [string.IsNullOrEmpty(text)
                ? $"{name} is missing. It names a record as LIBRARY/IDENTIFIER."
                : $"{name} is no record's name: LIBRARY/IDENTIFIER, such as sman-1-sukamaju/oai:sman1:17, with at most {RecordKey.LongestText} characters."];
        }

        return key;
    }

    internal static MatchView? ReadView(HttpContext http, string? lang, Dictionary<string, string[]> faults, bool tellsNames = false)
    {
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        var texts = lang is null ? PageTexts.For(http.Request) : PageTexts.All.FirstOrDefault(texts => texts.Language == lang);
        if (texts is null)
        {
            faults["lang"] = [$"lang takes {Languages}."];
            return null;
        }

        return MatchView.For(http, texts, tellsNames);
    }
}
