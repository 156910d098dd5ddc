using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Finds the title of the original in notes, and puts the titles of a work together.</summary>
internal static partial class WorkTitleTexts
{
    // Nobody's work has more; what has may be hostile.
    private const int MostTitles = 10;

    private const int LongestNote = 1_000;
    private const int LongestTitle = 300;

    /// <summary>The titles stated, then those that notes name, each once.</summary>
    public static IReadOnlyList<WorkTitle> Join(IEnumerable<WorkTitle> stated, IEnumerable<string> notes)
    {
        var titles = stated.Concat(notes.Select(FindOriginal).OfType<string>().Select(text => new WorkTitle(text, WorkTitleKind.Original)));
        return [.. titles.Where(title => title.Text.Length is > 0 and <= LongestTitle).DistinctBy(title => title.Text).Take(MostTitles)];
    }

    /// <summary>The title that a note says this was translated from ("Judul asli: Animal farm"); null where it names none.</summary>
    public static string? FindOriginal(string note)
    {
        var text = note.Length <= LongestNote ? note : note[..LongestNote];
        if (Introduction().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var isMarked = match.Groups["mark"].Length > 0;
        var rest = text[(match.Index + match.Length)..];
        if (!isMarked && (match.Groups["from"].Length > 0 ? NamesNoTitle(rest) : !OpensQuote(rest) && !StartsUpper(rest)))
        {
            return null;
        }

        var title = Quoted().Match(rest) is { Success: true } quoted ? quoted.Groups["title"].Value : Unquoted(rest);
        title = title.Trim(' ', ':', ';', ',', '/', '=', '"', '“', '”', '«', '»', '\'');
        title = title is [.., not '.', '.'] ? title[..^1] : title;
        return title.Count(char.IsLetterOrDigit) >= 2 && title.Length <= LongestTitle ? title : null;
    }

    /// <summary>Whether an introductory word of <see cref="FindOriginal"/> is all that the text is: "Judul asli:" before a title of its own.</summary>
    public static bool IsIntroduction(string? text) => text is { Length: <= LongestNote } && Introduction().IsMatch(text);

    private static string Unquoted(string rest)
    {
        var end = End().Match(rest);
        return Wrapping().Replace(end.Success ? rest[..end.Index] : rest, "");
    }

    /// <summary>"Diterjemahkan dari bahasa Inggris", "Translated from the Dutch by …" name a language and no title.</summary>
    private static bool NamesNoTitle(string rest)
    {
        var words = rest.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var first = words is ["the", _, ..] ? words[1] : words is [var word, ..] ? word : "";
        return (!OpensQuote(rest) && !StartsUpper(rest) && !Wrapping().IsMatch(rest)) || NoTitle().IsMatch(rest) || LanguageCodes.Find(first) is not null;
    }

    private static bool OpensQuote(string rest) => rest is ['"' or '“' or '«' or '\'', ..];

    private static bool StartsUpper(string rest) => rest.Length > 0 && (char.IsUpper(rest[0]) || char.IsDigit(rest[0]) || char.GetUnicodeCategory(rest[0]) == System.Globalization.UnicodeCategory.OtherLetter);

    [GeneratedRegex(
        @"(?:^|[.;(]\s*)(?:judul\s+(?:asli|asal|orisinal)(?:nya)?(?:\s+dalam\s+bahasa\s+\p{L}+)?|tajuk\s+asal|original\s+title|title\s+of\s+(?:the\s+)?original|originally\s+published\s+(?:as|under(?:\s+the)?\s+title)"
        + @"|(?<from>(?:terjemahan|diterjemahkan|dialihbahasakan|alih\s+bahasa)\s+(?:dari|daripada)(?:\s+judul\s+asli(?:nya)?)?|translation\s+of|translated\s+from))\s*(?<mark>[:=]|)\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Introduction();

    [GeneratedRegex("^(?:[\"“”](?<title>[^\"“”]{2,300})[\"“”]|«(?<title>[^»]{2,300})»)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>Where the title is over: a statement of responsibility, an imprint, the next sentence.</summary>
    [GeneratedRegex(
        @"\s/\s|;|\s\(|\.\s+[-–—]|\s[-–—]{1,2}\s|,\s+(?:karya|karangan|oleh|by|terbitan|penerbit|cet|ed|edisi|published)\b|\s(?:karya|karangan|oleh)\s+(?=\p{Lu})|(?<=\p{L}{3})\.\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:buku|kitab|novel|karya)\s+(?:berjudul\s+)?(?=\p{Lu}|[""“«'])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"^(?:the\s+original\b|bahasa\b|bhs\b|edisi\b|naskah\b|berbagai\b|teks\b|versi\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
