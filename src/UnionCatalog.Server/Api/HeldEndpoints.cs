using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>The removals that wait for the coordinator: seen, confirmed and refused.</summary>
internal static class HeldEndpoints
{
    private const int LongestName = 100;

    private static readonly ApiParameter By = new("by", $"Who decides, at most {LongestName} characters.");

    public static void MapHeld(this RouteGroupBuilder api)
    {
        var held = api.MapGroup("/held").ForCoordinator().ProducesProblem(StatusCodes.Status401Unauthorized).WithTags("Coordinator");
        held.MapGet("", ListAsync).WithName("heldRemovals").WithSummary("Removals that wait for the coordinator")
            .WithDescription("A whole list of a member lacked so many of its records that they were not removed at once. Until it is decided they stay searchable.").Takes();
        held.MapGet("/{id:long}", FindAsync).WithName("heldRemoval").WithSummary("One removal, decided or not").Takes().ProducesProblem(StatusCodes.Status404NotFound);
        held.MapPost("/{id:long}/confirm", (long id, string? by, IHeldRemovals store, HeldReporter reporter, CatalogWorker worker, CancellationToken cancellation) =>
                DecideAsync(id, HeldDecision.Confirmed, by, store, reporter, worker, cancellation))
            .WithName("confirmHeldRemoval").WithSummary("Remove the records").Takes(By).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        held.MapPost("/{id:long}/refuse", (long id, string? by, IHeldRemovals store, HeldReporter reporter, CatalogWorker worker, CancellationToken cancellation) =>
                DecideAsync(id, HeldDecision.Refused, by, store, reporter, worker, cancellation))
            .WithName("refuseHeldRemoval").WithSummary("Keep the records").Takes(By).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<List<ApiHeldRemoval>>> ListAsync(HeldReporter reporter, CancellationToken cancellation) =>
        TypedResults.Ok((await reporter.ListAsync(cancellation)).Select(ApiHeldRemoval.From).ToList());

    private static async Task<Results<Ok<ApiHeldRemoval>, ProblemHttpResult>> FindAsync(long id, HeldReporter reporter, CancellationToken cancellation) =>
        await reporter.FindAsync(id, cancellation) is { } report ? TypedResults.Ok(ApiHeldRemoval.From(report)) : NotThere(id);

    private static async Task<Results<Ok<ApiHeldRemoval>, ProblemHttpResult>> DecideAsync(
        long id, HeldDecision decision, string? by, IHeldRemovals store, HeldReporter reporter, CatalogWorker worker, CancellationToken cancellation)
    {
        if (by is { Length: > LongestName })
        {
            throw new InvalidSearchException("by", $"by: at most {LongestName} characters are kept.");
        }

        try
        {
            var decided = await store.DecideAsync(id, decision, by, cancellation);
            if (decided.Decision != decision)
            {
                return TypedResults.Problem(
                    $"Removal {id} was decided before: {ApiHeldRemoval.NameOf(decided.Decision)}.", statusCode: StatusCodes.Status409Conflict);
            }
        }
        catch (KeyNotFoundException)
        {
            return NotThere(id);
        }

        worker.Wake();
        return TypedResults.Ok(ApiHeldRemoval.From((await reporter.FindAsync(id, cancellation))!));
    }

    private static ProblemHttpResult NotThere(long id) =>
        TypedResults.Problem($"There is no removal {id}. GET /api/held lists those that wait.", statusCode: StatusCodes.Status404NotFound);
}
