namespace UnionCatalog.Matching.Comparison;

/// <summary>Compares two records. The order of the two makes no difference.</summary>
internal static class PairComparer
{
    /// <summary>Judges whether two records are of the same edition.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="suspicious">The identifiers that are not believed; null for none.</param>
    public static Judgement Judge(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious = null)
    {
        var verdict = RecordComparison.Compare(left, right);
        var weight = verdict.Evidence.Sum(evidence => evidence.Agreement switch { Agreement.Agree => 100, Agreement.Disagree => -150, _ => 0 });
        Veto? veto = verdict.Reason switch
        {
            MatchReason.TitlesDiffer => Veto.Titles,
            MatchReason.PartsDiffer => Veto.Parts,
            MatchReason.FormatsDiffer => Veto.Formats,
            MatchReason.LanguagesDiffer => Veto.Languages,
            MatchReason.EditionsDiffer => Veto.Editions,
            _ => null,
        };
        var outcome = verdict.IsSame ? Outcome.Same : veto is null && weight > 200 ? Outcome.Unsure : Outcome.Different;
        return new(outcome, weight, veto);
    }

    /// <summary>The same with the evidence, for a person to read.</summary>
    public static Comparison Explain(MatchFeatures left, MatchFeatures right, IReadOnlySet<string>? suspicious = null) =>
        new(Judge(left, right, suspicious), RecordComparison.Compare(left, right).Evidence);
}
