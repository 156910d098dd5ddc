namespace UnionCatalog.Exporting.Citing;

/// <summary>APA, 7th edition (Publication Manual, sections 9 and 10.2): "Toer, P. A. (1980). Bumi manusia (Edisi ke-2). Hasta Mitra."</summary>
internal static class ApaStyle
{
    private const int MostNames = 20;

    public static Citation Write(CitedWork work, CitationWords words)
    {
        var text = new CitationText();
        var date = $" ({Date(work, words)}). ";
        var byEditors = work.Authors.Count == 0 && work.Editors.Count > 0;
        if (byEditors)
        {
            text.Add(Names(work.Editors)).Add($" ({(work.Editors.Count == 1 ? words.Editor : words.Editors)})").Stop().Add(date[..^1]).Add(" ").Title(work.Title);
        }
        else if (work.Authors.Count > 0)
        {
            text.Add(Names(work.Authors)).Stop().Add(date).Title(work.Title);
        }
        else
        {
            text.Title(work.Title);
        }

        AddRemarks(text, work, words, withEditors: !byEditors);
        text.Stop();
        if (work.Authors.Count == 0 && !byEditors)
        {
            text.Add(date[..^1]);
        }

        // Section 9.29: a body that is author and publisher is named once.
        return work.Publisher is { } publisher && !work.IsByPublisher ? text.Add(" " + publisher).Stop().ToCitation() : text.ToCitation();
    }

    /// <summary>"1963", "1963–1970", "1963–present".</summary>
    private static string Date(CitedWork work, CitationWords words) =>
        work.Years is not { } years ? words.NoDate : years.EndsWith('–') ? years + words.Present : years;

    /// <summary>"(A. Editor, Ed.; M. Ward, Trans.; 2nd ed.)" behind the title.</summary>
    private static void AddRemarks(CitationText text, CitedWork work, CitationWords words, bool withEditors)
    {
        string?[] remarks =
        [
            withEditors && work.Editors.Count > 0 ? $"{Direct(work.Editors)}, {(work.Editors.Count == 1 ? words.Editor : words.Editors)}" : null,
            work.Translators.Count > 0 ? $"{Direct(work.Translators)}, {(work.Translators.Count == 1 ? words.Translator : words.Translators)}" : null,
            work.Edition,
        ];
        if (remarks.OfType<string>().ToArray() is { Length: > 0 } told)
        {
            text.Add($" ({string.Join("; ", told)})");
        }
    }

    /// <summary>Up to 20 names; of more the first 19 and the last (section 9.8).</summary>
    private static string Names(IReadOnlyList<PersonName> names)
    {
        var all = names.Select(Inverted).ToList();
        return all.Count > MostNames
            ? $"{string.Join(", ", all.Take(MostNames - 1))}, . . . {all[^1]}"
            : Join(all, ", & ");
    }

    private static string Direct(IReadOnlyList<PersonName> names) =>
        Join([.. names.Select(name => name.Given is { } given ? $"{PersonName.Initials(given)} {name.Family}" : name.Family)], names.Count == 2 ? " & " : ", & ");

    private static string Join(List<string> names, string last) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])}{last}{names[^1]}";

    private static string Inverted(PersonName name) =>
        string.Join(", ", new[] { name.Family, name.Given is { } given ? PersonName.Initials(given) : null, name.Suffix }.Where(part => !string.IsNullOrEmpty(part)));
}
