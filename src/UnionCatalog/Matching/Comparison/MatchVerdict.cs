namespace UnionCatalog.Matching.Comparison;

/// <summary>Whether two records are of the same edition, and why.</summary>
/// <param name="Reason">The rule that decided.</param>
/// <param name="Evidence">What was compared, in the order of <see cref="Feature"/>.</param>
internal sealed record MatchVerdict(MatchReason Reason, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Whether they are the same.</summary>
    public bool IsSame => Reason <= MatchReason.SameInOriginalScript;

    /// <inheritdoc/>
    public override string ToString() => $"{Reason}: " + string.Join("; ", Evidence
        .Where(evidence => evidence.Left.Length > 0 || evidence.Right.Length > 0)
        .Select(evidence => $"{evidence.Feature} {evidence.Agreement} ({evidence.Left} | {evidence.Right})"));
}

/// <summary>The rules that decide: those for "same" first, then those for "different".</summary>
internal enum MatchReason
{
    /// <summary>An ISBN or ISSN is shared, and titles and parts agree.</summary>
    SharedIdentifier,

    /// <summary>Title, author, year and publisher agree.</summary>
    SameDescription,

    /// <summary>Serials with one title and one publisher.</summary>
    SameSerial,

    /// <summary>Title in the original script, author, and year or publisher agree.</summary>
    SameInOriginalScript,

    /// <summary>The titles differ.</summary>
    TitlesDiffer,

    /// <summary>The volumes, classes, semesters, kinds of school or companions differ.</summary>
    PartsDiffer,

    /// <summary>The formats differ, such as a book and its recording.</summary>
    FormatsDiffer,

    /// <summary>No language is shared.</summary>
    LanguagesDiffer,

    /// <summary>The numbered editions differ.</summary>
    EditionsDiffer,

    /// <summary>Both have ISBNs or ISSNs of their own, and none is shared.</summary>
    IdentifiersDiffer,

    /// <summary>Nothing speaks against it, but too little for it.</summary>
    NotEnough,
}
