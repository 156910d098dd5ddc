using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Deciding;

/// <summary>Takes what people decide of two records, whichever door it comes by, and says what came of it.</summary>
internal sealed class DecisionDesk(IOverrideStore overrides, TimeProvider clock)
{
    /// <summary>Keeps a decision, or says why not. The clusters follow at the next pull.</summary>
    public async Task<DecisionOutcome> DecideAsync(DecisionRequest request, CancellationToken cancellation)
    {
        var (why, by) = (request.Why.Trim(), request.By.Trim());
        if (Fault(request, why, by) is { } fault)
        {
            return new DecisionOutcome.Invalid(fault);
        }

        var decision = new MatchOverride(request.Kind!.Value, RecordKey.Parse(request.A)!, RecordKey.Parse(request.B)!, by, why, clock.GetUtcNow());
        return await overrides.AddAsync(decision, cancellation) switch
        {
            OverrideResult.Added { Override: var kept, IsNew: var isNew } => new DecisionOutcome.Kept(kept, isNew),
            OverrideResult.Conflict { Chain: var chain } => new DecisionOutcome.Contradicted(chain),
            OverrideResult.Unknown { Record: var record } => new DecisionOutcome.Unknown(record),
            _ => throw new InvalidOperationException("The store has answered something new."),
        };
    }

    private static DecisionFault? Fault(DecisionRequest request, string why, string by) => request switch
    {
        { Kind: not (OverrideKind.Together or OverrideKind.Apart) } => DecisionFault.NoKind,
        _ when RecordKey.Parse(request.A) is null || RecordKey.Parse(request.B) is null => DecisionFault.NoRecord,
        _ when request.A == request.B => DecisionFault.OneRecord,
        _ when why.Length is 0 or > MatchOverride.MostWhy => DecisionFault.Reason,
        _ when by.Length is 0 or > MatchOverride.MostBy => DecisionFault.Name,
        _ => null,
    };
}

/// <summary>What somebody wants to decide, as a door was told it.</summary>
/// <param name="Kind">What; null when that was not told.</param>
/// <param name="A">The key of one record.</param>
/// <param name="B">The key of the other.</param>
/// <param name="Why">The reason.</param>
/// <param name="By">Who decides.</param>
internal sealed record DecisionRequest(OverrideKind? Kind, string A, string B, string Why, string By);
