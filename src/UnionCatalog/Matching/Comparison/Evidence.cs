namespace UnionCatalog.Matching.Comparison;

/// <summary>What comparing one feature of two records came to.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Agreement">Whether it agrees.</param>
/// <param name="Left">The first record's value as compared; empty when it has none.</param>
/// <param name="Right">The second record's.</param>
internal sealed record Evidence(Feature Feature, Agreement Agreement, string Left, string Right);

/// <summary>The features that are compared.</summary>
internal enum Feature
{
    Isbn,
    Issn,
    Title,
    OriginalScript,
    Parts,
    Author,
    Year,
    Publisher,
    Series,
    Edition,
    Pages,
    Language,
    Format,
}

/// <summary>Whether a feature agrees.</summary>
internal enum Agreement
{
    /// <summary>One record or both say nothing of it, or nothing can be told from what they say.</summary>
    Unknown,

    /// <summary>Agrees.</summary>
    Agree,

    /// <summary>Agrees well enough beside a shared identifier, not without one.</summary>
    Near,

    /// <summary>Both say something of it, and it cannot be the same.</summary>
    Disagree,
}
