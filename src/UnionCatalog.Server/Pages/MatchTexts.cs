using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Matching.Features;

namespace UnionCatalog.Server.Pages;

/// <summary>What the matcher means, in the words of librarians. Every name of its has words in both languages: a test sees to it.</summary>
/// <param name="texts">The language.</param>
internal sealed class MatchTexts(PageTexts texts)
{
    private const int MostReasons = 3;

    /// <summary>The language.</summary>
    public PageTexts Texts => texts;

    /// <summary>A feature as a heading: "Title".</summary>
    public string Name(Feature feature) => texts["match.feature." + NightWords.NameOf(feature)];

    /// <summary>How well a feature agrees: "the same".</summary>
    public string Name(Level level) => texts["match.level." + NightWords.NameOf(level)];

    /// <summary>What no weight overrules: "the volumes, classes or parts differ".</summary>
    public string Name(Veto veto) => texts["match.veto." + NightWords.NameOf(veto)];

    /// <summary>"the same", "not certain", "different".</summary>
    public string Name(Outcome outcome) => texts["match.outcome." + NightWords.NameOf(outcome)];

    /// <summary>In which respect two records were found for each other: "title and author".</summary>
    public string Name(BlockFamily family) => texts["match.block." + NightWords.NameOf(family)];

    /// <summary>"class 10".</summary>
    public string Name(PartKind kind, IEnumerable<string> values) =>
        texts.Format("match.part." + NightWords.NameOf(kind), string.Join("/", kind == PartKind.Level ? values.Select(value => value.ToUpperInvariant()) : values));

    /// <summary>Why a record cannot be explained, as a sentence.</summary>
    public string Tell(MissingRecord missing) => texts.Format("match.absence." + NightWords.NameOf(missing.Absence), missing.Key);

    /// <summary>The verdict in a sentence.</summary>
    public string Verdict(PairExplanation pair) => pair.Standing == PairStanding.ApartByVeto
        ? texts.Format("match.standing.apartByVeto", Name(pair.Comparison.Judgement.Veto!.Value))
        : texts["match.standing." + NightWords.NameOf(pair.Standing)];

    /// <summary>The evidence that counts most for the same edition, or against it: "ISBN: the same".</summary>
    public IEnumerable<string> Reasons(IEnumerable<Evidence> evidence, bool isFor) => evidence
        .Where(piece => isFor ? piece.Weight > 0 : piece.Weight < 0)
        .OrderByDescending(piece => Math.Abs(piece.Weight))
        .Take(MostReasons)
        .Select(piece => texts.Format("match.reason", Name(piece.Feature), Name(piece.Level)));

    /// <summary>What else has a say: how they were found for each other, and what is not believed.</summary>
    public IEnumerable<string> Notes(PairExplanation pair) =>
    [
        pair.FoundBy.Count > 0 ? texts.Format("match.found-by", string.Join(", ", pair.FoundBy.Select(Name))) : texts["match.never-found"],
        .. pair.Suspicious.Select(identifier => texts.Format("match.suspicious", identifier)),
    ];

    /// <summary>Hundredths of a nat as a number with its sign: "+4.2".</summary>
    public string Weight(int hundredths) => (hundredths / 100.0).ToString("+0.0;−0.0;0", texts.Culture);
}
