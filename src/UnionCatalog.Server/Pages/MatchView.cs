using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Reports;

namespace UnionCatalog.Server.Pages;

/// <summary>Puts explanations into the words of one language, for the page, the command line and the API alike.</summary>
/// <param name="texts">The language.</param>
/// <param name="members">The libraries, for their names.</param>
internal sealed class MatchView(MatchTexts texts, MemberDirectory members)
{
    /// <summary>The words.</summary>
    public MatchTexts Texts => texts;

    /// <summary>What records say of each feature.</summary>
    public MatchSaying Saying { get; } = new(texts);

    /// <summary>For who asks, in these words and by the network's clock.</summary>
    /// <param name="http">The request.</param>
    /// <param name="words">The language.</param>
    /// <param name="tellsNames">Whether the names of who decided may be told.</param>
    public static MatchView For(HttpContext http, PageTexts words, bool tellsNames)
    {
        var services = http.RequestServices;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<NightOptions>().TimeZone);
        return new MatchView(new MatchTexts(words, zone, tellsNames), services.GetRequiredService<MemberDirectory>());
    }

    /// <summary>Two records beside each other.</summary>
    public PairView Of(PairExplanation pair) => new()
    {
        Left = Of(pair.Left),
        Right = Of(pair.Right),
        Verdict = texts.Verdict(pair),
        Outcome = OutcomeOf(pair.Standing),
        Total = texts.Total(pair.Comparison.Judgement),
        Rows = [.. Start(), .. pair.Comparison.Evidence.Select(evidence => Row(evidence, pair)).Where(row => row.Left.Length + row.Right.Length > 0)],
        For = [.. texts.Reasons(pair.Comparison.Evidence, isFor: true)],
        Against = [.. texts.Reasons(pair.Comparison.Evidence, isFor: false)],
        Notes = [.. texts.Notes(pair)],
    };

    /// <summary>A record as it is named beside others.</summary>
    public RecordView Of(ExplainedRecord record) => new(
        record.Key.ToString(),
        NameOf(record.Key.Source),
        Saying.Title(record.Record),
        [.. new[] { RecordLines.By(record.Record) }.OfType<string>().Concat(RecordLines.Facts(record.Record, texts.Texts)).Select(MatchSaying.Short)],
        record.Cluster?.Value);

    /// <summary>Why the records of a cluster are together.</summary>
    public ClusterView Of(ClusterExplanation cluster, string title) => new(
        cluster.Cluster.Value,
        title,
        cluster.Total,
        [.. cluster.Members.Select(member => new MemberView(
            Of(member.Record), member.Strongest is { } strongest ? Of(strongest) : null, [.. member.Decisions.Select(texts.Tell)]))],
        [.. cluster.Missing.Select(texts.Tell)],
        [.. cluster.Near.Select(Of)]);

    /// <summary>A pair that a person should look at.</summary>
    public TaskView Of(ExplainedTask task) => new(Of(task.Pair), texts.Texts.Count("review.touches", task.Task.Holdings));

    /// <summary>An identifier that is not believed, and who bears it.</summary>
    public IdentifierView Of(ExplainedIdentifier identifier) => new(
        texts.Texts.Format("review.suspicious.of", texts.Name(identifier.Family), identifier.Identifier, identifier.Records, identifier.Titles),
        [.. identifier.Libraries.Select(library => texts.Texts.Format(
            "review.suspicious.library", NameOf(library.Bearers.Library), library.Bearers.Records, library.Bearers.Titles, Example(library)))]);

    /// <summary>A group too large to be compared.</summary>
    public string Of(ExplainedCrowd crowd) => texts.Texts.Format(
        "review.crowd", crowd.Descriptions, texts.Name(crowd.Family), crowd.Example is { } example ? Saying.Title(example.Record) : crowd.Key.ToString());

    /// <summary>A library's name; its id where its configuration is gone.</summary>
    public string NameOf(SourceId library) => members.Find(library)?.Name ?? library.Value;

    private string Example(ExplainedBearers library) =>
        library.Example is { } example ? $"“{Saying.Title(example.Record)}” ({MatchSaying.Short(example.Key.ToString())})" : MatchSaying.Short(library.Bearers.Example.ToString());

    // Listed only where it says something, so that the column adds up.
    private IEnumerable<EvidenceRow> Start()
    {
        if (Weights.Present.Prior is not 0 and var prior)
        {
            yield return new(texts.Texts["match.prior"], "", "", "", NightWords.NameOf(Agreement.Unknown), texts.Weight(prior));
        }
    }

    private EvidenceRow Row(Evidence evidence, PairExplanation pair) => new(
        texts.Name(evidence.Feature),
        Saying.Of(evidence.Feature, pair.Left, evidence.Left),
        Saying.Of(evidence.Feature, pair.Right, evidence.Right),
        texts.Name(evidence.Level),
        NightWords.NameOf(evidence.Agreement),
        evidence.Weight == 0 ? "" : texts.Weight(evidence.Weight));

    private static string OutcomeOf(PairStanding standing) => standing switch
    {
        PairStanding.Together or PairStanding.TogetherByWord or PairStanding.TogetherThroughOthers or PairStanding.SameRecord => "together",
        PairStanding.Unsure or PairStanding.GaveWay or PairStanding.NeverCompared or PairStanding.NotPlaced or PairStanding.WordPending => "unsure",
        _ => "apart",
    };
}
