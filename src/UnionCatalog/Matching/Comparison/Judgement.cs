namespace UnionCatalog.Matching.Comparison;

/// <summary>What comparing two records came to, without the evidence.</summary>
/// <param name="Outcome">Whether they are of the same edition.</param>
/// <param name="Weight">The evidence added up, in hundredths of a nat: positive speaks for the same.</param>
/// <param name="Veto">What no weight overrules; null when nothing does.</param>
internal readonly record struct Judgement(Outcome Outcome, int Weight, Veto? Veto);

/// <summary>Whether two records are of the same edition.</summary>
internal enum Outcome
{
    /// <summary>They are.</summary>
    Same,

    /// <summary>A person should look.</summary>
    Unsure,

    /// <summary>They are not.</summary>
    Different,
}

/// <summary>What no weight overrules.</summary>
internal enum Veto
{
    /// <summary>The titles differ.</summary>
    Titles,

    /// <summary>The volumes, classes, semesters, kinds of school or companions differ.</summary>
    Parts,

    /// <summary>The formats differ, such as a book and its recording.</summary>
    Formats,

    /// <summary>No language is shared.</summary>
    Languages,

    /// <summary>The numbered editions differ.</summary>
    Editions,

    /// <summary>So much differs that no third record can make one edition of the two.</summary>
    Evidence,
}
