using Microsoft.AspNetCore.Http.HttpResults;
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
    private const int LargestPage = 100;
    private const int LastPage = 10_000;
    private const int MostListed = 50;
    private const string Follows = "The catalogue follows within a minute.";

    public static void MapDeciding(this RouteGroupBuilder api)
    {
        var matching = api.MapGroup("/matching").ForCoordinator().ProducesProblem(StatusCodes.Status401Unauthorized).WithTags("Coordinator");
        matching.MapGet("/review", ReviewAsync).WithName("matchingReview").WithSummary("Pairs of records that a person should look at")
            .WithDescription($"Those that touch the most records first. page from 1; size 1 to {LargestPage}, 20 when left out; lang id or en. With them: numbers that are not believed, and groups too large to be compared.");
        matching.MapGet("/overrides", ListAsync).WithName("matchingOverrides").WithSummary("What people decided of pairs of records, the newest first");
        matching.MapPost("/overrides", DecideAsync).WithName("addMatchingOverride").WithSummary("Decide that two records are always, or never, one edition")
            .WithDescription("A decision that contradicts those that are kept is refused (409) with the chain that it contradicts.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        matching.MapDelete("/overrides", WithdrawAsync).WithName("withdrawMatchingOverride").WithSummary("Withdraw what was decided of two records")
            .WithDescription("a and b name the records, in whichever order.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ApiReview>, ValidationProblem>> ReviewAsync(
        HttpContext http, ReviewExplainer explainer, IReviewStore reviews, int page = 1, int size = 20, string? lang = null)
    {
        var faults = new Dictionary<string, string[]>();
        Check("page", page, LastPage, faults);
        Check("size", size, LargestPage, faults);
        if (MatchingEndpoints.ReadView(http, lang, faults, tellsNames: true) is not { } view || faults.Count > 0)
        {
            return MatchingEndpoints.Refuse(faults);
        }

        var cancellation = http.RequestAborted;
        var tasks = await explainer.ListTasksAsync((page - 1) * size, size, cancellation);
        return TypedResults.Ok(new ApiReview(
            await reviews.CountTasksAsync(cancellation), page, size, [.. tasks.Select(task => new ApiTask(task.Task.Records, ApiPair.From(task.Pair, view)))],
            [.. (await explainer.ListIdentifiersAsync(MostListed, cancellation)).Select(number => ApiNumber.From(number, view))],
            [.. (await explainer.ListCrowdsAsync(MostListed, cancellation)).Select(crowd => ApiCrowd.From(crowd, view))]));
    }

    private static async Task<Results<Ok<ApiDecisions>, ValidationProblem>> ListAsync(
        IOverrideStore overrides, int page = 1, int size = 20, CancellationToken cancellation = default)
    {
        var faults = new Dictionary<string, string[]>();
        Check("page", page, LastPage, faults);
        Check("size", size, LargestPage, faults);
        if (faults.Count > 0)
        {
            return MatchingEndpoints.Refuse(faults);
        }

        var kept = await overrides.ListAsync((page - 1) * size, size + 1, cancellation);
        return TypedResults.Ok(new ApiDecisions(page, kept.Count > size, [.. kept.Take(size).Select(ApiDecision.From)]));
    }

    private static async Task<Results<Ok<ApiDecided>, ProblemHttpResult>> DecideAsync(
        ApiDecisionRequest request, DecisionDesk desk, CatalogWorker worker, HttpContext http)
    {
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

    private static async Task<Results<Ok<ApiDecided>, ValidationProblem, ProblemHttpResult>> WithdrawAsync(
        IOverrideStore overrides, CatalogWorker worker, string? a = null, string? b = null, CancellationToken cancellation = default)
    {
        var faults = new Dictionary<string, string[]>();
        if ((MatchingEndpoints.ReadKey("a", a, faults), MatchingEndpoints.ReadKey("b", b, faults)) is not ({ } left, { } right))
        {
            return MatchingEndpoints.Refuse(faults);
        }

        if (await overrides.WithdrawAsync(left, right, cancellation) is not { } withdrawn)
        {
            return TypedResults.Problem("Nothing was decided of these two records. GET /api/matching/overrides lists what was.", statusCode: StatusCodes.Status404NotFound);
        }

        worker.Wake();
        return TypedResults.Ok(new ApiDecided(ApiDecision.From(withdrawn), false, $"It is withdrawn. {Follows}"));
    }

    private static void Check(string name, int value, int most, Dictionary<string, string[]> faults)
    {
        if (value < 1 || value > most)
        {
            faults[name] = [$"{name} takes a number from 1 to {most}."];
        }
    }
}
