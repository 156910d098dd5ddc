using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Tells whether a page goes on where the one before it ended.</summary>
internal static class ListSteps
{
    /// <summary>A list may grow a little between two pages, and no more than that.</summary>
    private const double MostGrowth = 1.1;
    private const long SomeGrowth = 20;

    public static bool GoesOn(OaiReply before, Answer answer) =>
        answer is { IsGood: true, Reply.Records.Count: > 0 } && !BeginsAgain(before, answer) && !Jumps(before, answer.Reply!);

    /// <summary>Whether the token was passed over, and the list's beginning came once more.</summary>
    public static bool BeginsAgain(OaiReply before, Answer answer) =>
        answer.Reply?.Records is [var first, ..] && before.Records is [var known, ..] && first.Identifier == known.Identifier;

    /// <summary>Whether the list is suddenly a much longer one: what it was asked for is forgotten.</summary>
    private static bool Jumps(OaiReply before, OaiReply page) =>
        before.Token?.ListSize is { } was && page.Token?.ListSize is { } now && now > (was * MostGrowth) + SomeGrowth;
}
