using UnionCatalog.Matching.Deciding;

namespace UnionCatalog.Server.Coordinator;

/// <summary>What came of a decision, as HTTP says it.</summary>
internal static class DecisionStatus
{
    /// <summary>The status code of the answer.</summary>
    public static int StatusCode(this DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Kept => StatusCodes.Status200OK,
        DecisionOutcome.Contradicted => StatusCodes.Status409Conflict,
        DecisionOutcome.Unknown => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };
}
