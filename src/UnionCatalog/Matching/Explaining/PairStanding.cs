using UnionCatalog.Matching.Comparison;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>How two records stand to each other in the catalogue, and what decided it.</summary>
internal enum PairStanding
{
    /// <summary>Together: what they say fits.</summary>
    Together,

    /// <summary>Together, because a person said so.</summary>
    TogetherByWord,

    /// <summary>Together, because each fits others between them.</summary>
    TogetherThroughOthers,

    /// <summary>Apart: something in them differs that no likeness outweighs.</summary>
    ApartByVeto,

    /// <summary>Apart: too little fits.</summary>
    Apart,

    /// <summary>Apart, and a person should look.</summary>
    Unsure,

    /// <summary>Apart, because a person said so.</summary>
    ApartByWord,

    /// <summary>Apart although they fit: the one is together with a record that may not be together with the other.</summary>
    GaveWay,

    /// <summary>Apart although they would fit: nothing brought the one before the other.</summary>
    NeverCompared,

    /// <summary>A person has just decided, and the catalogue has not followed yet.</summary>
    WordPending,

    /// <summary>One of them, or both, was not placed yet.</summary>
    NotPlaced,

    /// <summary>They are the same record.</summary>
    SameRecord,
}

/// <summary>Tells how two records stand.</summary>
internal static class PairStandings
{
    /// <summary>Tells it.</summary>
    /// <param name="left">The one record.</param>
    /// <param name="right">The other.</param>
    /// <param name="judgement">What comparing them comes to.</param>
    /// <param name="word">What a person decided of the two; null when nobody did.</param>
    /// <param name="meeting">How they were found for each other; null when that was not asked.</param>
    public static PairStanding Of(ExplainedRecord left, ExplainedRecord right, Judgement judgement, OverrideKind? word, Meeting? meeting)
    {
        if (left.Key == right.Key)
        {
            return PairStanding.SameRecord;
        }

        if (left.Cluster is null || right.Cluster is null)
        {
            return PairStanding.NotPlaced;
        }

        return left.Cluster == right.Cluster ? OfTogether(judgement, word) : OfApart(judgement, word, meeting);
    }

    private static PairStanding OfTogether(Judgement judgement, OverrideKind? word) => word switch
    {
        OverrideKind.Together => PairStanding.TogetherByWord,
        OverrideKind.Apart => PairStanding.WordPending,
        _ => judgement.Outcome == Outcome.Same ? PairStanding.Together : PairStanding.TogetherThroughOthers,
    };

    private static PairStanding OfApart(Judgement judgement, OverrideKind? word, Meeting? meeting) => (word, judgement) switch
    {
        (OverrideKind.Apart, _) => PairStanding.ApartByWord,
        (OverrideKind.Together, _) => PairStanding.WordPending,
        (_, { Veto: not null }) => PairStanding.ApartByVeto,
        (_, { Outcome: Outcome.Unsure }) => PairStanding.Unsure,
        (_, { Outcome: Outcome.Different }) => PairStanding.Apart,
        _ => meeting is { Shared.Count: 0 } ? PairStanding.NeverCompared : PairStanding.GaveWay,
    };
}
