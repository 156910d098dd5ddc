using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>What matching leaves to the coordinator, and what the coordinator decides.</summary>
internal static class DecisionEndpoints
{
    private const int Reach = 1_000_000;
    private const int UsualPage = 20;
    private const int MostListed = 50;
    private const string Form = "The body is JSON such as {\"kind\": \"together\", \"a\": \"sman-1-sukamaju/oai:sman1:17\", \"b\": \"perpusda-sukamaju/42\", \"why\": \"the same printing\", \"by\": \"Bu Sari\"}; kind is together or apart.";
    private const string Follows = "The catalogue follows within a minute.";

    private static readonly IReadOnlyList<ApiParameter> Pages = PageParameters.Of(UsualPage, Reach);

    public static void MapDeciding(this RouteGroupBuilder api)
    {
        var matching = api.MapGroup("/matching").ForCoordinator().ProducesProblem(StatusCodes.Status401Unauthorized).WithTags("Coordinator");
        matching.MapGet("/review", ReviewAsync).WithName("matchingReview").WithSummary("Pairs of records that a person should look at")
            .WithDescription("Those that touch the most holdings first. With them: numbers that are not believed, and groups too large to be compared.")
            .Takes([MatchingEndpoints.LanguageParameter, .. Pages]);
        matching.MapGet("/overrides", ListAsync).WithName("matchingOverrides").WithSummary("What people decided of pairs of records, the newest first").Takes(Pages);
        matching.MapPost("/overrides", DecideAsync).WithName("addMatchingOverride").WithSummary("Decide that two records are always, or never, one edition")
            .WithDescription("A decision that contradicts those that are kept is refused (409) with the chain that it contradicts.")
            .Takes()
            .Accepts<ApiDecisionRequest>(isOptional: true, "application/json", "*/*") // anything else is told what is asked for, and does not pass by
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        matching.MapDelete("/overrides", WithdrawAsync).WithName("withdrawMatchingOverride").WithSummary("Withdraw what was decided of two records")
            .WithDescription("The records may be named in whichever order.")
            .Takes(MatchingEndpoints.RecordParameter("a"), MatchingEndpoints.RecordParameter("b"))
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ApiReview>, ValidationProblem>> ReviewAsync(
        HttpContext http, ReviewExplainer explainer, IReviewStore reviews, string? lang = null)
    {
        var faults = new Dictionary<string, string[]>();
        var (page, size) = PageParameters.Read(http.Request.Query, UsualPage, Reach);
        if (MatchingEndpoints.ReadView(http, lang, faults, tellsNames: true) is not { } view || faults.Count > 0)
        {
            return Refusal.Of(faults);
        }

        var cancellation = http.RequestAborted;
        var tasks = await explainer.ListTasksAsync((page - 1) * size, size, cancellation);
        return TypedResults.Ok(new ApiReview(
            await reviews.CountTasksAsync(cancellation), page, size, [.. tasks.Select(task => new ApiTask(task.Task.Holdings, ApiPair.From(task.Pair, view)))],
            [.. (await explainer.ListIdentifiersAsync(MostListed, cancellation)).Select(number => ApiNumber.From(number, view))],
            [.. (await explainer.ListCrowdsAsync(MostListed, cancellation)).Select(crowd => ApiCrowd.From(crowd, view))]));
    }

    private static async Task<Ok<ApiDecisions>> ListAsync(
        HttpRequest request, IOverrideStore overrides, CancellationToken cancellation)
    {
        var (page, size) = PageParameters.Read(request.Query, UsualPage, Reach);
        var kept = await overrides.ListAsync((page - 1) * size, size + 1, cancellation);
        return TypedResults.Ok(new ApiDecisions(page, kept.Count > size, [.. kept.Take(size).Select(ApiDecision.From)]));
    }

    private static async Task<Results<Ok<ApiDecided>, ProblemHttpResult>> DecideAsync(HttpContext http, DecisionDesk desk, CatalogWorker worker, IOptions<JsonOptions> json)
    {
        if (await ReadAsync(http.Request, json.Value.SerializerOptions) is not { } request)
        {
            return TypedResults.Problem(Form, statusCode: StatusCodes.Status400BadRequest);
        }

        var by = request.By is { Length: > 0 } name ? name : CoordinatorDoor.Name;
        var outcome = await desk.DecideAsync(new(request.Kind, request.A ?? "", request.B ?? "", request.Why ?? "", by), http.RequestAborted);
        if (outcome is not DecisionOutcome.Kept { Decision: var kept, IsNew: var isNew })
        {
            var texts = MatchView.For(http, PageTexts.In("en"), tellsNames: true).Texts;
            return TypedResults.Problem(string.Join(' ', [texts.Tell(outcome), .. texts.Chain(outcome)]), statusCode: outcome.StatusCode());
        }

        worker.Wake();
        return TypedResults.Ok(new ApiDecided(ApiDecision.From(kept), isNew, isNew ? Follows : "It was decided before, and stays as it was."));
    }

    /// <summary>What the body says; null when it is not of the form that is asked for.</summary>
    private static async Task<ApiDecisionRequest?> ReadAsync(HttpRequest request, JsonSerializerOptions options)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<ApiDecisionRequest>(options, request.HttpContext.RequestAborted) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException or InvalidOperationException) // the last: a charset that there is not
        {
            return null;
        }
    }

    private static async Task<Results<Ok<ApiDecided>, ValidationProblem, ProblemHttpResult>> WithdrawAsync(
        IOverrideStore overrides, CatalogWorker worker, string? a = null, string? b = null, CancellationToken cancellation = default)
    {
        var faults = new Dictionary<string, string[]>();
        if ((MatchingEndpoints.ReadKey("a", a, faults), MatchingEndpoints.ReadKey("b", b, faults)) is not ({ } left, { } right))
        {
            return Refusal.Of(faults);
        }

        if (await overrides.WithdrawAsync(left, right, cancellation) is not { } withdrawn)
        {
            return TypedResults.Problem("Nothing was decided of these two records. GET /api/matching/overrides lists what was.", statusCode: StatusCodes.Status404NotFound);
        }

        worker.Wake();
        return TypedResults.Ok(new ApiDecided(ApiDecision.From(withdrawn), false, $"It is withdrawn. {Follows}"));
    }

}
