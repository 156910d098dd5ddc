namespace UnionCatalog.Matching.Comparison;

/// <summary>How well a feature of two records agrees. Each feature uses some of these; weights.tsv has a weight for each that it uses.</summary>
internal enum Level : byte
{
    /// <summary>One record or both say nothing of it, or nothing can be told from what they say.</summary>
    Unknown,

    /// <summary>The same.</summary>
    Equal,

    /// <summary>The same, and so long that no two books are called so by chance.</summary>
    EqualLong,

    /// <summary>The same, but many different books are called so ("Matematika").</summary>
    EqualCommon,

    /// <summary>The titles proper are the same, and one record gives no remainder.</summary>
    ProperEqual,

    /// <summary>The same as <see cref="ProperEqual"/>, but many different books are called so.</summary>
    ProperEqualCommon,

    /// <summary>The titles proper are the same, and the remainders nearly.</summary>
    RestNear,

    /// <summary>The titles proper are the same, and the remainders are not.</summary>
    RestDiffers,

    /// <summary>One title is the beginning of the other.</summary>
    Beginning,

    /// <summary>One title is the beginning of the other, but little is left to tell by.</summary>
    ShortBeginning,

    /// <summary>A letter too many or too few, or two exchanged.</summary>
    Slip,

    /// <summary>A letter in another's place, which can make another word of it ("mikro", "makro").</summary>
    LetterReplaced,

    /// <summary>One has words that the other lacks, or has the same in another order.</summary>
    ExtraWords,

    /// <summary>One word of many is another.</summary>
    WordReplaced,

    /// <summary>So many letters differ that it is another title, or each of the two has a slip of its own.</summary>
    Blurred,

    /// <summary>The romanised titles differ, and those in the original script are the same.</summary>
    ScriptEqual,

    /// <summary>Can be the same: initials, a shorter form, a part of the name.</summary>
    Compatible,

    /// <summary>The name stands in the other's statement of responsibility.</summary>
    InStatement,

    /// <summary>Nearly the same.</summary>
    Near,

    /// <summary>Something is shared, and something is not.</summary>
    Shared,

    /// <summary>The same, though it is not a valid one.</summary>
    Invalid,

    /// <summary>One apart.</summary>
    OffByOne,

    /// <summary>A few apart.</summary>
    Few,

    /// <summary>Only one record names it.</summary>
    OneSided,

    /// <summary>Only one record names it, and there are so many that the other may be any.</summary>
    OneOfMany,

    /// <summary>The same series, another number.</summary>
    NumberDiffers,

    /// <summary>Not the same.</summary>
    Differs,
}
