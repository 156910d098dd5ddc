using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Pages;

/// <summary>Puts explanations into the words of one language, for the page, the command line and the API alike.</summary>
/// <param name="texts">The language.</param>
/// <param name="members">The libraries, for their names.</param>
internal sealed class MatchView(MatchTexts texts, MemberDirectory members)
{
    private readonly MatchSaying _saying = new(texts);

    /// <summary>Two records beside each other.</summary>
    public PairView Of(PairExplanation pair) => new()
    {
        Left = Of(pair.Left),
        Right = Of(pair.Right),
        Verdict = texts.Verdict(pair),
        Outcome = OutcomeOf(pair.Standing),
        Weight = texts.Weight(pair.Comparison.Judgement.Weight),
        Rows = [.. pair.Comparison.Evidence.Select(evidence => Row(evidence, pair)).Where(row => row.Left.Length > 0 || row.Right.Length > 0)],
        For = [.. texts.Reasons(pair.Comparison.Evidence, isFor: true)],
        Against = [.. texts.Reasons(pair.Comparison.Evidence, isFor: false)],
        Notes = [.. texts.Notes(pair)],
    };

    /// <summary>A record as it is named beside others.</summary>
    public RecordView Of(ExplainedRecord record) => new(
        record.Key.ToString(),
        members.Find(record.Key.Source)?.Name ?? record.Key.Source.Value,
        _saying.Title(record.Record),
        [.. new[] { RecordLines.By(record.Record) }.OfType<string>().Concat(RecordLines.Facts(record.Record, texts.Texts)).Select(MatchSaying.Short)],
        record.Cluster?.Value);

    private EvidenceRow Row(Evidence evidence, PairExplanation pair) => new(
        texts.Name(evidence.Feature),
        _saying.Of(evidence.Feature, pair.Left, evidence.Left),
        _saying.Of(evidence.Feature, pair.Right, evidence.Right),
        texts.Name(evidence.Level),
        NightWords.NameOf(evidence.Agreement),
        evidence.Weight == 0 ? "" : texts.Weight(evidence.Weight));

    private static string OutcomeOf(PairStanding standing) => standing switch
    {
        PairStanding.Together or PairStanding.TogetherByWord or PairStanding.TogetherThroughOthers or PairStanding.SameRecord => "together",
        PairStanding.Unsure or PairStanding.GaveWay or PairStanding.NeverCompared or PairStanding.NotPlaced => "unsure",
        _ => "apart",
    };
}
