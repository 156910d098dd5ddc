using UnionCatalog.Matching.Evaluation.OtherRules;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>The rules that are measured.</summary>
internal static class MatchRules
{
    /// <summary>All of them, ours first.</summary>
    public static IReadOnlyList<IMatchRule> All { get; } = [new UnionRule(), new IsbnRule(), new GoldRushRule(), new RecordManagerRule(), new MelindaRule()];
}
