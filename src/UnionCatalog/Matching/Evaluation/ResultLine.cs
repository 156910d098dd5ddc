using System.Globalization;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>What a rule came to on a set of records.</summary>
/// <param name="Set">The name of the set.</param>
/// <param name="Rule">The name of the rule.</param>
/// <param name="HasIdentifiers">Whether it saw the records' identifiers.</param>
/// <param name="Measures">How well it did.</param>
internal sealed record ResultLine(string Set, string Rule, bool HasIdentifiers, Measures Measures)
{
    /// <summary>The line that commands print, which scripts read.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"set={Set} rule={Rule} ids={(HasIdentifiers ? "yes" : "no")} precision={Measures.Precision:0.0000} recall={Measures.Recall:0.0000} f1={Measures.F1:0.0000} bcubed_f1={Measures.BcubedF1:0.0000}");
}
