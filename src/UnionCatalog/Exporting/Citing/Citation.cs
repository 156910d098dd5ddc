namespace UnionCatalog.Exporting.Citing;

/// <summary>A reference in one style, as runs of text: titles are set apart, in italics where there are any.</summary>
/// <param name="Runs">The runs in their order.</param>
public sealed record Citation(IReadOnlyList<CitationRun> Runs)
{
    /// <summary>The whole as plain text.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Writes the reference to an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="style">In which style.</param>
    /// <param name="language">The language of its few words, "id" or "en".</param>
    public static Citation Of(ExportedEdition edition, CitationStyle style, string language)
    {
        var words = CitationWords.In(language);
        var work = CitedWork.Of(edition.Description, words);
        return style switch
        {
            CitationStyle.Apa => ApaStyle.Write(work, words),
            CitationStyle.Mla => MlaStyle.Write(work, words),
            CitationStyle.Chicago => ChicagoStyle.Write(work, words),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
    }
}

/// <summary>One run of a reference.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsTitle">Whether it is the title of a work, to be set in italics.</param>
public sealed record CitationRun(string Text, bool IsTitle);

/// <summary>The styles of reference.</summary>
public enum CitationStyle
{
    /// <summary>American Psychological Association, 7th edition.</summary>
    Apa,

    /// <summary>Modern Language Association, 9th edition.</summary>
    Mla,

    /// <summary>The Chicago Manual of Style, 17th edition, notes and bibliography.</summary>
    Chicago,
}
