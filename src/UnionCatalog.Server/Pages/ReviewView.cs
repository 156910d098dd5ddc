namespace UnionCatalog.Server.Pages;

/// <summary>What matching leaves to a person, in the words of one language.</summary>
/// <param name="Tasks">Pairs of this page.</param>
/// <param name="Total">How many pairs there are.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Pages">How many pages there are, 1 or more.</param>
/// <param name="Identifiers">Identifiers that are not believed.</param>
/// <param name="Crowds">Groups too large to be compared.</param>
public sealed record ReviewView(
    IReadOnlyList<TaskView> Tasks, long Total, int Page, int Pages, IReadOnlyList<IdentifierView> Identifiers, IReadOnlyList<string> Crowds);

/// <summary>A pair that a person should look at.</summary>
/// <param name="Pair">The two records.</param>
/// <param name="Touches">How many copies a decision touches, in words.</param>
public sealed record TaskView(PairView Pair, string Touches);

/// <summary>An identifier that is not believed.</summary>
/// <param name="Sentence">What is the matter with it.</param>
/// <param name="Libraries">Who bears it, each with an example.</param>
public sealed record IdentifierView(string Sentence, IReadOnlyList<string> Libraries);

/// <summary>What came of a decision, to be told at the head of the page.</summary>
/// <param name="Sentence">What came of it.</param>
/// <param name="Chain">What it contradicts.</param>
/// <param name="IsRefused">Whether nothing was kept.</param>
public sealed record DecisionNotice(string Sentence, IReadOnlyList<string> Chain, bool IsRefused);

/// <summary>A decision in force.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="A">The key of one record.</param>
/// <param name="B">The key of the other.</param>
public sealed record DecisionView(string Sentence, string A, string B);
