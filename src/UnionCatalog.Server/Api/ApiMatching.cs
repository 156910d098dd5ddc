using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Api;

/// <summary>Why two records are, or are not, shown as one edition.</summary>
/// <param name="A">The one record.</param>
/// <param name="B">The other.</param>
/// <param name="Standing">How they stand in the catalogue, and what decided it.</param>
/// <param name="Outcome">What comparing them by themselves comes to.</param>
/// <param name="Weight">The evidence added up, in hundredths of a nat: positive speaks for the same.</param>
/// <param name="Veto">What no weight overrules; null when nothing does.</param>
/// <param name="Verdict">The standing as a sentence.</param>
/// <param name="Evidence">What was compared, one piece for every feature.</param>
/// <param name="FoundBy">The respects in which the two were found for each other; empty when they never were, null where it was not looked up.</param>
/// <param name="Crowded">The respects that they share with too many others to be compared by.</param>
/// <param name="Disbelieved">Identifiers of either that are not believed.</param>
/// <param name="Decisions">What people decided of either, as sentences.</param>
internal sealed record ApiPair(
    ApiMatchedRecord A, ApiMatchedRecord B, PairStanding Standing, Outcome Outcome, int Weight, Veto? Veto, string Verdict, IReadOnlyList<ApiEvidence> Evidence,
    IReadOnlyList<BlockFamily>? FoundBy, IReadOnlyList<BlockFamily>? Crowded, IReadOnlyList<string> Disbelieved, IReadOnlyList<string> Decisions)
{
    public static ApiPair From(PairExplanation pair, MatchView view)
    {
        var (judgement, saying) = (pair.Comparison.Judgement, view.Saying);
        return new(
            ApiMatchedRecord.From(pair.Left, view), ApiMatchedRecord.From(pair.Right, view), pair.Standing, judgement.Outcome, judgement.Weight, judgement.Veto, view.Texts.Verdict(pair),
            [.. pair.Comparison.Evidence.Select(evidence => new ApiEvidence(
                evidence.Feature, view.Texts.Name(evidence.Feature), evidence.Agreement, evidence.Level, view.Texts.Name(evidence.Level), evidence.Weight,
                saying.Of(evidence.Feature, pair.Left, evidence.Left), saying.Of(evidence.Feature, pair.Right, evidence.Right),
                MatchSaying.Short(evidence.Left), MatchSaying.Short(evidence.Right)))],
            pair.Meeting?.Shared, pair.Meeting?.Crowded, pair.Disbelieved, [.. pair.Decisions.Select(view.Texts.Tell)]);
    }
}

/// <summary>A record beside another.</summary>
/// <param name="Record">Its key: the library's id and the identifier there, with a slash between.</param>
/// <param name="Library">The library's id.</param>
/// <param name="LibraryName">The library's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Edition">The edition that it is shown under, as in /api/records/ID; null when it was not placed yet.</param>
internal sealed record ApiMatchedRecord(string Record, string Library, string LibraryName, string Title, string? Edition)
{
    public static ApiMatchedRecord From(ExplainedRecord record, MatchView view) => new(
        record.Key.ToString(), record.Key.Source.Value, view.NameOf(record.Key.Source), view.Saying.Title(record.Record), record.Cluster?.Value);
}

/// <summary>What comparing one feature came to.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Name">Its name in the asked language.</param>
/// <param name="Agreement">Whether it agrees.</param>
/// <param name="Level">How well.</param>
/// <param name="Words">The level in words.</param>
/// <param name="Weight">What it adds, in hundredths of a nat; negative speaks against.</param>
/// <param name="A">What the one record says; empty when nothing.</param>
/// <param name="B">What the other says.</param>
/// <param name="ComparedA">What of that was compared.</param>
/// <param name="ComparedB">What of the other was compared.</param>
internal sealed record ApiEvidence(
    Feature Feature, string Name, Agreement Agreement, Level Level, string Words, int Weight, string A, string B, string ComparedA, string ComparedB);

/// <summary>Why the records of an edition are together.</summary>
/// <param name="Id">The edition.</param>
/// <param name="Total">How many records it has.</param>
/// <param name="Records">The first of them, each beside the one that it fits best.</param>
/// <param name="Unreadable">Those among the first that cannot be read, each told in a sentence.</param>
/// <param name="Near">Records of other editions that were nearly put with them.</param>
internal sealed record ApiEditionMatching(string Id, int Total, IReadOnlyList<ApiMember> Records, IReadOnlyList<string> Unreadable, IReadOnlyList<ApiPair> Near)
{
    public static ApiEditionMatching From(ClusterExplanation cluster, MatchView view) => new(
        cluster.Cluster.Value, cluster.Total, [.. cluster.Members.Select(member => ApiMember.From(member, view))],
        [.. cluster.Missing.Select(view.Texts.Tell)], [.. cluster.Near.Select(near => ApiPair.From(near, view))]);
}

/// <summary>A record of an edition.</summary>
/// <param name="Record">The record.</param>
/// <param name="Strongest">It beside the record of the edition that it fits best; null when it is the only one.</param>
/// <param name="Reasons">What speaks most for that, in words.</param>
/// <param name="Decisions">What people decided of it, as sentences.</param>
internal sealed record ApiMember(ApiMatchedRecord Record, ApiPair? Strongest, IReadOnlyList<string> Reasons, IReadOnlyList<string> Decisions)
{
    public static ApiMember From(ExplainedMember member, MatchView view) => new(
        ApiMatchedRecord.From(member.Record, view),
        member.Strongest is { } strongest ? ApiPair.From(strongest, view) : null,
        member.Strongest is { } pair ? [.. view.Texts.Reasons(pair.Comparison.Evidence, isFor: true)] : [],
        [.. member.Decisions.Select(view.Texts.Tell)]);
}
