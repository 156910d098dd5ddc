namespace UnionCatalog.Exporting.Citing;

/// <summary>The words of a reference in one language.</summary>
internal sealed record CitationWords
{
    private static readonly CitationWords English = new()
    {
        NoDate = "n.d.", Present = "present", NoTitle = "[Untitled]", And = "and", Others = "et al.", Editor = "Ed.", Editors = "Eds.", Translator = "Trans.", Translators = "Trans.",
        LongEditor = "editor", LongEditors = "editors", EditedBy = "edited by", TranslatedBy = "translated by", RevisedEdition = "Rev. ed.", Edition = number => $"{number}{Ordinal(number)} ed.",
    };

    private static readonly CitationWords Indonesian = new()
    {
        NoDate = "t.t.", Present = "sekarang", NoTitle = "[Tanpa judul]", And = "dan", Others = "dkk.", Editor = "Ed.", Editors = "Ed.", Translator = "Penerj.", Translators = "Penerj.",
        LongEditor = "editor", LongEditors = "editor", EditedBy = "disunting oleh", TranslatedBy = "diterjemahkan oleh", RevisedEdition = "Edisi revisi", Edition = number => $"Edisi ke-{number}",
    };

    public required string NoDate { get; init; }

    /// <summary>The end of a time that has not ended.</summary>
    public required string Present { get; init; }

    public required string NoTitle { get; init; }

    public required string And { get; init; }

    public required string Others { get; init; }

    public required string Editor { get; init; }

    public required string Editors { get; init; }

    public required string Translator { get; init; }

    public required string Translators { get; init; }

    public required string LongEditor { get; init; }

    public required string LongEditors { get; init; }

    public required string EditedBy { get; init; }

    public required string TranslatedBy { get; init; }

    public required string RevisedEdition { get; init; }

    /// <summary>How a numbered edition is named.</summary>
    public required Func<int, string> Edition { get; init; }

    /// <summary>The words of a language; Indonesian for every other than English.</summary>
    public static CitationWords In(string language) => language == "en" ? English : Indonesian;

    private static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        ( >= 11 and <= 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
