namespace UnionCatalog.Server.Pages;

/// <summary>Two records beside each other, in the words of one language.</summary>
public sealed record PairView
{
    /// <summary>The one record.</summary>
    public required RecordView Left { get; init; }

    /// <summary>The other.</summary>
    public required RecordView Right { get; init; }

    /// <summary>The verdict in a sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>"together", "apart" or "unsure", as style names it.</summary>
    public required string Outcome { get; init; }

    /// <summary>What the weights come to, as a sentence.</summary>
    public required string Total { get; init; }

    /// <summary>What was compared, of which one record at least says something.</summary>
    public required IReadOnlyList<EvidenceRow> Rows { get; init; }

    /// <summary>What speaks most for the same book.</summary>
    public required IReadOnlyList<string> For { get; init; }

    /// <summary>What speaks most against it.</summary>
    public required IReadOnlyList<string> Against { get; init; }

    /// <summary>What else has a say: decisions, identifiers that are not believed, how they were found for each other.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One feature of two records.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Left">What the one record says; empty when nothing.</param>
/// <param name="Right">What the other says.</param>
/// <param name="Level">How well that agrees, in words.</param>
/// <param name="Agreement">"agree", "near", "disagree" or "unknown", as style names it.</param>
/// <param name="Weight">What it adds; empty when nothing.</param>
public sealed record EvidenceRow(string Feature, string Left, string Right, string Level, string Agreement, string Weight);

/// <summary>A record as it is named beside others.</summary>
/// <param name="Key">Its key, as <c>explain</c> takes it.</param>
/// <param name="Library">The library's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Facts">Author, publisher, year, as far as they are known.</param>
/// <param name="Cluster">The edition that it is shown under; null when none.</param>
public sealed record RecordView(string Key, string Library, string Title, IReadOnlyList<string> Facts, string? Cluster);
