using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Matching.Features;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>What the matcher means, in the words of librarians. Every name of its has words in both languages: a test sees to it.</summary>
/// <param name="texts">The language.</param>
/// <param name="zone">By whose clock days are told.</param>
/// <param name="tellsNames">Whether the names of who decided may be told: to the coordinator, not to every reader.</param>
internal sealed class MatchTexts(PageTexts texts, TimeZoneInfo zone, bool tellsNames)
{
    private const int MostReasons = 3;

    /// <summary>The language.</summary>
    public PageTexts Texts => texts;

    /// <summary>A feature as a heading: "Title".</summary>
    public string Name(Feature feature) => texts["match.feature." + NightWords.NameOf(feature)];

    /// <summary>How well a feature agrees: "the same".</summary>
    public string Name(Level level) => texts["match.level." + NightWords.NameOf(level)];

    /// <summary>What comparing comes to: "not certain".</summary>
    public string Name(Outcome outcome) => texts["match.outcome." + NightWords.NameOf(outcome)];

    /// <summary>What no weight overrules: "the volumes, classes or parts differ".</summary>
    public string Name(Veto veto) => texts["match.veto." + NightWords.NameOf(veto)];

    /// <summary>In which respect two records were found for each other: "title and author".</summary>
    public string Name(BlockFamily family) => texts["match.block." + NightWords.NameOf(family)];

    /// <summary>"class 10".</summary>
    public string Name(PartKind kind, IEnumerable<string> values) =>
        texts.Format("match.part." + NightWords.NameOf(kind), string.Join("/", kind == PartKind.Level ? values.Select(value => value.ToUpperInvariant()) : values));

    /// <summary>Why a record cannot be explained, as a sentence.</summary>
    public string Tell(MissingRecord missing) => texts.Format("match.absence." + NightWords.NameOf(missing.Absence), MatchSaying.Short(missing.Key.ToString()));

    /// <summary>The verdict in a sentence.</summary>
    public string Verdict(PairExplanation pair) => pair.Standing == PairStanding.ApartByVeto
        ? texts.Format("match.standing.apartByVeto", Name(pair.Comparison.Judgement.Veto!.Value))
        : texts["match.standing." + NightWords.NameOf(pair.Standing)];

    /// <summary>What the weights come to, and what that means.</summary>
    public string Total(Judgement judgement) => texts.Format(
        "match.total", Weight(judgement.Weight), Name(judgement.Outcome), Weight(Weights.Present.Same), Weight(Weights.Present.Unsure));

    /// <summary>
    /// The evidence that counts most for the same edition, or against it: "ISBN: the same". What agrees is not told to speak
    /// against it, though it can weigh so: beside other things that agree it is expected.
    /// </summary>
    public IEnumerable<string> Reasons(IEnumerable<Evidence> evidence, bool isFor) => evidence
        .Where(piece => isFor ? piece is { Weight: > 0, Agreement: not Agreement.Disagree } : piece is { Weight: < 0, Agreement: not Agreement.Agree })
        .OrderByDescending(piece => Math.Abs(piece.Weight))
        .Take(MostReasons)
        .Select(piece => texts.Format("match.reason", Name(piece.Feature), Name(piece.Level)));

    /// <summary>What else has a say: how they were found for each other, what is not believed, what people decided.</summary>
    public IEnumerable<string> Notes(PairExplanation pair) =>
    [
        .. pair.Decisions.Select(Tell),
        .. pair.Disbelieved.Select(identifier => texts.Format("match.suspicious", identifier)),
        .. pair.Meeting is { } meeting && pair.Left.Key != pair.Right.Key ? Tell(meeting) : [],
    ];

    /// <summary>A decision as a sentence: what, why and when; who only where names may be told.</summary>
    public string Tell(MatchOverride decision)
    {
        var day = TimeZoneInfo.ConvertTime(decision.At, zone).ToString(texts["match.decision.day"], texts.Culture);
        return texts.Format(
            "match.decision." + NightWords.NameOf(decision.Kind), MatchSaying.Short(decision.A.ToString()), MatchSaying.Short(decision.B.ToString()), decision.Why,
            tellsNames ? $"{decision.By}, {day}" : day);
    }

    /// <summary>What came of a decision, as a sentence.</summary>
    public string Tell(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Kept { IsNew: true } => texts["match.decision.saved"],
        DecisionOutcome.Kept => texts["match.decision.known"],
        DecisionOutcome.Contradicted => texts["match.decision.conflict"],
        DecisionOutcome.Unknown { Record: var record } => Tell(new MissingRecord(record, RecordAbsence.Unknown)),
        DecisionOutcome.Invalid { Fault: var fault } => Tell(fault),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>What is the matter with a decision, as a sentence.</summary>
    public string Tell(DecisionFault fault) =>
        texts.Format("match.fault." + NightWords.NameOf(fault), fault == DecisionFault.Name ? MatchOverride.MostBy : MatchOverride.MostWhy);

    /// <summary>What a decision contradicts, and what to do about it; nothing when it contradicts nothing.</summary>
    public IEnumerable<string> Chain(DecisionOutcome outcome) =>
        outcome is DecisionOutcome.Contradicted { Chain: var chain } ? chain.Select(Tell).Append(texts["match.decision.conflict.advice"]) : [];

    private IEnumerable<string> Tell(Meeting meeting)
    {
        yield return meeting.Shared.Count > 0 ? texts.Format("match.found-by", string.Join(", ", meeting.Shared.Select(Name))) : texts["match.never-found"];
        if (meeting.Crowded.Count > 0)
        {
            yield return texts.Format("match.crowded", string.Join(", ", meeting.Crowded.Select(Name)));
        }
    }

    /// <summary>Hundredths of a nat as a number with its sign: "+4.2".</summary>
    public string Weight(int hundredths) => (hundredths / 100.0).ToString("+0.0;−0.0;0", texts.Culture);
}
