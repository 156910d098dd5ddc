using System.Globalization;
using System.Text;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>Writes a false pair with its evidence as a table for a person to read.</summary>
internal static class FalsePairTable
{
    private const int WidestValue = 60;

    /// <summary>Writes it: a line for the two records, and one for every feature of which either says something.</summary>
    public static string Write(FalsePair pair)
    {
        var judgement = pair.Comparison.Judgement;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{pair.Left} / {pair.Right}: {judgement.Outcome}, weight {judgement.Weight}");
        text.Append(judgement.Veto is { } veto ? $", veto {veto}" : "").AppendLine(pair.Remark is { } remark ? $" ({remark})" : "");
        foreach (var evidence in pair.Comparison.Evidence.Where(evidence => evidence.Left.Length + evidence.Right.Length > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {evidence.Feature,-15}{evidence.Level,-18}{evidence.Weight,6}  {Fit(evidence.Left)} | {Fit(evidence.Right).TrimEnd()}");
        }

        return text.ToString();
    }

    private static string Fit(string value) => (value.Length <= WidestValue ? value : value[..(WidestValue - 1)] + "…").PadRight(WidestValue);
}
