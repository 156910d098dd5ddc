namespace UnionCatalog.Exporting.Citing;

/// <summary>MLA, 9th edition: "Toer, Pramoedya Ananta. Bumi Manusia. Edisi ke-2, Hasta Mitra, 1980." A date that is not known is left out (5.25).</summary>
internal static class MlaStyle
{
    public static Citation Write(CitedWork work, CitationWords words)
    {
        var text = new CitationText();
        var byEditors = work.Authors.Count == 0 && work.Editors.Count > 0;
        if (byEditors)
        {
            text.Add($"{Names(work.Editors, words)}, {(work.Editors.Count == 1 ? words.LongEditor : words.LongEditors)}").Stop().Add(" ");
        }
        else if (work.Authors.Count > 0 && !work.IsByPublisher)
        {
            text.Add(Names(work.Authors, words)).Stop().Add(" ");
        }

        text.Title(work.Title).Stop();
        string?[] parts =
        [
            !byEditors && work.Editors.Count > 0 ? $"{words.EditedBy} {Direct(work.Editors, words)}" : null,
            work.Translators.Count > 0 ? $"{words.TranslatedBy} {Direct(work.Translators, words)}" : null,
            work.Edition,
            work.Publisher,
            work.Years,
        ];
        var told = string.Join(", ", parts.OfType<string>());
        return told.Length == 0 ? text.ToCitation() : text.Add(" " + CitationText.Capital(told)).Stop().ToCitation();
    }

    /// <summary>One name, two, or the first of more (5.8).</summary>
    private static string Names(IReadOnlyList<PersonName> names, CitationWords words) => names switch
    {
        [var only] => only.Inverted,
        [var first, var second] => $"{first.Inverted}, {words.And} {second.Direct}",
        _ => $"{names[0].Inverted}, {words.Others}",
    };

    private static string Direct(IReadOnlyList<PersonName> names, CitationWords words) => names switch
    {
        [var only] => only.Direct,
        [var first, var second] => $"{first.Direct} {words.And} {second.Direct}",
        _ => $"{names[0].Direct} {words.Others}",
    };
}
