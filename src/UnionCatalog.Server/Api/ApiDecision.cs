using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>What somebody wants to decide of two records.</summary>
/// <param name="Kind">"together": always one edition; "apart": never.</param>
/// <param name="A">One record: the library's id and the identifier there, with a slash between.</param>
/// <param name="B">The other.</param>
/// <param name="Why">The reason, 1 to 1,000 characters.</param>
/// <param name="By">Who decides, at most 100 characters; left out: the coordinator.</param>
internal sealed record ApiDecisionRequest(OverrideKind? Kind, string? A, string? B, string? Why, string? By = null);

/// <summary>What somebody decided of two records.</summary>
/// <param name="Kind">"together": always one edition; "apart": never.</param>
/// <param name="A">One record.</param>
/// <param name="B">The other.</param>
/// <param name="Why">The reason.</param>
/// <param name="By">Who decided, as they named themselves.</param>
/// <param name="At">When.</param>
internal sealed record ApiDecision(OverrideKind Kind, string A, string B, string Why, string By, DateTimeOffset At)
{
    public static ApiDecision From(MatchOverride decision) => new(decision.Kind, decision.A.ToString(), decision.B.ToString(), decision.Why, decision.By, decision.At);
}

/// <summary>What came of a decision.</summary>
/// <param name="Decision">As it is kept.</param>
/// <param name="IsNew">Whether it was not there before; one that was stays as it was.</param>
/// <param name="Note">When the catalogue follows, in words.</param>
internal sealed record ApiDecided(ApiDecision Decision, bool IsNew, string Note);

/// <summary>Decisions, the newest first.</summary>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="HasMore">Whether there is a next one.</param>
/// <param name="Decisions">Those of this page.</param>
internal sealed record ApiDecisions(int Page, bool HasMore, IReadOnlyList<ApiDecision> Decisions);

/// <summary>Pairs that a person should look at, those that touch the most holdings first.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Size">Pairs a page.</param>
/// <param name="Pairs">Those of this page.</param>
/// <param name="Numbers">Identifiers that are not believed, the most frequent first; at most 50.</param>
/// <param name="Crowds">Groups that look alike and are too many to be compared, the largest first; at most 50.</param>
internal sealed record ApiReview(long Total, int Page, int Size, IReadOnlyList<ApiTask> Pairs, IReadOnlyList<ApiNumber> Numbers, IReadOnlyList<ApiCrowd> Crowds);

/// <summary>A pair that a person should look at.</summary>
/// <param name="Holdings">How many holdings a decision touches: the items of both editions' records, each record one at least.</param>
/// <param name="Pair">The two records that speak most for it.</param>
internal sealed record ApiTask(long Holdings, ApiPair Pair);

/// <summary>An identifier that is not believed.</summary>
/// <param name="Number">The identifier as it is compared.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Records">How many records bear it.</param>
/// <param name="Titles">How many different titles those have.</param>
/// <param name="Since">When it was first not believed.</param>
/// <param name="Libraries">The same by library, the most records first.</param>
internal sealed record ApiNumber(string Number, BlockFamily Kind, long Records, long Titles, DateTimeOffset Since, IReadOnlyList<ApiBearers> Libraries)
{
    public static ApiNumber From(ExplainedIdentifier number, MatchView view) => new(
        number.Identifier, number.Family, number.Records, number.Titles, number.Since,
        [.. number.Libraries.Select(library => new ApiBearers(
            library.Bearers.Library.Value, view.NameOf(library.Bearers.Library), library.Bearers.Records, library.Bearers.Titles, library.Bearers.Example.ToString(),
            library.Example is { } example ? view.Saying.Title(example.Record) : null))]);
}

/// <summary>One library's records that bear an identifier that is not believed.</summary>
/// <param name="Library">The library's id.</param>
/// <param name="LibraryName">The library's name.</param>
/// <param name="Records">How many of its records bear it.</param>
/// <param name="Titles">How many different titles those have.</param>
/// <param name="Example">The first of them.</param>
/// <param name="ExampleTitle">The title of that; null when it cannot be read.</param>
internal sealed record ApiBearers(string Library, string LibraryName, long Records, long Titles, string Example, string? ExampleTitle);

/// <summary>A group that looks alike and is too large to be compared.</summary>
/// <param name="Kind">In which respect its records look alike.</param>
/// <param name="Descriptions">How many different descriptions they have.</param>
/// <param name="Example">One of its records.</param>
/// <param name="ExampleTitle">The title of that; null when it cannot be read.</param>
internal sealed record ApiCrowd(BlockFamily Kind, long Descriptions, string Example, string? ExampleTitle)
{
    public static ApiCrowd From(ExplainedCrowd crowd, MatchView view) => new(
        crowd.Family, crowd.Descriptions, crowd.Key.ToString(), crowd.Example is { } example ? view.Saying.Title(example.Record) : null);
}
