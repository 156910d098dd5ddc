namespace UnionCatalog.Exporting.Citing;

/// <summary>Chicago, 17th edition, bibliography (14.23 and after): "Toer, Pramoedya Ananta. Bumi Manusia. Edisi ke-2. Jakarta: Hasta Mitra, 1980."</summary>
internal static class ChicagoStyle
{
    private const int MostNames = 10;
    private const int NamesOfMany = 7;

    public static Citation Write(CitedWork work, CitationWords words)
    {
        var text = new CitationText();
        var byEditors = work.Authors.Count == 0 && work.Editors.Count > 0;
        if (byEditors)
        {
            text.Add($"{Names(work.Editors, words)}, {(work.Editors.Count == 1 ? words.Editor : words.Editors).ToLowerInvariant()}").Stop().Add(" ");
        }
        else if (work.Authors.Count > 0)
        {
            text.Add(Names(work.Authors, words)).Stop().Add(" ");
        }

        text.Title(work.Title).Stop();
        string?[] sentences =
        [
            work.Edition,
            !byEditors && work.Editors.Count > 0 ? $"{words.EditedBy} {Direct(work.Editors, words)}" : null,
            work.Translators.Count > 0 ? $"{words.TranslatedBy} {Direct(work.Translators, words)}" : null,
            Imprint(work, words),
        ];
        foreach (var sentence in sentences.OfType<string>())
        {
            text.Add(" " + CitationText.Capital(sentence)).Stop();
        }

        return text.ToCitation();
    }

    /// <summary>"Place: Publisher, year" (14.127 and after).</summary>
    private static string Imprint(CitedWork work, CitationWords words)
    {
        var issued = string.Join(": ", new[] { work.Place, work.Publisher }.OfType<string>());
        return string.Join(", ", new[] { issued, work.Years ?? words.NoDate }.Where(part => part.Length > 0));
    }

    /// <summary>The first inverted, up to ten; of more the first seven (14.76).</summary>
    private static string Names(IReadOnlyList<PersonName> names, CitationWords words)
    {
        var all = names.Select((name, index) => index == 0 ? name.Inverted : name.Direct).ToList();
        return all.Count switch
        {
            1 => all[0],
            > MostNames => $"{string.Join(", ", all.Take(NamesOfMany))}, {words.Others}",
            _ => $"{string.Join(", ", all[..^1])}, {words.And} {all[^1]}",
        };
    }

    private static string Direct(IReadOnlyList<PersonName> names, CitationWords words) => names.Count switch
    {
        1 => names[0].Direct,
        2 => $"{names[0].Direct} {words.And} {names[1].Direct}",
        _ => $"{string.Join(", ", names.Take(names.Count - 1).Select(name => name.Direct))}, {words.And} {names[^1].Direct}",
    };
}
